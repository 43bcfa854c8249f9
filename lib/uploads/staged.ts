import type { Period } from "../periods/period.ts";
import type { Status } from "../series/series.ts";

/**
 * One value of an upload as it was read and mapped, before it is compared with the store.
 *
 * - `row`: as a spreadsheet counts, the first row of the file being 1; `column`: the header of the cell that holds the value.
 * - `value`: exact decimal text in the unit and scale of the series; `null` is missing.
 * - `cell`: the text of the cell that holds the value, the first 200 characters of it; `null` where that is the value
 *   itself, or empty where the value is missing.
 * - `vintage`: `YYYY-MM-DD`, the day on which the value became known.
 * - `source`: key of its own source, where that is not the source of its series.
 */
export interface StagedObservation {
  readonly row: number;
  readonly column: string;
  readonly series: string;
  readonly period: Period;
  readonly value: string | null;
  readonly cell: string | null;
  readonly vintage: string;
  readonly status: Status;
  readonly source: string | null;
  readonly note: string | null;
}

/** An error keeps what it is about, a value, a row or the file, out of a commit; a warning is for the editor to weigh. */
export const SEVERITIES = ["error", "warning"] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * One thing that is wrong, or looks wrong, with a cell, a row or the whole file of an upload.
 *
 * - `row`, `column`: the place, as in `StagedObservation`; `null` when it is about more than one.
 * - `value`: as found, the first 200 characters of it; `null` when there is none.
 * - `rule`: its name in the table of rules (`lib/uploads/rules.ts`), or one that is checked against the store.
 * - `remedy`: what to do, as the end of a sentence.
 */
export interface UploadProblem {
  readonly severity: Severity;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly rule: string;
  readonly remedy: string;
}

/** The longest decimal that is stored, its sign and point counted. */
export const MOST_DIGITS = 100;
