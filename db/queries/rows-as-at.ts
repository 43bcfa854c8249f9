import { and, asc, eq, gt } from "drizzle-orm";
import type { StoredRows, StoredTable } from "../../lib/revisions/row-change.ts";
import { revisionChange } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** Rows as they were, by key; `null` stands for one that was not there yet. */
export type RowsThen<Row> = ReadonlyMap<string, Row | null>;

/**
 * The rows of a small table that changed after revision `asAt`, as they were at it: what the first later change found.
 * A row without an entry is as it is now.
 */
export async function rowsThen<Table extends StoredTable>(
  db: Db,
  table: Table,
  asAt: number,
): Promise<RowsThen<StoredRows[Table]>> {
  const { tableName, key, before, revision } = revisionChange;
  const rows = await db
    .selectDistinctOn([key], { key, before })
    .from(revisionChange)
    .where(and(eq(tableName, table), gt(revision, asAt)))
    .orderBy(asc(key), asc(revision));
  return new Map(rows.map((row) => [row.key, row.before as StoredRows[Table] | null]));
}

/** Rows of now with those that changed since as they were then, in no order. */
export function asTheyWere<Row>(
  now: readonly Row[],
  then: RowsThen<Row>,
  keyOf: (row: Row) => string,
): Row[] {
  const unchanged = now.filter((row) => !then.has(keyOf(row)));
  const changed = [...then.values()].filter((row) => row !== null);
  return [...unchanged, ...changed];
}
