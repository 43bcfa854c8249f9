/** The series that formulas use without naming them, and the codes a misspelt one may be meant for. */
export interface FormulaContext {
  /** Price index behind `real()`; monthly. */
  readonly deflator: string;
  /** Currency whose purchasing power the deflator measures. */
  readonly deflatedCurrency: string;
  /** Gross domestic product behind `per_gdp()`: quarterly at an annual rate, and annual. */
  readonly gdpQuarterly: string;
  readonly gdpAnnual: string;
  readonly gdpGeography: string;
  /** Codes in the store, for suggestions only. */
  readonly knownCodes?: readonly string[];
}

/** United States prices (CPI-U) and output (nominal GDP). */
export const US_CONTEXT: FormulaContext = {
  deflator: "CPI_US_M",
  deflatedCurrency: "USD",
  gdpQuarterly: "GDP_US_Q",
  gdpAnnual: "GDP_US_A",
  gdpGeography: "US",
};
