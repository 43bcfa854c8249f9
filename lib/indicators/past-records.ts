import type { Period } from "../periods/period.ts";
import type { ReportedValue, SeriesRecord } from "../series/record.ts";

/** A record with what was said of each of its periods, by when. */
export interface PastRecord {
  readonly record: SeriesRecord;
  /** By period, the first report first; what stands now is the last. */
  readonly reports: ReadonlyMap<Period, readonly ReportedValue[]>;
  /**
   * Whether a report of it is stored from the years looked at. Of such a series a value counts from its report on; of
   * any other, which is one later copy, nobody stored when its values were said.
   */
  readonly isOfItsTime: boolean;
}

/** A record for looking back to days up to `until` (`YYYY-MM-DD`). */
export function pastRecord(record: SeriesRecord, until: string): PastRecord {
  const reports = new Map<Period, ReportedValue[]>();
  const note = (report: ReportedValue) => {
    reports.set(report.period, [...(reports.get(report.period) ?? []), report]);
  };
  record.earlierReports.forEach(note);
  for (const [index, observation] of record.series.observations.entries()) {
    const report = record.reports[index];
    if (report) note({ ...observation, ...report });
  }
  const isOfItsTime = [...reports.values()].some(([first]) => first !== undefined && first.vintage <= until);
  return { record, reports, isOfItsTime };
}

/**
 * The record as it stood on `day`: each period by the newest report of it by then, and the reports before it. A period
 * that had none keeps its first report, so that formulas which divide by a later month still have it.
 */
export function recordOn(day: string, { record, reports, isOfItsTime }: PastRecord): SeriesRecord {
  if (!isOfItsTime) return record;
  const said = record.series.observations.map(({ period }) => {
    const all = reports.get(period) ?? [];
    const byThen = all.filter(({ vintage }) => vintage <= day);
    return byThen.length > 0 ? byThen : all.slice(0, 1);
  });
  const standing = said.flatMap((each) => each.slice(-1));
  return {
    ...record,
    series: {
      ...record.series,
      observations: standing.map(({ period, value, status }) => ({ period, value, status })),
    },
    reports: standing,
    earlierReports: said.flatMap((each) => each.slice(0, -1)),
  };
}

/** The days up to `until` on which a report changed what had been said of a period, in order. */
export function restatementDays({ reports, isOfItsTime }: PastRecord, until: string): string[] {
  if (!isOfItsTime) return [];
  const restated = [...reports.values()].flatMap((said) => said.slice(1));
  return [...new Set(restated.map(({ vintage }) => vintage))].filter((day) => day <= until).sort();
}
