import type { EraRow } from "../../ingestion/tables.ts";
import type { WordsOf } from "../words.ts";

const TURN = "A day, a month, a quarter or a year: 2000-03-10, 2000-03, 2000-Q1, 2000.";

export const ERA_FIELDS: WordsOf<EraRow> = {
  code: { label: "Code", help: "Capitals, digits and _, at most 25.", isCode: true },
  name: { label: "Name" },
  hue: {
    label: "Colour",
    choices: {
      ai: "petrol, as AI",
      dotcom: "copper, as dot-com",
      "other-1": "grey",
      "other-2": "grey, dashed",
    },
  },
  onset: { label: "Onset", help: TURN, opens: "Onset: where its clock starts" },
  onsetEvent: { label: "What happened at the onset" },
  onsetSource: { label: "Source of the onset", refersTo: "sources" },
  peak: { label: "Peak", help: TURN, opens: "Peak: leave all three empty until it is declared" },
  peakEvent: { label: "What happened at the peak" },
  peakSource: { label: "Source of the peak", refersTo: "sources" },
  trough: { label: "Trough", help: TURN, opens: "Trough: leave all three empty until it is declared" },
  troughEvent: { label: "What happened at the trough" },
  troughSource: { label: "Source of the trough", refersTo: "sources" },
};
