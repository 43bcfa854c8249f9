import { dayNumber, lastDay, type Period } from "../periods/period.ts";

/**
 * Days from the last day of `lastPeriod` to `today` when that is more than the series allows itself, else `null`. A series
 * without values or without a limit (`staleAfterDays` null) is never stale.
 */
export function daysStale(
  lastPeriod: Period | null,
  staleAfterDays: number | null,
  today: string,
): number | null {
  if (lastPeriod === null || staleAfterDays === null) return null;
  const days = dayNumber(today) - dayNumber(lastDay(lastPeriod));
  return days > staleAfterDays ? days : null;
}
