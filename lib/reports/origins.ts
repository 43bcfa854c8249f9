import type { FormulaContext, Node } from "../formula/index.ts";
import type { Period } from "../periods/period.ts";
import type { Report, SeriesRecord } from "../series/record.ts";
import { firstReports } from "./as-reported.ts";
import { type Read, readerOf } from "./reads.ts";

/** A stored value that a computed one rests on, by the report it is of. */
export interface Origin {
  readonly code: string;
  readonly period: Period;
  readonly report: Report;
}

/** The stored values behind a formula's values of `periods`. */
export type Origins = (periods: Iterable<Period>) => Origin[];

/**
 * Traces the values of a formula to the stored values they rest on, with the report of each: series by series in the
 * order of reading (see `readerOf`). What is not stored, or stored as missing, is left out. The formula is one that
 * was evaluated over these records.
 */
export function originsOf(
  root: Node,
  records: ReadonlyMap<string, SeriesRecord>,
  context: FormulaContext,
): Origins {
  const reads = readerOf(root, records, context);
  const known = new Map<string, ReadonlyMap<Period, Report>>();
  const reportsOf = ({ code, isFirst }: Read): ReadonlyMap<Period, Report> => {
    const name = `${code} ${isFirst}`;
    const reports = known.get(name) ?? reportsByPeriod(records.get(code), isFirst);
    known.set(name, reports);
    return reports;
  };
  return (periods) =>
    reads(periods).flatMap((read) => {
      const reports = reportsOf(read);
      return [...read.periods].flatMap((period) => {
        const report = reports.get(period);
        return report ? [{ code: read.code, period, report }] : [];
      });
    });
}

function reportsByPeriod(record: SeriesRecord | undefined, isFirst: boolean): Map<Period, Report> {
  const reports = new Map<Period, Report>();
  if (!record) return reports;
  for (const [index, { period, value }] of record.series.observations.entries()) {
    const report = record.reports[index];
    if (report && value !== null) reports.set(period, report);
  }
  if (isFirst) for (const [period, first] of firstReports(record)) reports.set(period, first);
  return reports;
}
