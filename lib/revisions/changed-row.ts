import { type ChangedField, changedFields } from "./changed-fields.ts";
import { type RowChange, rowTitle, type StoredTable } from "./row-change.ts";
import type { RowDeeds } from "./row-deeds.ts";

/** A row of a small table that is added, changed or removed, as people are told of it. */
export interface ChangedRow {
  readonly table: StoredTable;
  readonly key: string;
  readonly title: string;
  readonly deed: keyof RowDeeds;
  /** What differs in a row that is changed. */
  readonly fields: readonly ChangedField[];
}

/** A change of a stored row, with the fields in which its two states differ. */
export function changedRow({ table, key, before, after }: RowChange): ChangedRow {
  const row = after ?? before;
  return {
    table,
    key,
    title: row === null ? key : rowTitle(row),
    deed: before === null ? "added" : after === null ? "removed" : "changed",
    fields: changedFields(before, after),
  };
}
