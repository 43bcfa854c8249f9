import { listed } from "./listed.ts";
import { STORED_TABLES, type StoredTable } from "./row-change.ts";
import { countOfRows } from "./table-words.ts";

/** How many rows are added, changed and removed. */
export interface RowDeeds {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The same of each table; one that is not there has none. */
export type TableDeeds = Readonly<Partial<Record<StoredTable, RowDeeds>>>;

const NO_DEEDS: RowDeeds = { added: 0, changed: 0, removed: 0 };
const DEEDS = ["added", "changed", "removed"] as const satisfies readonly (keyof RowDeeds)[];

/** Counts rows by what becomes of them. */
export function countDeeds(rows: Iterable<{ readonly deed: keyof RowDeeds }>): RowDeeds {
  let counts = NO_DEEDS;
  for (const { deed } of rows) counts = { ...counts, [deed]: counts[deed] + 1 };
  return counts;
}

/** The same, table by table. */
export function countDeedsByTable(
  rows: ReadonlyArray<{ readonly table: StoredTable; readonly deed: keyof RowDeeds }>,
): TableDeeds {
  const counted = STORED_TABLES.map((table) => [table, rows.filter((row) => row.table === table)] as const);
  return Object.fromEntries(
    counted
      .filter(([, ofTable]) => ofTable.length > 0)
      .map(([table, ofTable]) => [table, countDeeds(ofTable)]),
  );
}

/** For each deed that is done, to how many rows of which tables: `added`, `2 sources and 1 series`. */
export function deedsInWords(deeds: TableDeeds): ReadonlyArray<{ deed: keyof RowDeeds; rows: string }> {
  return DEEDS.flatMap((deed) => {
    const counted = STORED_TABLES.flatMap((table) => {
      const count = deeds[table]?.[deed] ?? 0;
      return count === 0 ? [] : [countOfRows(table, count)];
    });
    return counted.length === 0 ? [] : [{ deed, rows: listed(counted) }];
  });
}
