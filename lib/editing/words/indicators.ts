import { PILLAR_WORDS } from "../../indicators/pillar.ts";
import type { IndicatorRow } from "../../ingestion/tables.ts";
import type { WordsOf } from "../words.ts";

export const INDICATOR_FIELDS: WordsOf<IndicatorRow> = {
  name: {
    label: "Name",
    help: "Lower-case words joined by hyphens, such as capex-share-of-gdp; it stands in its address.",
    isCode: true,
  },
  position: { label: "Place", help: "Indicators follow each other by this number within their pillar." },
  title: { label: "Title", help: "At most 40 characters." },
  pillar: {
    label: "Pillar",
    choices: Object.fromEntries(Object.entries(PILLAR_WORDS).map(([pillar, { title }]) => [pillar, title])),
  },
  kind: {
    label: "Kind",
    choices: {
      level: "level: the newest value of a formula",
      "latest-ratio": "latest ratio: the newest amount over the one known nearest before it",
      explosiveness: "explosiveness: a test of a price series",
    },
  },
  definition: { label: "Definition", help: "What is measured, in a sentence: unit, place, span." },
  now: { label: "Formula now", isCode: true, opens: "Formulas" },
  then: {
    label: "Formula then",
    help: "The same quantity in the dot-com years, or its analogue; empty when none is stored.",
    isCode: true,
  },
  over: { label: "Divided by", help: "Of a latest ratio only.", isCode: true },
  calm: { label: "Formula of calm years", help: "Empty: the formula then.", isCode: true },
  calmFrom: { label: "Calm years from", help: "A period, such as 1985." },
  calmTo: { label: "Calm years to" },
  display: {
    label: "Shown as",
    choices: { auto: "what it is", percent: "a share", multiple: "a multiple", number: "a plain number" },
  },
  direction: {
    label: "Bubble-like when",
    opens: "Weighing",
  },
  weight: { label: "Weight in its pillar", help: "0 stands beside the composite and is not weighed." },
  methodVersion: {
    label: "Version of the method",
    help: "One more when what a reading means has changed.",
  },
  figure: {
    label: "Figure",
    help: "The saved figure that draws it.",
    refersTo: "figures",
    opens: "Reading it",
  },
  against: { label: "Against this reading", help: "What speaks against taking it at face value." },
  wouldChange: { label: "What would change it" },
};
