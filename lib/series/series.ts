import type { Frequency } from "../periods/frequency.ts";
import type { Period } from "../periods/period.ts";
import type { Measure, Prices, Unit } from "./unit.ts";

/**
 * How sure a value is: `reported` by its publisher, `estimate` by somebody else, `provisional`
 * (the publisher says it will change), or `claimed`: said by a secondary source and not verified.
 */
export const STATUSES = ["reported", "estimate", "provisional", "claimed"] as const;
export type Status = (typeof STATUSES)[number];

/** A flow counted over its own period, or expressed at an annual rate. */
export const RATES = ["period", "annual"] as const;

/** The months of a year by number; by the calendar a year ends in the twelfth. */
export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
export const CALENDAR_YEAR_ENDS = 12;

/** Not adjusted, adjusted, or adjusted and at an annual rate: the letters FRED uses. */
export const SEASONAL_ADJUSTMENTS = ["NSA", "SA", "SAAR"] as const;

/** Who may see a series: everybody, or only people with a role. */
export const VISIBILITIES = ["public", "private"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** The form of a series code; a code is unique and never used again for another series. */
export const SERIES_CODE = /^[A-Z0-9_]{1,25}$/;

/**
 * Everything the comparability guard reasons about.
 * - `rate`: a flow counted over its own period, or expressed at an annual rate (GDP, run-rates).
 * - `yearEnds`: the month in which the year named by its periods ends: 12 by the calendar, 6 for a fiscal year
 *   that ends in June, 11 for quarters that end in February, May, August and November.
 * - `geography`: `WORLD`, ISO country code, or `COMPANY` for a single firm.
 * - `sector`: `ALL`, `AI`, `INTERNET`, `TELECOM`, …
 * - `universe`: whose definition and sample: `Crunchbase`, `PitchBook-NVCA`, `Venture Economics`, …
 */
export interface SeriesType {
  readonly measure: Measure;
  readonly unit: Unit;
  readonly prices: Prices;
  readonly frequency: Frequency;
  readonly rate: (typeof RATES)[number];
  readonly yearEnds: number;
  readonly geography: string;
  readonly sector: string;
  readonly universe: string;
}

/** One value for one period; `null` is missing and is never 0. */
export interface Observation {
  readonly period: Period;
  readonly value: number | null;
  readonly status: Status;
}

/**
 * One quantity over time. Observations are in calendar order, one a period; periods may be missing.
 * Currency amounts inside `lib` are in whole units (scale 1): $35.5B is 35_500_000_000.
 */
export interface Series {
  readonly code: string;
  readonly title: string;
  readonly type: SeriesType;
  readonly observations: readonly Observation[];
}
