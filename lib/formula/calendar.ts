import { frequencyWords, isNamedByYear } from "../periods/frequency.ts";
import { monthWords } from "../periods/month-words.ts";
import { CALENDAR_YEAR_ENDS, type SeriesType } from "../series/series.ts";

/** Whether the periods of one series lie elsewhere in the calendar than those of the other that bear the same name. */
export function areCalendarsUnlike(a: SeriesType, b: SeriesType): boolean {
  return isNamedByYear(a.frequency) && isNamedByYear(b.frequency) && a.yearEnds !== b.yearEnds;
}

/** Whether periods are named by a year that is not the calendar's. */
export function isFiscal(type: SeriesType): boolean {
  return type.yearEnds !== CALENDAR_YEAR_ENDS;
}

/** `calendar quarters`, `years that end in June`, `quarters of years that end in November`. */
export function calendarWords({ frequency, yearEnds }: SeriesType): string {
  const periods = `${frequencyWords(frequency).noun}s`;
  if (yearEnds === CALENDAR_YEAR_ENDS) return `calendar ${periods}`;
  const years = `years that end in ${monthWords(yearEnds)}`;
  return frequency === "A" ? years : `${periods} of ${years}`;
}
