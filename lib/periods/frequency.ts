/** Regular frequencies: day, ISO week, month, quarter, half-year, year; finest first. */
export const REGULAR_FREQUENCIES = ["D", "W", "M", "Q", "H", "A"] as const;
export type RegularFrequency = (typeof REGULAR_FREQUENCIES)[number];

/** A series follows one regular frequency, or is irregular (`I`): dated points of any length. */
export const FREQUENCIES = [...REGULAR_FREQUENCIES, "I"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Observations a year, as FRED counts them for growth rates (FRED API, units). */
export const PERIODS_PER_YEAR: Readonly<Record<RegularFrequency, number>> = {
  D: 260,
  W: 52,
  M: 12,
  Q: 4,
  H: 2,
  A: 1,
};

const WORDS: Readonly<Record<Frequency, { adjective: string; noun: string }>> = {
  D: { adjective: "daily", noun: "day" },
  W: { adjective: "weekly", noun: "week" },
  M: { adjective: "monthly", noun: "month" },
  Q: { adjective: "quarterly", noun: "quarter" },
  H: { adjective: "half-yearly", noun: "half-year" },
  A: { adjective: "annual", noun: "year" },
  I: { adjective: "irregular", noun: "dated point" },
};

/** The words for a frequency: `quarterly`, `quarter`. */
export function frequencyWords(frequency: Frequency): { adjective: string; noun: string } {
  return WORDS[frequency];
}

/** Whether periods are named by a year, which may be a fiscal one; months and days are the same in any year. */
export function isNamedByYear(frequency: Frequency): boolean {
  return frequency === "A" || frequency === "H" || frequency === "Q";
}

/** Whether `a` has longer periods than `b` (a year is coarser than a quarter). */
export function isCoarser(a: RegularFrequency, b: RegularFrequency): boolean {
  return REGULAR_FREQUENCIES.indexOf(a) > REGULAR_FREQUENCIES.indexOf(b);
}
