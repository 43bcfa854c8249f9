/** How the money of a financing round came: new shares, a loan, shares sold on by their holders, … */
export const INSTRUMENTS = [
  "equity",
  "debt",
  "secondary",
  "mixed",
  "convertible",
  "acquisition",
  "offering",
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];
