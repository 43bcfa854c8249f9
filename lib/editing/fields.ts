import type { CellKind } from "../ingestion/cells.ts";
import { columnsOf, type EditedTable, keyFieldOf } from "./edited-table.ts";
import { type FieldWords, TABLE_WORDS } from "./words.ts";

/** One of several texts that a field takes, and what it means. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One field of a row as a form shows it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly kind: CellKind;
  readonly options: readonly Option[];
  readonly refersTo?: FieldWords["refersTo"];
  readonly isRequired: boolean;
  readonly isKey: boolean;
  readonly isCode: boolean;
  readonly opens?: string | undefined;
}

/**
 * The fields of a table in the order of its form. Whether a field may be empty, what sort of text it takes and which
 * texts it has a choice of are those of the contract that a data package is read by.
 */
export function formFields(table: EditedTable): readonly Field[] {
  const columns = Object.entries(columnsOf(table));
  return Object.entries<FieldWords>(TABLE_WORDS[table].fields).map(([name, words]) => {
    const [, cell] = columns.find(([column]) => column === name) ?? [];
    return {
      name,
      label: words.label,
      help: words.help,
      kind: cell?.kind ?? "text",
      options: (cell?.choices ?? []).map((value) => ({
        value,
        label: words.choices?.[value] ?? (value || "none"),
      })),
      refersTo: words.refersTo,
      isRequired: cell !== undefined && !cell.read("").ok,
      isKey: name === keyFieldOf(table),
      isCode: words.isCode ?? false,
      opens: words.opens,
    };
  });
}

/** What a field is called in messages. */
export function labelOf(table: EditedTable, field: string): string {
  return formFields(table).find(({ name }) => name === field)?.label ?? field;
}
