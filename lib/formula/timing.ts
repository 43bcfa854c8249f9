import { yearsBetween } from "../periods/alignment.ts";
import { type Frequency, PERIODS_PER_YEAR } from "../periods/frequency.ts";
import { dayNumber, endDayNumber, type Period, parsePeriod, shiftPeriod } from "../periods/period.ts";

/**
 * When the values of a part of a formula are from: `periods` that were chosen, and how many periods (`lags`)
 * before the one it stands at a value that moves along with its series is from. A plain number has neither,
 * one value has periods, a series has lags, a series beside one value has both.
 */
export interface Timing {
  readonly periods: readonly Period[];
  readonly lags: readonly number[];
}

/** Of a plain number. */
export const AT_ANY_TIME: Timing = { periods: [], lags: [] };

/** Of a stored series: each value is from the period it stands at. */
export const AS_IT_STANDS: Timing = { periods: [], lags: [0] };

/** The timing after the values were moved to the period so many steps later. */
export function lagged({ periods, lags }: Timing, steps: number): Timing {
  return { periods, lags: lags.map((lag) => lag + steps) };
}

/** The timing of the value at one period. A lag to before the first year that can be written is left out. */
export function chosenAt({ periods, lags }: Timing, period: Period): Timing {
  const moved = lags.map((lag) => shiftPeriod(period, -lag)).filter((from) => parsePeriod(from) !== null);
  return { periods: distinct([...periods, ...moved]), lags: [] };
}

/** The timing of what two parts are joined to. */
export function joinedTiming(a: Timing, b: Timing): Timing {
  return { periods: distinct([...a.periods, ...b.periods]), lags: distinct([...a.lags, ...b.lags]) };
}

/**
 * Whether two parts are about the same time: as many periods back, and each chosen period holds one of the
 * other's or lies in one, as the second quarter lies in the first half.
 */
export function isSameTime(a: Timing, b: Timing): boolean {
  return areCovered(a, b) && areCovered(b, a);
}

/** Whether two parts have some time in common. One value beside a whole series lies in it. */
export function doMeet(a: Timing, b: Timing): boolean {
  if (a.lags.length + b.lags.length > 0 && a.periods.length + b.periods.length > 0) return true;
  return (
    a.lags.some((lag) => b.lags.includes(lag)) ||
    a.periods.some((one) => b.periods.some((other) => areNested(one, other)))
  );
}

/** The most years between the times of two parts; 0 where nothing is known of one of them beside the other. */
export function yearsApart(a: Timing, b: Timing, frequency: Frequency): number {
  const perYear = frequency === "I" ? 1 : PERIODS_PER_YEAR[frequency];
  const lags = a.lags.flatMap((one) => b.lags.map((other) => Math.abs(one - other) / perYear));
  const periods = a.periods.flatMap((one) => b.periods.map((other) => Math.abs(yearsBetween(one, other))));
  return Math.max(0, ...lags, ...periods);
}

function areCovered(inner: Timing, outer: Timing): boolean {
  return (
    inner.lags.every((lag) => outer.lags.includes(lag)) &&
    inner.periods.every((period) =>
      outer.periods.some((other) => holds(other, period) || holds(period, other)),
    )
  );
}

function areNested(one: Period, other: Period): boolean {
  return holds(one, other) || holds(other, one);
}

function holds(outer: Period, inner: Period): boolean {
  return dayNumber(outer) <= dayNumber(inner) && endDayNumber(inner) <= endDayNumber(outer);
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
