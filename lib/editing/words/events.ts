import type { EventRow } from "../../ingestion/tables.ts";
import type { WordsOf } from "../words.ts";

export const EVENT_FIELDS: WordsOf<EventRow> = {
  code: {
    label: "Code",
    help: "Lower-case words joined by hyphens, such as netscape-ipo-1995.",
    isCode: true,
  },
  label: { label: "Label", help: "What stands on the chart, at most 39 characters." },
  date: { label: "Date", help: "As precise as is known: 2025-01-27, 2025-01 or 2025." },
  endDate: { label: "Last date", help: "Only of a range; empty for a point in time." },
  era: { label: "Era", help: "The boom it belongs to.", refersTo: "eras" },
  kind: { label: "Kind" },
  status: {
    label: "How sure",
    choices: { reported: "reported by its publisher", claimed: "claimed: said second-hand, not verified" },
  },
  source: { label: "Source", refersTo: "sources" },
  note: { label: "Note", help: "What a reader should know besides the label." },
};
