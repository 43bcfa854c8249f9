import type { Severity, UploadProblem } from "./staged.ts";

/** What a rule says of a value that breaks it, and what to do when nothing more particular is known. */
interface RuleWords {
  readonly severity: Severity;
  readonly says: string;
  readonly remedy: string;
}

/** Every rule that is checked against the file alone: how it is read, mapped and compared with its series. */
export const FILE_RULES = {
  "wrong-extension": {
    severity: "warning",
    says: "is not what the name of the file says",
    remedy: "nothing need be done: it was read as what it is",
  },
  "hidden-sheets": {
    severity: "warning",
    says: "are hidden sheets of the workbook",
    remedy: "choose one of them if the table is there",
  },
  "hidden-rows": {
    severity: "warning",
    says: "rows are hidden in the workbook",
    remedy: "leave them out if they are not meant: hidden rows are read like others",
  },
  "merged-cells": {
    severity: "warning",
    says: "are merged cells",
    remedy: "fill each cell: only the first of merged cells holds the value",
  },
  formulas: {
    severity: "warning",
    says: "cells hold formulas",
    remedy: "check that the workbook was computed before it was saved: the last computed values are read",
  },
  "stray-quote": {
    severity: "warning",
    says: "has a quotation mark inside a cell that is not quoted",
    remedy: "check the cell: the mark was kept as text",
  },
  width: {
    severity: "error",
    says: "is not the number of cells of the header",
    remedy: "give the row the cells of the header, or leave it out",
  },
  controls: {
    severity: "error",
    says: "has control characters",
    remedy: "take them out",
  },
  invisible: {
    severity: "warning",
    says: "has characters that cannot be seen",
    remedy: "nothing need be done: it was read without them",
  },
  formula: {
    severity: "warning",
    says: "begins as a formula does",
    remedy: "check it: it is kept as text and never computed",
  },
  unmapped: {
    severity: "error",
    says: "has no columns with a meaning",
    remedy: "say which columns hold the periods and the values",
  },
  column: {
    severity: "error",
    says: "is not a column of the file",
    remedy: "choose the column anew: the file seems to be another",
  },
  "unread-columns": {
    severity: "warning",
    says: "are columns that are not read",
    remedy: "say what they mean if they hold values that are wanted",
  },
  "unused-fix": {
    severity: "warning",
    says: "was mended or left out, but the file does not have it",
    remedy: "take back what was changed: the file seems to be another",
  },
  filled: {
    severity: "error",
    says: "is empty",
    remedy: "fill it in, or leave the row out",
  },
  "cell-error": {
    severity: "error",
    says: "is an error of the spreadsheet",
    remedy: "correct it in the spreadsheet, write the value here, or leave the row out",
  },
  number: {
    severity: "error",
    says: "is not a number",
    remedy: "write the number alone, such as 35.5, or leave the row out",
  },
  "number-style": {
    severity: "error",
    says: "may be read as more than one number",
    remedy: "choose which mark stands before the decimals and which between the thousands",
  },
  magnitude: {
    severity: "error",
    says: "has more digits than any measurement",
    remedy: "write at most 30 digits before the point and 30 after it",
  },
  currency: {
    severity: "error",
    says: "is not in the currency of the series",
    remedy: "convert it, or choose another series",
  },
  scale: {
    severity: "error",
    says: "states a scale that its series cannot have",
    remedy: "write the number alone: only amounts of money and counts have a scale",
  },
  percent: {
    severity: "error",
    says: "is a per cent, which its series is not",
    remedy: "write the number alone, in the unit of the series",
  },
  "missing-value": {
    severity: "warning",
    says: "says that there is no value",
    remedy: "nothing need be done: the period is stored as missing, never as 0",
  },
  period: {
    severity: "error",
    says: "is not a period",
    remedy: "write a day, week, month, quarter, half-year or year, such as 2024-06 or 2024-Q2",
  },
  "date-order": {
    severity: "error",
    says: "may be more than one day",
    remedy: "choose for the whole file in which order day, month and year stand",
  },
  "serial-date": {
    severity: "error",
    says: "may be the day number of a spreadsheet",
    remedy: "write the day, or choose by which system days are numbered",
  },
  "off-frequency": {
    severity: "error",
    says: "is not a period of the series' frequency",
    remedy: "write a period of the length that the series has",
  },
  vintage: {
    severity: "error",
    says: "is not a day on which a value became known",
    remedy: "write a day as YYYY-MM-DD",
  },
  "no-vintage": {
    severity: "error",
    says: "does not say when its values became known",
    remedy: "choose a column, or one day for all rows",
  },
  status: {
    severity: "error",
    says: "is not a status",
    remedy: "write reported, estimate, provisional or claimed",
  },
  series: {
    severity: "error",
    says: "is not a series",
    remedy: "choose the series that is meant, or add it",
  },
  source: {
    severity: "error",
    says: "is not a source",
    remedy: "write the key of a source, or add it",
  },
  "text-length": {
    severity: "error",
    says: "is too long",
    remedy: "shorten it to 2,000 characters",
  },
  "period-future": {
    severity: "warning",
    says: "is not over yet",
    remedy: "check it, or give the value the status estimate",
  },
  "vintage-future": {
    severity: "error",
    says: "is in the future",
    remedy: "write a day up to today",
  },
  "vintage-early": {
    severity: "error",
    says: "is before the period begins",
    remedy: "write a later day, or give the value the status estimate",
  },
  plausible: {
    severity: "warning",
    says: "is outside the plausible range of its series",
    remedy: "check its scale",
  },
} as const satisfies Readonly<Record<string, RuleWords>>;

