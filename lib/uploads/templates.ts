/** A table to begin with, of one layout that uploads may have. */
export interface Template {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly rows: readonly (readonly string[])[];
}

/** The layouts as tables to download; their values are made up, and say so. */
export const TEMPLATES: readonly Template[] = [
  {
    name: "long",
    title: "Long",
    says: "a row a value, which names its series and its period",
    rows: [
      ["series", "period", "value", "vintage", "status", "source", "note"],
      ["CODE_OF_SERIES", "2024-Q1", "35.5", "2024-04-30", "reported", "", "made up, as all values here"],
      ["CODE_OF_SERIES", "2024-Q2", "41.2", "2024-07-31", "estimate", "", ""],
    ],
  },
  {
    name: "one-series",
    title: "One series",
    says: "a row a period, and one column of values",
    rows: [
      ["period", "value"],
      ["2023", "35.5"],
      ["2024", "41.2"],
    ],
  },
  {
    name: "series-across",
    title: "Series across",
    says: "a row a period, a column a series",
    rows: [
      ["period", "CODE_OF_SERIES", "CODE_OF_ANOTHER"],
      ["2024-01", "35.5", "7"],
      ["2024-02", "41.2", "9"],
    ],
  },
  {
    name: "periods-across",
    title: "Periods across",
    says: "a row a series, a column a period",
    rows: [
      ["series", "2023", "2024"],
      ["CODE_OF_SERIES", "35.5", "41.2"],
      ["CODE_OF_ANOTHER", "7", "9"],
    ],
  },
];
