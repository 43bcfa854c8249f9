import type { RoundRow } from "../../ingestion/tables.ts";
import type { WordsOf } from "../words.ts";
import { STATUS_CHOICES } from "./choices.ts";

const WHOLE_UNITS = "In whole units of the currency: 6600000000. Empty when it is not known.";

export const ROUND_FIELDS: WordsOf<RoundRow> = {
  code: { label: "Code", help: "Lower-case words joined by hyphens, such as openai-2024-10.", isCode: true },
  company: { label: "Company" },
  sector: { label: "Sector", help: "AI, INTERNET, TELECOM or another." },
  country: { label: "Country", help: "Two letters, such as US." },
  date: { label: "Date", help: "As precise as is known: 2024-10-02, 2024-10 or 2024." },
  instrument: { label: "Instrument", opens: "The money" },
  amount: { label: "Amount", help: WHOLE_UNITS },
  currency: { label: "Currency", help: "Three letters, such as USD." },
  postMoney: { label: "Valuation after the round", help: WHOLE_UNITS },
  preMoney: { label: "Valuation before the round", help: WHOLE_UNITS },
  lead: { label: "Lead investor", opens: "Who says so, and who took part" },
  participants: { label: "Participants", help: "Names separated by semicolons." },
  status: { label: "How sure", choices: STATUS_CHOICES },
  source: { label: "Source", refersTo: "sources" },
  note: { label: "Note" },
};
