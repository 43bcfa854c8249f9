import { err, ok, type Result } from "../../../result.ts";
import { problemOf } from "../../rules.ts";
import type { UploadProblem } from "../../staged.ts";
import type { Watch } from "../control.ts";
import type { ReadRefusal } from "../refusal.ts";
import { BATCH_ROWS, type CellKind, type Row, type RowBatch } from "../row.ts";
import { isBlank } from "../tokenizer.ts";
import type { Archive } from "../zip/archive.ts";
import { type CellValue, numberCell } from "./cell-value.ts";
import { readInPieces } from "./part.ts";
import { createTextItem, unescaped } from "./shared-text.ts";
import type { NumberForms } from "./styles.ts";
import type { XmlHandlers } from "./xml.ts";

/** What the cells of a sheet are read with. */
export interface SheetReading {
  readonly part: string;
  readonly is1904: boolean;
  readonly forms: NumberForms;
  readonly sharedText: readonly string[];
  /** Bytes of the whole file: progress is the share of the sheet that is read, of these. */
  readonly fileBytes: number;
}

/**
 * One pass over a sheet: its rows from the first, in batches (ECMA-376, part 1, 18.3.1). A formula is its last computed
 * value, and an error when it has none. Warns of merged cells, hidden rows and formulas, once each, with the last batch.
 * Errors: those of the part; `too-many-rows`, `too-many-columns`, `cell-too-long`; `damaged`; `empty`.
 */
export async function* sheetRows(
  archive: Archive,
  sheet: SheetReading,
  watch: Watch,
): AsyncGenerator<Result<RowBatch, ReadRefusal>> {
  const taken: Row[] = [];
  const seen: Seen = { rows: 0, formulas: 0, hiddenRows: 0, merged: [], mergedCount: 0 };
  let bytes = 0;
  for await (const piece of readInPieces(
    archive,
    sheet.part,
    rowHandlers(sheet, taken, seen, watch),
    watch,
  )) {
    if (!piece.ok) return yield piece;
    bytes = Math.round(sheet.fileBytes * piece.value);
    if (taken.length >= BATCH_ROWS) yield ok({ rows: taken.splice(0), problems: [], bytes });
  }
  if (seen.rows === 0) return yield err({ kind: "empty" });
  yield ok({ rows: taken.splice(0), problems: notesOf(seen), bytes });
}

interface Seen {
  rows: number;
  formulas: number;
  hiddenRows: number;
  /** The first of them. */
  readonly merged: string[];
  mergedCount: number;
}

const MERGED_SHOWN = 10;
const LAST_ROW = 1_048_576;

function notesOf({ formulas, hiddenRows, merged, mergedCount }: Seen): UploadProblem[] {
  const more = mergedCount > merged.length ? ` and ${mergedCount - merged.length} more` : "";
  return [
    ...(formulas > 0 ? [problemOf("formulas", { value: String(formulas) })] : []),
    ...(hiddenRows > 0 ? [problemOf("hidden-rows", { value: String(hiddenRows) })] : []),
    ...(mergedCount > 0 ? [problemOf("merged-cells", { value: merged.join(", ") + more })] : []),
  ];
}

/** The cell that is being read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  formula: string | null;
}

function rowHandlers(sheet: SheetReading, taken: Row[], seen: Seen, watch: Watch): XmlHandlers {
  const { limits } = watch;
  const inline = createTextItem();
  let row = 0;
  let cells: string[] = [];
  let kinds: CellKind[] = [];
  let cell: OpenCell | null = null;
  let into: "value" | "formula" | null = null;

  const damaged = (because: string): ReadRefusal => ({ kind: "damaged", part: sheet.part, because });

  function openRow({ r, hidden }: Readonly<Record<string, string>>): ReadRefusal | null {
    const number = r === undefined ? row + 1 : Number(r);
    if (!Number.isInteger(number) || number <= row || number > LAST_ROW) {
      return damaged(`row ${r} comes after row ${row}`);
    }
    row = number;
    cells = [];
    kinds = [];
    if (hidden === "1" || hidden === "true") seen.hiddenRows += 1;
    return null;
  }

  function openCell({ r, t = "n", s = "0" }: Readonly<Record<string, string>>): ReadRefusal | null {
    const column = r === undefined ? cells.length : columnOf(r);
    if (column === null || column < cells.length) return damaged(`cell ${r} of row ${row} is out of place`);
    if (column >= limits.columns) return { kind: "too-many-columns", most: limits.columns, row };
    cell = { column, type: t, style: Number(s), value: null, formula: null };
    inline.start();
    return null;
  }

  function closeCell(): ReadRefusal | null {
    if (!cell) return null;
    const value = cellValue(cell);
    if (typeof value === "string") return damaged(value);
    if (value.text.length > limits.cellLength) return { kind: "cell-too-long", most: limits.cellLength, row };
    if (cell.formula !== null) seen.formulas += 1;
    while (cells.length < cell.column) {
      cells.push("");
      kinds.push("text");
    }
    cells.push(value.text);
    kinds.push(value.kind);
    cell = null;
    return null;
  }

  /** The value of a cell, or why the sheet is damaged. */
  function cellValue({ type, style, value, formula }: OpenCell): CellValue | string {
    if (type === "inlineStr") return { text: inline.take(), kind: "text" };
    if (value === null || (value === "" && type !== "str")) {
      return formula === null ? { text: "", kind: "text" } : { text: `=${formula}`, kind: "error" };
    }
    switch (type) {
      case "s": {
        const text = sheet.sharedText[Number(value)];
        return text === undefined
          ? `row ${row} refers to text ${value}, which is not there`
          : { text, kind: "text" };
      }
      case "str":
        return { text: unescaped(value), kind: "text" };
      case "b":
        return { text: value === "1" || value === "true" ? "TRUE" : "FALSE", kind: "boolean" };
      case "e":
        return { text: value, kind: "error" };
      case "d":
        return { text: value.replace(/T00:00(:00(\.0+)?)?Z?$/, ""), kind: "date" };
      default:
        return numberCell(value, sheet.forms[style] ?? "number", sheet.is1904);
    }
  }

  function closeRow(): ReadRefusal | null {
    if (isBlank(cells)) return null;
    seen.rows += 1;
    if (seen.rows > limits.rows) return { kind: "too-many-rows", most: limits.rows };
    taken.push({ row, cells, kinds });
    return null;
  }

  return {
    open(name, attributes) {
      if (name === "row") return openRow(attributes);
      if (name === "c") return openCell(attributes);
      if (name === "v") into = "value";
      else if (name === "f") {
        into = "formula";
        if (cell) cell.formula = "";
      } else if (name === "mergeCell") {
        seen.mergedCount += 1;
        if (seen.merged.length < MERGED_SHOWN) seen.merged.push(attributes.ref ?? "");
      } else if (cell) inline.open(name);
      return null;
    },
    text(text) {
      if (!cell) return null;
      if (into === null) inline.text(text);
      else cell[into] = (cell[into] ?? "") + text;
      return null;
    },
    close(name) {
      if (name === "c") return closeCell();
      if (name === "row") return closeRow();
      if (name === "v" || name === "f") into = null;
      else if (cell) inline.close(name);
      return null;
    },
  };
}

/** `B7` is column 1, the first being 0. */
function columnOf(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference)?.[1];
  if (!letters) return null;
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
