import type { EditedTable } from "../../../../lib/editing/edited-table.ts";
import { TABLE_WORDS } from "../../../../lib/editing/words.ts";

/** The way to the list of a table. */
export const DATA_TRAIL = [
  { href: "/", label: "Dashboard" },
  { href: "/admin/data", label: "Data" },
];

/** The way to the form of a row. */
export function rowTrail(table: EditedTable) {
  return [...DATA_TRAIL, { href: `/admin/data/${table}`, label: TABLE_WORDS[table].title }];
}
