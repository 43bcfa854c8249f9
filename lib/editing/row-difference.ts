import { columnsOf, type EditedTable, fieldNamesOf } from "./edited-table.ts";
import { formFields } from "./fields.ts";
import type { RowTexts } from "./row-texts.ts";

/** A field whose value changes. */
export interface FieldChange {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** The fields in which two rows differ, in the order of the form; `1.50` and `1.5` do not. */
export function fieldChanges(table: EditedTable, before: RowTexts, after: RowTexts): FieldChange[] {
  return formFields(table)
    .filter(({ name }) => !isSameText(table, name, before[name] ?? "", after[name] ?? ""))
    .map(({ name, label }) => ({ field: name, label, before: before[name] ?? "", after: after[name] ?? "" }));
}

/** What two editors made of one row. */
export interface MergedTexts {
  /** What one of them typed, with what only the other changed. */
  readonly texts: RowTexts;
  /** Fields that both changed, each in another way. */
  readonly contested: readonly string[];
  /** Fields that only the other changed. */
  readonly taken: readonly string[];
}

/** Joins what was `typed` over a row as it was `seen` with what is `stored` of it by now. */
export function mergeTexts(
  table: EditedTable,
  { seen, typed, stored }: { readonly seen: RowTexts; readonly typed: RowTexts; readonly stored: RowTexts },
): MergedTexts {
  const differ = (field: string, a: RowTexts, b: RowTexts) =>
    !isSameText(table, field, a[field] ?? "", b[field] ?? "");
  const changed = fieldNamesOf(table).filter((field) => differ(field, seen, stored));
  const taken = changed.filter((field) => !differ(field, seen, typed));
  const contested = changed.filter((field) => differ(field, seen, typed) && differ(field, typed, stored));
  const theirs = Object.fromEntries(taken.map((field) => [field, stored[field] ?? ""]));
  return { texts: { ...typed, ...theirs }, contested, taken };
}

/** Whether a field would read two texts as the same; one that cannot be read is only itself. */
function isSameText(table: EditedTable, field: string, a: string, b: string): boolean {
  if (a === b) return true;
  const cell = columnsOf(table)[field];
  const [readA, readB] = [cell?.read(a), cell?.read(b)];
  return readA?.ok === true && readB?.ok === true && cell?.isSame(readA.value, readB.value) === true;
}
