import type { Era } from "../eras/era.ts";
import type { FormulaContext } from "../formula/index.ts";
import { carryForward } from "../gauge/carry-forward.ts";
import { peakRatio } from "../gauge/peak-ratio.ts";
import { formatPeriod } from "../numbers/format-period.ts";
import { lastDay, mustParse } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Course, Courses, PeriodValue } from "./course.ts";
import type { Indicator } from "./indicator.ts";
import { KINDS } from "./registry.ts";
import { type Scale, scaleOf } from "./scale.ts";

/** An indicator with what it was now and then, and the scale that both are placed on. */
export interface Input {
  readonly indicator: Indicator;
  readonly courses: Courses;
  readonly scale: Scale;
  /** The last day of each value's period, in the order of the values. */
  readonly ends: { readonly now: readonly string[]; readonly then: readonly string[] };
  /** Days after the end of its period for which a value counts, by the series themselves; `null`: they do not say. */
  readonly limitDays: { readonly now: number | null; readonly then: number | null };
}

/** What inputs are made from. */
export interface InputContext {
  readonly records: ReadonlyMap<string, SeriesRecord>;
  readonly formula: FormulaContext;
  /** The dot-com years. */
  readonly run: Era;
}

/** The input that an indicator gives, or why it gives none, as a clause. */
export function inputOf(
  indicator: Indicator,
  { records, formula, run }: InputContext,
): Result<Input, string> {
  const courses = KINDS[indicator.kind].follow(indicator, { records, formula, run });
  if (!courses.ok) return courses;
  const scale = scaleOf(indicator, courses.value, run);
  if (!scale.ok) return scale;
  const { now, then } = courses.value;
  const context = { records, formula };
  return ok({
    indicator,
    courses: courses.value,
    scale: scale.value,
    ends: { now: endsOf(now), then: endsOf(then) },
    limitDays: { now: shortestLimit(now, context), then: shortestLimit(then, context) },
  });
}

/**
 * Days after the end of its period for which a value of a course counts, by the series themselves: the least that one
 * of them allows. Output and prices, which formulas imply, set no limit. `null`: they do not say.
 */
export function shortestLimit(
  course: Course | null,
  { records, formula }: Pick<InputContext, "records" | "formula">,
): number | null {
  const implied = new Set([formula.deflator, formula.gdpQuarterly, formula.gdpAnnual]);
  const limits = (course?.codes ?? [])
    .filter((code) => !implied.has(code))
    .flatMap((code) => records.get(code)?.staleAfterDays ?? []);
  return limits.length === 0 ? null : Math.min(...limits);
}

function endsOf(course: Course | null): string[] {
  return (course?.values ?? []).map(({ period }) => lastDay(period));
}

/** An input on a day: the value in force, and where it stands between calm years (0) and the dot-com peak (100). */
export interface Placed {
  readonly value: PeriodValue;
  readonly ageDays: number;
  readonly place: number;
}

/**
 * What an input stood at on `day` (`YYYY-MM-DD`), in this boom or in the dot-com years: the newest value whose period
 * had ended, as long as it counts. Error: why nothing counts, as a clause.
 */
export function placedOn(
  day: string,
  { courses, scale, ends, limitDays }: Input,
  boom: "now" | "then",
): Result<Placed, string> {
  const newest = courses[boom]?.values[ends[boom].findLastIndex((end) => end <= day)];
  const inForce = valueInForce(day, newest, limitDays[boom]);
  if (!inForce.ok) return inForce;
  const place = peakRatio(inForce.value.value.value, scale.peak);
  return place === null ? err("its place on the scale is no finite number") : ok({ ...inForce.value, place });
}

/**
 * The newest value that was known on `day`, as long as it counts: for a time that its frequency allows
 * (`carryForward`), and for no longer than `limitDays`, which its series allow themselves. Error: why it does not
 * count, as a clause.
 */
export function valueInForce(
  day: string,
  newest: PeriodValue | undefined,
  limitDays: number | null,
): Result<Pick<Placed, "value" | "ageDays">, string> {
  if (newest === undefined) return err("no value was known");
  const carried = carryForward([newest], mustParse(newest.period).frequency, day);
  if (!carried.ok) return err(carried.error.message);
  const { value, period, ageDays } = carried.value;
  if (limitDays !== null && ageDays > limitDays) {
    return err(
      `the newest value, of ${formatPeriod(period)}, is ${ageDays} days old; its series count as stale after ${limitDays}`,
    );
  }
  return ok({ value: { value, period }, ageDays });
}
