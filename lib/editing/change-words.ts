import type { EditedTable } from "./edited-table.ts";
import { formFields } from "./fields.ts";
import type { FieldChange } from "./row-difference.ts";

const LONGEST_QUOTE = 120;

/** A change in one line: `Title: “Venture money” → “Venture funding”`. */
export function changeWords(table: EditedTable, { field, label, before, after }: FieldChange): string {
  if (field === "spec") return `${label}: changed`;
  const words = (text: string) => quoted(optionLabel(table, field, text));
  if (before === "") return `${label}: ${words(after)}`;
  return after === ""
    ? `${label}: emptied, was ${words(before)}`
    : `${label}: ${words(before)} → ${words(after)}`;
}

/** What a field says, in the words of its choice if it is one. */
export function optionLabel(table: EditedTable, field: string, text: string): string {
  const options = formFields(table).find(({ name }) => name === field)?.options ?? [];
  return options.find(({ value }) => value === text)?.label ?? text;
}

function quoted(text: string): string {
  return `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;
}
