import type { Frequency } from "../periods/frequency.ts";
import { type Period, parsePeriod, periodAt } from "../periods/period.ts";
import type { VintageRow } from "./vintage-table.ts";

/** One period of a series: the row that holds now, what was reported first, or neither when nothing is stored. */
export interface LedgerLine<Row extends VintageRow> {
  readonly period: Period;
  readonly latest: Row | null;
  /** The first report; the same row as `latest` when it was never restated. */
  readonly first: Row | null;
  /** All that was stored of it, by vintage and revision; a correction of a vintage is a row of its own. */
  readonly rows: readonly Row[];
}

/**
 * All periods of a series, newest first, with those between the first and the last that have no row: a gap is a line
 * of its own. Rows come by period, within it by vintage and revision. Periods of an irregular series have no gaps.
 */
export function ledger<Row extends VintageRow>(
  rows: readonly Row[],
  frequency: Frequency,
): LedgerLine<Row>[] {
  const stored = new Map<Period, LedgerLine<Row>>();
  for (const row of rows) {
    const known = stored.get(row.period);
    const all = [...(known?.rows ?? []), row];
    stored.set(row.period, { period: row.period, latest: row, first: known?.first ?? row, rows: all });
  }
  const lines = [...stored.values()];
  const periods = frequency === "I" ? [...stored.keys()] : everyPeriod(lines, frequency);
  return periods
    .map((period) => stored.get(period) ?? { period, latest: null, first: null, rows: [] })
    .reverse();
}

function everyPeriod(
  lines: ReadonlyArray<{ readonly period: Period }>,
  frequency: Exclude<Frequency, "I">,
): Period[] {
  const ordinals = lines.flatMap(({ period }) => parsePeriod(period)?.ordinal ?? []);
  if (ordinals.length === 0) return [];
  const [first, last] = [Math.min(...ordinals), Math.max(...ordinals)];
  return Array.from({ length: last - first + 1 }, (_, at) => periodAt(frequency, first + at));
}
