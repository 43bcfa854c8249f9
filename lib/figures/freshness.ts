import { formatPeriod } from "../numbers/format-period.ts";
import { dayNumber, lastDay, type Period } from "../periods/period.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Freshness } from "./model.ts";

/**
 * How fresh a figure is, from the last period drawn of each of its lines. A watched series is stale when more days than it allows itself have passed from the
 * last day of its newest value to `today`; one that allows itself any age is never stale.
 */
export function freshness(
  lastDrawn: readonly Period[],
  watched: readonly SeriesRecord[],
  today: string,
): Freshness {
  const lastPeriod = newest(lastDrawn);
  const stale = watched.flatMap((record) => {
    const days = daysOverdue(record, today);
    return days === null ? [] : [days];
  });
  const parts = [
    lastPeriod === null ? "No data" : `Data to ${formatPeriod(lastPeriod)}`,
    ...(stale.length > 0 ? [`stale: ${stale.join(", ")}`] : []),
  ];
  return { isStale: stale.length > 0, text: parts.join("; "), lastPeriod };
}

/** The last period that has a value, or `null`. */
export function newestPeriod({ series }: SeriesRecord): Period | null {
  return series.observations.findLast(({ value }) => value !== null)?.period ?? null;
}

function newest(periods: readonly Period[]): Period | null {
  return periods.reduce<Period | null>(
    (latest, period) => (latest !== null && lastDay(latest) >= lastDay(period) ? latest : period),
    null,
  );
}

function daysOverdue(record: SeriesRecord, today: string): string | null {
  const period = newestPeriod(record);
  if (period === null || record.staleAfterDays === null) return null;
  const ended = lastDay(period);
  const days = dayNumber(today) - dayNumber(ended);
  if (days <= record.staleAfterDays) return null;
  return `${record.series.code} ended ${formatPeriod(ended)}, ${days} days ago`;
}
