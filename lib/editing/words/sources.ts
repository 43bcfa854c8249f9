import type { SourceRow } from "../../ingestion/tables.ts";
import type { WordsOf } from "../words.ts";

const PARTIAL_DATE = "As precise as is known: 2024-07-31, 2024-07 or 2024.";

export const SOURCE_FIELDS: WordsOf<SourceRow> = {
  key: { label: "Key", help: "A short name that series and rounds cite, such as cb_2024q2.", isCode: true },
  publisher: { label: "Publisher", help: "Who says it, by name." },
  title: { label: "Title", help: "The document or data set." },
  url: { label: "Address", help: "The full web address; empty when there is none." },
  published: { label: "Published", help: PARTIAL_DATE },
  accessed: { label: "Read on", help: "The day on which somebody looked at it." },
  licence: {
    label: "Licence",
    help: "What the publisher allows, in their words or ours.",
    opens: "What may be done with it",
  },
  redistributable: {
    label: "May its values be downloaded?",
    choices: { true: "yes", false: "no: they are drawn, not handed out" },
  },
  citation: { label: "Citation", help: "How to cite it; shown under every figure that uses it." },
};
