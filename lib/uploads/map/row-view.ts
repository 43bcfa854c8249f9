import { hasInvisible, visibleText } from "../../text/visible-text.ts";
import type { CellKind, Row } from "../read/row.ts";
import { type FileRule, problemOf } from "../rules.ts";
import type { CellFix } from "../settings.ts";
import type { UploadProblem } from "../staged.ts";
import type { CellFault } from "./cell-fault.ts";
import type { Header } from "./columns.ts";

/** One row under its header, with the editor's fixes in it; the same view serves row after row. */
export interface RowView {
  readonly row: number;
  /** Shows another row. Answers whether it has the cells of the header; if not, that is a problem already. */
  show(row: Row): boolean;
  /** The text of a cell as the file has it. */
  cell(at: number): string;
  /** The text of a cell as it can be seen. */
  text(at: number): string;
  isEmpty(at: number): boolean;
  kind(at: number): CellKind;
  /** Notes a problem with a cell, or with the row when `at` is `null`; `value` where it is not what the cell holds. */
  problem(at: number | null, fault: CellFault, value?: string): void;
  problems(): UploadProblem[];
  /** Whether an error was noted since this row is shown. */
  hasError(): boolean;
}

/** Makes the view for one pass over one file. */
export function createRowView({ names }: Header, fixes: readonly CellFix[]): RowView {
  const fixed = fixesByRow(names, fixes);
  let row: Row = { row: 0, cells: [], kinds: null };
  let here: ReadonlyMap<number, string> | undefined;
  let noted: UploadProblem[] = [];
  let errors = 0;

  const note = (problem: UploadProblem) => {
    noted.push(problem);
    if (problem.severity === "error") errors += 1;
  };

  const cell = (at: number) => here?.get(at) ?? row.cells[at] ?? "";

  function hasWidth(): boolean {
    const { cells } = row;
    if (cells.length === names.length) return true;
    // A sheet leaves empty cells at the end of a row out; a text file does not.
    if (cells.length < names.length && row.kinds !== null) return true;
    if (cells.length > names.length && cells.slice(names.length).every((cell) => cell === "")) return true;
    const remedy = `give the row the ${names.length} cells of the header, quoting those that hold the delimiter, or leave it out`;
    const value = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
    note(problemOf("width", { row: row.row, value, remedy }));
    return false;
  }

  return {
    get row() {
      return row.row;
    },
    show(next) {
      row = next;
      here = fixed.get(next.row);
      errors = 0;
      return hasWidth();
    },
    cell,
    text(at) {
      const raw = cell(at);
      const text = visibleText(raw);
      if (text !== raw && hasInvisible(raw)) {
        note(problemOf("invisible", { row: row.row, column: names[at] ?? null, value: text }));
      }
      return text;
    },
    isEmpty: (at) => visibleText(cell(at)) === "",
    kind: (at) => (here?.has(at) ? "text" : (row.kinds?.[at] ?? "text")),
    problem(at, { rule, remedy }, value) {
      const found = at === null ? null : cell(at);
      note(placed(rule, row.row, at === null ? null : (names[at] ?? null), value ?? found, remedy));
    },
    problems() {
      const all = noted;
      noted = [];
      return all;
    },
    hasError: () => errors > 0,
  };
}

/** A problem with its place, and the remedy of its rule unless there is another. */
export function placed(
  rule: FileRule,
  row: number | null,
  column: string | null,
  value: string | null,
  remedy: string | undefined,
): UploadProblem {
  return problemOf(rule, remedy === undefined ? { row, column, value } : { row, column, value, remedy });
}

function fixesByRow(
  names: readonly string[],
  fixes: readonly CellFix[],
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, column, text } of fixes) {
    const at = names.indexOf(column);
    if (at === -1) continue;
    byRow.set(row, (byRow.get(row) ?? new Map<number, string>()).set(at, text));
  }
  return byRow;
}
