import type { UploadProblem } from "../staged.ts";

/**
 * What a cell was in the file. Cells of a text file are all `text`. A workbook also has `number` (exact digits, or a per
 * cent as it is shown, `45%`), `date` (`2024-06-30`, with a time `2024-06-30T12:00:00`), `boolean` (`TRUE`, `FALSE`) and
 * `error` (`#N/A`, or the formula that has no computed value).
 */
export const CELL_KINDS = ["text", "number", "date", "boolean", "error"] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** One row as found. `row` counts as a spreadsheet does, from 1; `kinds` is `null` when all cells are text. */
export interface Row {
  readonly row: number;
  readonly cells: readonly string[];
  readonly kinds: readonly CellKind[] | null;
}

/** Rows in the order of the file, blank ones left out, with what was noticed on the way. */
export interface RowBatch {
  readonly rows: readonly Row[];
  readonly problems: readonly UploadProblem[];
  /** Bytes of the file read so far, for a progress bar. */
  readonly bytes: number;
}

/** Rows that are handed on together: enough to make a step cheap, few enough to be held. */
export const BATCH_ROWS = 1000;

/** Something found in a file, and what that rests on, in words. */
export interface Finding<Value> {
  readonly value: Value;
  readonly because: string;
}
