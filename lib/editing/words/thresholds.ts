import type { ThresholdRow } from "../../ingestion/tables.ts";
import type { WordsOf } from "../words.ts";

export const THRESHOLD_FIELDS: WordsOf<ThresholdRow> = {
  name: {
    label: "Name",
    help: "Lower-case words joined by hyphens, such as shiller-2014-1-above-25.",
    isCode: true,
  },
  setName: {
    label: "Set",
    help: "Whose bands these are, such as shiller-2014; a reader may choose among sets.",
    isCode: true,
  },
  version: { label: "Version of the set", help: "The newest is used; older ones stay to be looked up." },
  indicator: {
    label: "Indicator",
    help: "The name of one, or common-scale for every reading between calm years (0) and the dot-com peak (100).",
    isCode: true,
  },
  position: { label: "Place", help: "1 is the lowest band of its set." },
  at: {
    label: "From",
    help: "The lowest value of the band: 0.25 for 25 %. Empty in the lowest band, which has no end below.",
  },
  level: { label: "Words", help: "What a value in this band is called, at most 40 characters." },
  source: { label: "Source", refersTo: "sources" },
  note: { label: "Note" },
};
