import { invariant } from "../invariant.ts";
import type { Period } from "../periods/period.ts";
import type { Report, ReportedValue, SeriesRecord } from "../series/record.ts";

/** Which of several reports: the newest, or the first. */
export type Which = "newest" | "first";

/** A record in which every value is the first report of its period. */
export function asFirstReported(record: SeriesRecord): SeriesRecord {
  return record.earlierReports.length === 0 ? record : withReports(record, firstReports(record));
}

/** The first report of every period that was reported again since. */
export function firstReports({ earlierReports }: SeriesRecord): ReadonlyMap<Period, ReportedValue> {
  const first = new Map<Period, ReportedValue>();
  for (const report of earlierReports) if (!first.has(report.period)) first.set(report.period, report);
  return first;
}

/**
 * The records with the values of `codes` taken, period by period, from one report: the newest, or the first, that
 * gave a value of each of them. A report is known by its vintage. Periods for which there is none, or in which one
 * of the series has no value now, stay as they are.
 *
 * Example: a quarter's AI funding was last reported in April, all funding in April and again in July. Both are taken
 * from the report of April.
 */
export function ofOneReport(
  codes: readonly string[],
  records: ReadonlyMap<string, SeriesRecord>,
  which: Which,
): Map<string, SeriesRecord> {
  const joined = codes.flatMap((code) => records.get(code) ?? []);
  const histories = joined.map(historyOf);
  const [leading, ...others] = histories;
  const chosen = joined.map(() => new Map<Period, ReportedValue>());
  for (const [period, reports] of leading ?? []) {
    const vintages = [...reports.keys()].filter((vintage) =>
      others.every((history) => history.get(period)?.has(vintage)),
    );
    const vintage = which === "newest" ? vintages.at(-1) : vintages[0];
    if (vintage === undefined) continue;
    for (const [index, history] of histories.entries()) {
      const report = history.get(period)?.get(vintage);
      invariant(report, `the report of ${vintage} gave ${codes[index]} in ${period}`);
      chosen[index]?.set(period, report);
    }
  }
  const paired = new Map(records);
  for (const [index, record] of joined.entries()) {
    paired.set(record.series.code, withReports(record, chosen[index] ?? new Map()));
  }
  return paired;
}

/** What was reported of each period that has a value now, by vintage, the first report first; no missing values. */
function historyOf(record: SeriesRecord): Map<Period, Map<string, ReportedValue>> {
  const history = new Map<Period, Map<string, ReportedValue>>();
  const note = (report: ReportedValue) => {
    if (report.value === null) return;
    const known = history.get(report.period) ?? new Map<string, ReportedValue>();
    history.set(report.period, known.set(report.vintage, report));
  };
  record.earlierReports.forEach(note);
  for (const [index, observation] of record.series.observations.entries()) {
    const report = record.reports[index];
    if (observation.value === null) history.delete(observation.period);
    else if (report) note({ ...observation, ...report });
  }
  return history;
}

function withReports(record: SeriesRecord, chosen: ReadonlyMap<Period, ReportedValue>): SeriesRecord {
  const { series, reports } = record;
  const reportOf = (index: number, standing: Report): Report =>
    chosen.get(series.observations[index]?.period ?? "") ?? standing;
  return {
    ...record,
    series: {
      ...series,
      observations: series.observations.map((observation) => {
        const report = chosen.get(observation.period);
        return report ? { period: report.period, value: report.value, status: report.status } : observation;
      }),
    },
    reports: reports.map((standing, index) => reportOf(index, standing)),
  };
}
