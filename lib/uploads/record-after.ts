import { isSameDecimal } from "../ingestion/decimal.ts";
import type { Report, SeriesRecord } from "../series/record.ts";
import type { BeforeAndAfter } from "./before-and-after.ts";

/**
 * A series as figures would have it after a commit: values that stay keep their status and report, values that change
 * or are new are reported by `report`. What was reported before is left as it is known.
 *
 * `course`: every period of before or after, in calendar order, values as stored; `inUnits` gives them in whole units.
 */
export function recordAfter(
  record: SeriesRecord,
  course: readonly BeforeAndAfter[],
  report: Report,
  inUnits: (value: string | null) => number | null,
): SeriesRecord {
  const { observations } = record.series;
  const placeOf = new Map(observations.map(({ period }, at) => [period, at]));
  const after = course.map(({ period, before, after: value }) => {
    const at = placeOf.get(period);
    const observation = at === undefined ? undefined : observations[at];
    const known = at === undefined ? undefined : record.reports[at];
    if (observation && known && isSame(before, value)) return { observation, report: known };
    return { observation: { period, value: inUnits(value), status: "reported" as const }, report };
  });
  return {
    ...record,
    series: { ...record.series, observations: after.map((each) => each.observation) },
    reports: after.map((each) => each.report),
  };
}

function isSame(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : isSameDecimal(a, b);
}
