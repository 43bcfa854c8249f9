import { isWeekend, periodsBetween } from "../periods/alignment.ts";
import type { Frequency } from "../periods/frequency.ts";
import { mustParse, type Period } from "../periods/period.ts";
import type { Observation, Series } from "./series.ts";

/**
 * The same series with a `null` for every regular period missing between its first and last. A daily series
 * without a weekend value steps from Friday to Monday, as FRED's daily series do. An irregular series, which
 * has no missing periods, comes back unchanged.
 */
export function contiguous(series: Series): Series {
  const { observations } = series;
  const first = observations[0];
  const last = observations.at(-1);
  if (series.type.frequency === "I" || !first || !last) return series;
  if (isUnbroken(series.type.frequency, observations.length, first.period, last.period)) return series;
  const known = new Map(observations.map((observation) => [observation.period, observation]));
  const periods = stepsBetween(
    first.period,
    last.period,
    series.type.frequency === "D" ? [...known.keys()] : null,
  );
  if (periods.length === observations.length) return series;
  return { ...series, observations: periods.map((period) => known.get(period) ?? gapAt(period)) };
}

/** Whether the count leaves no room for a gap; of days it cannot tell, since weekends may be missing. */
function isUnbroken(frequency: Frequency, count: number, from: Period, to: Period): boolean {
  return frequency !== "D" && mustParse(to).ordinal - mustParse(from).ordinal + 1 === count;
}

/** `days` are the known days of a daily series, `null` for other frequencies. */
function stepsBetween(from: Period, to: Period, days: readonly Period[] | null): Period[] {
  const all = periodsBetween(from, to);
  return days && !days.some(isWeekend) ? all.filter((day) => !isWeekend(day)) : all;
}

/** A gap says nothing about how sure its neighbours are, so it carries the surest status. */
function gapAt(period: Period): Observation {
  return { period, value: null, status: "reported" };
}
