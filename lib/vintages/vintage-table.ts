import type { Period } from "../periods/period.ts";

/** One stored row of a series: what was said of `period` on the day `vintage`. `value` is an exact decimal. */
export interface VintageRow {
  readonly period: Period;
  readonly value: string | null;
  readonly vintage: string;
}

/**
 * What one publication month says of a period.
 * - `first`: its first report.  `restated`: another value than before.  `repeated`: published again, unchanged.
 * - `standing`: nothing new; what was said before stands.  `before`: not reported yet.
 */
export interface VintageCell {
  readonly kind: "first" | "restated" | "repeated" | "standing" | "before";
  /** The value said in this month, for `first`, `restated` and `repeated`; `null` says that it was withdrawn. */
  readonly value: string | null;
}

/** What was known when: a row a period, a column a publication month. */
export interface VintageTable {
  /** Months in which something was published, `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly rows: ReadonlyArray<{
    readonly period: Period;
    readonly cells: readonly VintageCell[];
    readonly first: string | null;
    readonly latest: string | null;
    /** latest ÷ first − 1; `null` when it was never restated, or either is missing, or the first is not positive. */
    readonly move: number | null;
  }>;
}

/**
 * Lays the vintages of a series out as a table. Rows come by period, within it by vintage, within it in the order of
 * their revisions; the last of several rows of one month counts. Periods keep their order.
 */
export function vintageTable(rows: readonly VintageRow[]): VintageTable {
  const months = [...new Set(rows.map((row) => row.vintage.slice(0, 7)))].sort();
  const byPeriod = new Map<Period, VintageRow[]>();
  for (const row of rows) {
    const known = byPeriod.get(row.period);
    if (known) known.push(row);
    else byPeriod.set(row.period, [row]);
  }
  return { months, rows: [...byPeriod].map(([period, vintages]) => tableRow(period, vintages, months)) };
}

function tableRow(period: Period, vintages: readonly VintageRow[], months: readonly string[]) {
  const said = new Map(vintages.map((row) => [row.vintage.slice(0, 7), row.value]));
  const cells: VintageCell[] = [];
  let known: { value: string | null } | null = null;
  for (const month of months) {
    const value = said.get(month);
    if (value === undefined) {
      cells.push({ kind: known === null ? "before" : "standing", value: null });
      continue;
    }
    cells.push({
      kind: known === null ? "first" : isSame(known.value, value) ? "repeated" : "restated",
      value,
    });
    known = { value };
  }
  const first = vintages[0]?.value ?? null;
  const latest = vintages.at(-1)?.value ?? null;
  return { period, cells, first, latest, move: moveOf(first, latest) };
}

function isSame(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && Number(a) === Number(b));
}

function moveOf(first: string | null, latest: string | null): number | null {
  if (first === null || latest === null || isSame(first, latest)) return null;
  return Number(first) > 0 ? Number(latest) / Number(first) - 1 : null;
}
