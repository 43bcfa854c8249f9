import type { SeriesType } from "../series/series.ts";

const LONGEST_NOMINAL_YEARS = 10;

/** Whether values are in the money of their day: amounts, or money for each thing counted. */
export function isNominalMoney({ unit, prices }: SeriesType): boolean {
  return prices.kind === "nominal" && (unit.kind === "currency" || unit.kind === "rate");
}

/** Whether prices have moved so far in so many years that nominal amounts mislead: in more than ten. */
export function areFarApart(years: number): boolean {
  return years > LONGEST_NOMINAL_YEARS;
}

/** What is said of nominal money so many years apart, in whole years. */
export function nominalYearsSentence(years: number): string {
  return `Nominal money ${Math.floor(years)} years apart: prices have moved in between.`;
}
