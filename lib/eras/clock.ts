import { containingPeriod, mustParse, ordinal, type Period, periodAt } from "../periods/period.ts";
import type { Observation, Series } from "../series/series.ts";

/** What a clock counts: months, quarters or years since an onset. */
export const CLOCKS = ["M", "Q", "A"] as const;
export type Clock = (typeof CLOCKS)[number];

/** One observation on a clock: it fills the axis from `step` to `stepEnd`. */
export interface ClockPoint extends Observation {
  readonly step: number;
  readonly stepEnd: number;
}

const MONTHS_A_STEP: Readonly<Record<Clock, number>> = { M: 1, Q: 3, A: 12 };
const MONTHS_A_PERIOD = { D: 1, W: 1, M: 1, Q: 3, H: 6, A: 12 } as const;

/**
 * Steps from an onset to a period; negative before it.
 *
 * step = first month of the period ÷ months a step − number of the clock period that holds the onset
 *
 * A period stands where it begins: with an onset in August 1995, `1996-Q1` is at month 5, which is January.
 * Days and weeks stand at their month. A period finer than the clock stands at a fraction inside its clock
 * period: on a clock of years with that onset, `1996-07` is at 1.5, inside 1996 at 1.
 */
export function stepsSinceOnset(period: Period, onset: Period, clock: Clock): number {
  const months = MONTHS_A_STEP[clock];
  return firstMonth(period) / months - Math.floor(firstMonth(onset) / months);
}

/** The month, quarter or year that a whole step falls on; the inverse of {@link stepsSinceOnset}. */
export function periodAtStep(step: number, onset: Period, clock: Clock): Period {
  return periodAt(clock, ordinal(containingPeriod(onset, clock), clock) + Math.floor(step));
}

/**
 * A series on the clock that starts at an onset: same observations, same order, gaps kept, each with its place.
 * Works for every frequency, so that a quarterly and a monthly series can share one clock.
 */
export function onClock(series: Pick<Series, "observations">, onset: Period, clock: Clock): ClockPoint[] {
  return series.observations.map((observation) => {
    const { frequency } = mustParse(observation.period);
    const step = stepsSinceOnset(observation.period, onset, clock);
    return { ...observation, step, stepEnd: step + MONTHS_A_PERIOD[frequency] / MONTHS_A_STEP[clock] };
  });
}

/**
 * What stood at the same age: the point whose span holds `step`, or `null` when there is none or its value is
 * missing. Nothing is carried forward or interpolated.
 */
export function sameAge(points: readonly ClockPoint[], step: number): ClockPoint | null {
  const point = points.find((candidate) => candidate.step <= step && step < candidate.stepEnd);
  return point && point.value !== null ? point : null;
}

/** The ordinal of the month that holds a period's first day. */
function firstMonth(period: Period): number {
  const { frequency, ordinal: own } = mustParse(period);
  if (frequency === "D" || frequency === "W") return ordinal(containingPeriod(period, "M"), "M");
  return own * MONTHS_A_PERIOD[frequency];
}
