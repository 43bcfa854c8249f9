import { type EditedTable, editedTableOf, keyFieldOf } from "./edited-table.ts";
import type { ListedRow } from "./row-list.ts";
import type { User } from "./usage.ts";

/** The page of one row’s form. */
export function formAddress(table: EditedTable, key: string): string {
  return `/admin/data/${table}/${encodeURIComponent(key)}`;
}

/** The form of what uses a row, if there is one. */
export function userAddress({ row }: User): string | null {
  const table = editedTableOf(row?.table);
  return row && table ? formAddress(table, row.key) : null;
}

/** Where everyone sees a row; `null` if nobody does, or if it has no place of its own. */
export function publicAddress(table: EditedTable, { texts, isRetired }: ListedRow): string | null {
  const key = texts[keyFieldOf(table)] ?? "";
  switch (table) {
    case "series":
      return isRetired || texts.visibility === "private" ? null : `/series/${key}`;
    case "figures":
      return texts.isOnDashboard === "true" ? `/#figure-${key}` : null;
    case "events":
    case "eras":
      return `/eras#${key}`;
    case "rounds":
      return `/rounds#${key}`;
    case "indicators":
      return `/indicators/${key}`;
    case "sources":
    case "thresholds":
      return null;
  }
}
