import { max } from "d3-array";
import { firstDay, lastDay, type Period } from "../periods/period.ts";
import { err, ok, type Result } from "../result.ts";
import type { Course, PeriodValue } from "./course.ts";
import type { Indicator } from "./indicator.ts";
import { shortestLimit } from "./input.ts";
import type { KindContext } from "./kinds/kind.ts";
import { type PastRecord, pastRecord, recordOn, restatementDays } from "./past-records.ts";
import { KINDS } from "./registry.ts";

/** What the course of an indicator in the dot-com years rests on: its series by what is stored of them. */
export interface CourseBasis {
  /** Codes of series with reports of those years: a value counts from its report on. */
  readonly ofItsTime: readonly string[];
  /**
   * Codes of series of which a later copy is stored, with its newest vintage of those years: a value counts from the
   * end of its period.
   */
  readonly copies: ReadonlyArray<{ readonly code: string; readonly vintage: string }>;
}

/** The course of an indicator in the dot-com years, as it was known day by day. */
export interface CourseThen {
  readonly indicator: Indicator;
  readonly basis: CourseBasis;
  /** Days after the end of its period for which a value counts, by its series; `null`: they do not say. */
  readonly limitDays: number | null;
  /** The values known on a day (`YYYY-MM-DD`): periods that had ended and, where reports are stored, were reported. */
  readonly knownOn: (day: string) => readonly PeriodValue[];
}

/** What courses are looked back from. */
export interface LookBack extends KindContext {
  /** The last day that is looked back to, `YYYY-MM-DD`. */
  readonly until: string;
}

/**
 * The course of an indicator as it was known on the days up to `until`. Series with reports of that time are read by
 * the newest report of the day; of others the copy that is stored. Error: why there is no course, as a clause.
 *
 * A formula may divide by a month that was still to come, as a run-up by the month of onset: by a constant, which moves
 * no percentile.
 */
export function courseThen(
  indicator: Indicator,
  { until, ...context }: LookBack,
): Result<CourseThen, string> {
  const followed = follow(indicator, context);
  if (!followed.ok) return followed;
  const past = new Map(
    followed.value.codes.flatMap((code) => {
      const record = context.records.get(code);
      return record ? [[code, pastRecord(record, until)] as const] : [];
    }),
  );
  const reported = [...past.values()].filter(({ isOfItsTime }) => isOfItsTime);
  // Between two restatements the formula has the same values: it is evaluated once for each.
  const restated = [...new Set(reported.flatMap((each) => restatementDays(each, until)))].sort();
  const states = ["", ...restated].map((since) => ({
    since,
    values: timely(valuesOn(since, indicator, past, context), reported),
  }));
  return ok({
    indicator,
    basis: basisOf(past, until),
    limitDays: shortestLimit(followed.value, context),
    knownOn: (day) => {
      const state = states.findLast(({ since }) => since <= day);
      return (state?.values ?? []).filter(({ from }) => from <= day);
    },
  });
}

/** A value with the day from which it counts. */
interface TimelyValue extends PeriodValue {
  readonly from: string;
}

function follow(indicator: Indicator, context: KindContext): Result<Course, string> {
  const courses = KINDS[indicator.kind].follow(indicator, context);
  if (!courses.ok) return courses;
  return courses.value.then ? ok(courses.value.then) : err("no dot-com counterpart is stored");
}

/** The values of the whole course by the records of a day; none where the formula is refused on them. */
function valuesOn(
  day: string,
  indicator: Indicator,
  past: ReadonlyMap<string, PastRecord>,
  context: KindContext,
): readonly PeriodValue[] {
  const then = new Map([...past].map(([code, each]) => [code, recordOn(day, each)]));
  const course = follow(indicator, { ...context, records: new Map([...context.records, ...then]) });
  return course.ok ? course.value.values : [];
}

/** A value counts once its period has ended, and each reported series has said something of that period or its parts. */
function timely(values: readonly PeriodValue[], reported: readonly PastRecord[]): TimelyValue[] {
  return values.map((each) => {
    const ends = lastDay(each.period);
    const said = reported.flatMap((record) => firstVintages(record, each.period));
    return { ...each, from: max([ends, ...said]) ?? ends };
  });
}

function firstVintages({ reports }: PastRecord, period: Period): string[] {
  const own = reports.get(period)?.[0];
  if (own) return [own.vintage];
  const [begins, ends] = [firstDay(period), lastDay(period)];
  return [...reports].flatMap(([part, [first]]) =>
    first && firstDay(part) <= ends && lastDay(part) >= begins ? [first.vintage] : [],
  );
}

function basisOf(past: ReadonlyMap<string, PastRecord>, until: string): CourseBasis {
  const all = [...past];
  return {
    ofItsTime: all.flatMap(([code, { isOfItsTime }]) => (isOfItsTime ? [code] : [])),
    copies: all.flatMap(([code, { isOfItsTime, record }]) => {
      const ended = record.reports.filter((_, at) => {
        const period = record.series.observations[at]?.period;
        return period !== undefined && lastDay(period) <= until;
      });
      const newest = max(ended, ({ vintage }) => vintage);
      return isOfItsTime || newest === undefined ? [] : [{ code, vintage: newest }];
    }),
  };
}