export type FileRule = keyof typeof FILE_RULES;

/** What is said of a value that breaks a rule which only shows in the store: a nearer remedy comes with each finding. */
const STORE_RULES: Readonly<Record<string, RuleWords>> = {
  duplicate: {
    severity: "error",
    says: "is a second value for the same period and vintage",
    remedy: "keep one of the two rows",
  },
  repeated: {
    severity: "warning",
    says: "says what another row says already",
    remedy: "leave one of the two rows out",
  },
  "off-scale": {
    severity: "warning",
    says: "is about a thousand or a million times what its series holds",
    remedy: "check the unit against the stored values of the series",
  },
  move: {
    severity: "warning",
    says: "is a far move from the stored value",
    remedy: "check it against what is stored for the period",
  },
  neighbour: {
    severity: "warning",
    says: "is a leap from the value before it",
    remedy: "check it against the value before it",
  },
  length: { severity: "error", says: "has too many digits", remedy: "write at most 100 digits" },
  package: {
    severity: "error",
    says: "keeps the whole package out",
    remedy: "mend the package at the place that is named",
  },
};

/** A rule by its name, as it may be looked up. */
export interface ListedRule extends RuleWords {
  readonly rule: string;
}

/** Every rule: those checked against the file alone, then those checked against the store. */
export function listedRules(): readonly ListedRule[] {
  return [...Object.entries(FILE_RULES), ...Object.entries(STORE_RULES)].map(([rule, words]) => ({
    rule,
    ...words,
  }));
}

/** What is wrong with a value that breaks this rule, in words that follow the value. */
export function ruleWords(rule: string): string {
  const words: Readonly<Record<string, Pick<RuleWords, "says">>> = FILE_RULES;
  return words[rule]?.says ?? STORE_RULES[rule]?.says ?? `breaks the rule ${rule}`;
}

/** Where a problem is, and what was found there. */
type Place = Partial<Pick<UploadProblem, "row" | "column" | "value" | "remedy">>;

const LONGEST_QUOTE = 200;
/** Characters of a note; more belong into a document that it cites. */
export const LONGEST_NOTE = 2000;

/** Whether what breaks a rule is kept out. */
export function severityOf(rule: FileRule): Severity {
  return FILE_RULES[rule].severity;
}

/** A problem under a rule of the table; the rule's own remedy unless a more particular one is given. */
export function problemOf(rule: FileRule, place: Place = {}): UploadProblem {
  const { severity, remedy } = FILE_RULES[rule];
  const value = place.value ?? null;
  return {
    severity,
    row: place.row ?? null,
    column: place.column ?? null,
    value: value === null ? null : quoted(value),
    rule,
    remedy: place.remedy ?? remedy,
  };
}

/** The text of a cell as problems tell it: the first 200 characters of it. */
export function quoted(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/** A problem for people: ``row 17, column value: `35,5` is not a number; write …`` */
export function problemWords({ row, column, value, rule, remedy }: UploadProblem): string {
  const place = [row === null ? null : `row ${row}`, column === null ? null : `column ${column}`];
  const where = place.filter((part) => part !== null).join(", ") || "the file";
  const what = value === null || value === "" ? "it" : `\`${value}\``;
  return `${where}: ${what} ${ruleWords(rule)}; ${remedy}`;
}
