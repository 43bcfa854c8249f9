import { formatPeriod } from "../numbers/format-period.ts";
import { lastDay, type Period } from "../periods/period.ts";
import { newestValue } from "../series/newest-value.ts";
import type { SeriesRecord } from "../series/record.ts";
import { daysStale } from "../series/staleness.ts";
import type { Freshness } from "./model.ts";

/**
 * How fresh a figure is: the last period drawn of any of its lines, and which of the watched series are stale,
 * counted from the end of their newest values.
 */
export function freshness(
  lastDrawn: readonly Period[],
  watched: readonly SeriesRecord[],
  asOf: string,
): Freshness {
  const lastPeriod = newest(lastDrawn);
  const stale = watched.flatMap((record) => staleWords(record, asOf) ?? []);
  const parts = [
    lastPeriod === null ? "No data" : `Data to ${formatPeriod(lastPeriod)}`,
    ...(stale.length > 0 ? [`stale: ${stale.join(", ")}`] : []),
  ];
  return { isStale: stale.length > 0, text: parts.join("; "), lastPeriod };
}

function newest(periods: readonly Period[]): Period | null {
  return periods.reduce<Period | null>(
    (latest, period) => (latest !== null && lastDay(latest) >= lastDay(period) ? latest : period),
    null,
  );
}

function staleWords({ series, staleAfterDays }: SeriesRecord, asOf: string): string | null {
  const period = newestValue(series)?.period ?? null;
  const days = daysStale(period, staleAfterDays, asOf);
  if (period === null || days === null) return null;
  return `${series.code} ended ${formatPeriod(lastDay(period))}, ${days} days ago`;
}
