import { cellText } from "../ingestion/cells.ts";
import { type EditedRows, type EditedTable, fieldNamesOf } from "./edited-table.ts";

/** A row as a form holds it: the text of each field. */
export type RowTexts = Readonly<Record<string, string>>;

/** The texts of a row, each as a data package would write it. */
export function textsOf<Table extends EditedTable>(table: Table, row: EditedRows[Table]): RowTexts {
  const values = new Map<string, unknown>(Object.entries(row));
  return Object.fromEntries(fieldNamesOf(table).map((field) => [field, textOf(field, values.get(field))]));
}

function textOf(field: string, value: unknown): string {
  if (field === "spec") return JSON.stringify(value, null, 2);
  return cellText((value ?? null) as Parameters<typeof cellText>[0]);
}

/**
 * What was typed into the fields of a row, without the spaces around it. A browser ends lines by two characters
 * where the store has one. `prefix` stands before the name of each field, for several rows in one form.
 */
export function readTexts(table: EditedTable, form: FormData, prefix = ""): RowTexts {
  return Object.fromEntries(
    fieldNamesOf(table).map((field) => {
      const sent = form.get(`${prefix}${field}`);
      return [field, typeof sent === "string" ? sent.replaceAll("\r\n", "\n").trim() : ""];
    }),
  );
}
