import type { SeriesRow } from "../../ingestion/tables.ts";
import type { WordsOf } from "../words.ts";
import { FREQUENCY_CHOICES, MONTH_CHOICES } from "./choices.ts";

export const SERIES_FIELDS: WordsOf<SeriesRow> = {
  code: {
    label: "Code",
    help: "Capitals, digits and _, at most 25. It is never used for another series.",
    isCode: true,
  },
  title: { label: "Title", help: "What, where and whose count, in a few words." },
  source: { label: "Source", help: "Of values that cite no other.", refersTo: "sources" },
  visibility: {
    label: "Who may see it",
    choices: { public: "everyone", private: "private: only editors, here" },
  },
  notes: { label: "Notes", help: "Definition, breaks and doubts that a reader should know." },
  measure: {
    label: "Measure",
    choices: {
      flow: "flow: an amount during a period",
      stock: "stock: an amount at a date",
      ratio: "ratio of two amounts",
      count: "count of things",
      index: "index",
      price: "price",
    },
    opens: "What is measured",
  },
  unitKind: {
    label: "Unit",
    choices: {
      currency: "money",
      share: "share: 0.304 for 30.4%",
      multiple: "multiple: 40.7 times",
      percent: "percent: 5.2 for 5.2%",
      points: "percentage points",
      count: "count",
      index: "index points",
      log: "natural logarithm",
      zscore: "standard deviations from the mean",
      rate: "another unit, in words",
    },
  },
  currency: { label: "Currency", help: "Of money only: three letters, such as USD." },
  scale: {
    label: "Values are written in",
    choices: {
      "": "not money",
      "1": "single units",
      "1000": "thousands",
      "1000000": "millions",
      "1000000000": "billions",
      "1000000000000": "trillions",
    },
  },
  unitOf: { label: "Unit in words", help: "What is counted, the base of the index, or the other unit." },
  prices: {
    label: "Prices",
    choices: {
      nominal: "nominal: money of its day",
      constant: "constant: money of one period",
      none: "not money",
    },
  },
  priceBase: { label: "Base of constant prices", help: "Only of constant prices: 2017." },
  rate: {
    label: "Counted over",
    choices: { period: "its own period", annual: "a year: at an annual rate" },
  },
  seasonalAdjustment: {
    label: "Seasonal adjustment",
    choices: { NSA: "none", SA: "adjusted", SAAR: "adjusted, at an annual rate" },
  },
  frequency: {
    label: "Frequency",
    help: "Once stored it cannot change, as periods would lose their meaning.",
    choices: FREQUENCY_CHOICES,
    opens: "When, where and whose count",
  },
  yearEnds: {
    label: "Its years end in",
    help: "December by the calendar; another month for fiscal years.",
    choices: MONTH_CHOICES,
  },
  staleAfterDays: { label: "Stale after", help: "Days after the end of its last period; empty for never." },
  geography: { label: "Place", help: "WORLD, a country code such as US, or COMPANY." },
  sector: { label: "Sector", help: "ALL, AI, INTERNET, TELECOM or another." },
  universe: { label: "Whose count", help: "Whose definition and sample: Crunchbase, PitchBook-NVCA." },
  plausibleMin: {
    label: "Lowest plausible value",
    help: "Values below it are warned of in an upload, and refused in a data package.",
    opens: "What looks wrong in an upload",
  },
  plausibleMax: { label: "Highest plausible value", help: "Values above it likewise." },
};
