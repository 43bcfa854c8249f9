/** What a value can fail, and the words that follow the value in a message. */
export const RULES = {
  readable: "cannot be read",
  absent: "is not there",
  listed: "is not listed in the package",
  table: "is not a table",
  column: "is not a column of this table",
  described: "is not what the header says",
  width: "is not the number of cells of the header",
  filled: "is empty",
  trimmed: "has spaces around it",
  decimal: "is not a decimal",
  positive: "is not above zero",
  negative: "is below zero",
  integer: "is not a whole number",
  boolean: "is neither true nor false",
  choice: "is not one of the known words",
  form: "does not have the right form",
  length: "is too long",
  day: "is not a day of the calendar",
  period: "is not a period of this frequency",
  address: "is not a web address",
  future: "is in the future",
  early: "is before its period begins",
  order: "is out of order",
  complete: "does not go with the rest of its row",
  reference: "is not known",
  unique: "is there twice",
  retired: "is the code of a retired series, which is never used again",
  plausible: "is outside the plausible range",
  frequency: "is not the frequency the series is stored with",
  figure: "does not fit a figure",
  formula: "is not a formula",
} as const;

export type Rule = keyof typeof RULES;

/**
 * One thing that keeps a package from being stored.
 * - `resource`: path of the file inside the package.
 * - `row`: as a spreadsheet counts, the header being row 1; for `figures.json` the figure's place from 1.
 *   `null` when it is about the whole file.
 * - `column`: name in the header, or the path inside a figure; `null` when it is about the whole row.
 * - `value`: as found; `null` when there is none.
 * - `remedy`: what to do, as the end of a sentence.
 */
export interface Problem {
  readonly resource: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly rule: Rule;
  readonly remedy: string;
}

const longestQuote = 60;

/** ``row 17, column value: `35,5` is not a decimal; write 35.5`` */
export function problemWords(problem: Problem): string {
  const row = problem.row === null ? null : `row ${problem.row}`;
  const column = problem.column === null ? null : `column ${problem.column}`;
  const place = [row, column].filter((part) => part !== null).join(", ") || "the file";
  return `${place}: ${subject(problem)} ${RULES[problem.rule]}; ${problem.remedy}`;
}

function subject({ value, rule }: Problem): string {
  if (value === null) return "it";
  if (value === "" && rule === "filled") return "the cell";
  return `\`${value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value}\``;
}

/** A problem with one cell of a row, or with the row as a whole when `column` is `null`. */
export function about(
  { resource, row }: { readonly resource: string; readonly row: number },
  column: string | null,
  value: string | null,
  rule: Rule,
  remedy: string,
): Problem {
  return { resource, row, column, value, rule, remedy };
}
