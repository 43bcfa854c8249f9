import { type Problem, RULES } from "../ingestion/problem.ts";
import { columnName } from "../ingestion/tables.ts";
import { type EditedTable, fieldNamesOf } from "./edited-table.ts";
import { formFields } from "./fields.ts";

/** What is wrong with the fields of a form, by their names. */
export type FieldErrors = Readonly<Record<string, string>>;

/** A specification may fail in many places at once; more than this helps nobody. */
const MOST_SENTENCES = 5;
const LONGEST_QUOTE = 60;

/** The problems of a row in words that stand beside its fields. What a figure fails stands beside its specification. */
export function fieldErrors(table: EditedTable, problems: readonly Problem[]): FieldErrors {
  const byField = new Map<string, string[]>();
  for (const problem of problems) {
    const field = fieldOf(table, problem);
    byField.set(field, [...(byField.get(field) ?? []), sentenceOf(table, problem, field)]);
  }
  return Object.fromEntries(
    [...byField].map(([field, sentences]) => [field, sentences.slice(0, MOST_SENTENCES).join(" ")]),
  );
}

function fieldOf(table: EditedTable, { column }: Problem): string {
  const fields = fieldNamesOf(table);
  const found = fields.find((field) => columnName(field) === column || field === column);
  return found ?? (table === "figures" ? "spec" : (fields[0] ?? ""));
}

/** `“35,5” is not a decimal: write 35.5.` What is missing is named by its label. */
function sentenceOf(table: EditedTable, problem: Problem, name: string): string {
  const { rule, remedy, value } = problem;
  const field = formFields(table).find((each) => each.name === name);
  const isChosen = field !== undefined && (field.refersTo !== undefined || field.kind === "choice");
  if (value === "") return `${field?.label ?? name}: ${isChosen ? "choose one" : inLabels(table, remedy)}.`;
  const wanted = rule === "reference" ? "use one that is stored" : inLabels(table, remedy);
  return `${placeIn(problem, name)}${subjectOf(problem)} ${RULES[rule]}: ${wanted}.`;
}

/** Within a specification the place is said too: `lines.0.formula`. */
function placeIn({ column }: Problem, field: string): string {
  return field === "spec" && column !== null && column !== "spec" ? `${column}: ` : "";
}

function subjectOf({ value, rule }: Problem): string {
  if (value === null || rule === "readable") return "This";
  return `“${value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value}”`;
}

/** A remedy names columns as a file does; a form knows its fields by their labels. */
function inLabels(table: EditedTable, remedy: string): string {
  return formFields(table)
    .map(({ name, label }) => ({ column: columnName(name), label }))
    .filter(({ column }) => column.includes("_"))
    .reduce((words, { column, label }) => words.replaceAll(column, `“${label}”`), remedy);
}
