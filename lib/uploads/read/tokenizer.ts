import { problemOf } from "../rules.ts";
import type { UploadProblem } from "../staged.ts";
import type { Dialect } from "./dialect.ts";
import type { ReadLimits } from "./limits.ts";
import type { ReadRefusal } from "./refusal.ts";
import type { Row } from "./row.ts";

/**
 * Cuts text into rows as it comes; give it pieces of any length, then `end`. Rows and problems wait in `taken` until the
 * caller takes them.
 *
 * RFC 4180 with the freedoms that real files take: any delimiter, quotation mark and line end of the dialect; rows of
 * unequal length; a mark inside an unquoted cell is text and is warned of. Blank rows count but are not given.
 * Memory is one row, which the limits on columns and on the length of a cell bound, whatever the text is; that is why
 * csv-parse, which builds a record of 200 MB of commas whole before it says anything, reads packages but not uploads.
 *
 * Errors: `too-many-rows`, `too-many-columns`, `cell-too-long`, `unclosed-quote`. Nothing may be pushed after one.
 */
export interface Tokenizer {
  readonly taken: { readonly rows: Row[]; readonly problems: UploadProblem[] };
  /** The row that is being read. */
  row(): number;
  push(text: string): ReadRefusal | null;
  end(): ReadRefusal | null;
}

const LF = 10;
const CR = 13;
const NEVER = -1;

/** Where in a cell the text before left off. `closed`: after a mark that closes the cell or is the first of two. */
type Position = "start" | "bare" | "quoted" | "closed" | "closed-cr";

/** Makes a tokenizer for one pass over one file. */
export function createTokenizer(
  dialect: Dialect,
  limits: Pick<ReadLimits, "rows" | "columns" | "cellLength">,
): Tokenizer {
  const { delimiter, lineEnd } = dialect;
  const quote = dialect.quote === "none" ? null : dialect.quote;
  const delimiterCode = delimiter.charCodeAt(0);
  const quoteCode = quote === null ? NEVER : quote.charCodeAt(0);
  const lfCode = lineEnd === "cr" ? NEVER : LF;
  const crCode = lineEnd === "lf" ? NEVER : CR;

  const taken: { rows: Row[]; problems: UploadProblem[] } = { rows: [], problems: [] };
  let cells: string[] = [];
  let cell = "";
  let position: Position = "start";
  let row = 1;
  let given = 0;
  let openedIn = 1;
  let isAfterCr = false;

  function push(text: string): ReadRefusal | null {
    let at = isAfterCr && lineEnd === "any" && text.charCodeAt(0) === LF ? 1 : 0;
    if (text.length > 0) isAfterCr = false;
    let nextQuote = quote === null ? NEVER : text.indexOf(quote, at);
    while (at < text.length) {
      if (position === "start" && cells.length === 0) {
        if (nextQuote !== NEVER && nextQuote < at) nextQuote = text.indexOf(quote ?? "", at);
        const end = endOfLine(text, at);
        if (end !== NEVER && (nextQuote === NEVER || nextQuote > end)) {
          const refusal = plainLine(text, at, end);
          if (refusal) return refusal;
          at = afterLineEnd(text, end);
          continue;
        }
      }
      const step = cellPart(text, at);
      if (typeof step !== "number") return step;
      at = step;
    }
    return null;
  }

  function end(): ReadRefusal | null {
    if (position === "quoted") return { kind: "unclosed-quote", row: openedIn };
    if (position === "start" && cells.length === 0) return null;
    return endCell() ?? endRow();
  }

  /** A line without quotation marks, which is cut at once. */
  function plainLine(text: string, from: number, end: number): ReadRefusal | null {
    if (from === end) {
      row += 1;
      return null;
    }
    const hasCr = lineEnd === "lf" && end > from && text.charCodeAt(end - 1) === CR;
    const line = text.slice(from, hasCr ? end - 1 : end);
    cells = line.split(delimiter);
    if (cells.length > limits.columns) return tooManyColumns();
    if (line.length > limits.cellLength && cells.some(isTooLong)) return cellTooLong();
    return endRow();
  }

  /** Reads on in one cell, and answers where it stopped. */
  function cellPart(text: string, at: number): number | ReadRefusal {
    switch (position) {
      case "start":
        if (text.charCodeAt(at) !== quoteCode) {
          position = "bare";
          return at;
        }
        position = "quoted";
        openedIn = row;
        return at + 1;
      case "quoted":
        return quotedPart(text, at);
      case "closed":
        return afterMark(text, at);
      case "closed-cr":
        if (text.charCodeAt(at) === LF) return endCell() ?? endRow() ?? at + 1;
        return strayAfterMark("\r", at);
      case "bare":
        return barePart(text, at);
    }
  }

  function barePart(text: string, at: number): number | ReadRefusal {
    let end = at;
    let hasMark = false;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (code === delimiterCode || code === lfCode || code === crCode) break;
      if (code === quoteCode) hasMark = true;
      end += 1;
    }
    const refusal = append(text.slice(at, end));
    if (refusal) return refusal;
    if (hasMark) taken.problems.push(problemOf("stray-quote", { row, value: cell }));
    if (end === text.length) return end;
    if (text.charCodeAt(end) === delimiterCode) return endCell() ?? end + 1;
    if (lineEnd === "lf" && cell.endsWith("\r")) cell = cell.slice(0, -1);
    return endCell() ?? endRow() ?? afterLineEnd(text, end);
  }

  function quotedPart(text: string, at: number): number | ReadRefusal {
    const end = text.indexOf(quote ?? "", at);
    const refusal = append(end === NEVER ? text.slice(at) : text.slice(at, end));
    if (refusal) return refusal;
    if (end === NEVER) return text.length;
    position = "closed";
    return end + 1;
  }

  function afterMark(text: string, at: number): number | ReadRefusal {
    const code = text.charCodeAt(at);
    if (code === quoteCode) {
      position = "quoted";
      return append(quote ?? "") ?? at + 1;
    }
    if (code === delimiterCode) return endCell() ?? at + 1;
    if (code === lfCode || code === crCode) return endCell() ?? endRow() ?? afterLineEnd(text, at);
    if (code === CR) {
      position = "closed-cr";
      return at + 1;
    }
    return strayAfterMark("", at);
  }

  function strayAfterMark(text: string, at: number): number | ReadRefusal {
    position = "bare";
    taken.problems.push(problemOf("stray-quote", { row, value: cell }));
    return append(text) ?? at;
  }

  function append(text: string): ReadRefusal | null {
    cell += text;
    return isTooLong(cell) ? cellTooLong() : null;
  }

  function endCell(): ReadRefusal | null {
    cells.push(cell);
    cell = "";
    position = "start";
    return cells.length > limits.columns ? tooManyColumns() : null;
  }

  function endRow(): ReadRefusal | null {
    if (!isBlank(cells)) {
      given += 1;
      if (given > limits.rows) return { kind: "too-many-rows", most: limits.rows };
      taken.rows.push({ row, cells, kinds: null });
    }
    cells = [];
    row += 1;
    return null;
  }

  function endOfLine(text: string, at: number): number {
    const lf = lfCode === NEVER ? NEVER : text.indexOf("\n", at);
    if (crCode === NEVER) return lf;
    const cr = text.slice(at, lf === NEVER ? text.length : lf).indexOf("\r");
    return cr === NEVER ? lf : at + cr;
  }

  function afterLineEnd(text: string, end: number): number {
    if (text.charCodeAt(end) !== CR || lineEnd !== "any") return end + 1;
    if (end + 1 === text.length) isAfterCr = true;
    return text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  }

  function isTooLong(text: string): boolean {
    return text.length > limits.cellLength;
  }
  function cellTooLong(): ReadRefusal {
    return { kind: "cell-too-long", most: limits.cellLength, row };
  }
  function tooManyColumns(): ReadRefusal {
    return { kind: "too-many-columns", most: limits.columns, row };
  }

  return { taken, row: () => row, push, end };
}

/** Whether a row says nothing: a blank line, or the row of bare delimiters that spreadsheets leave behind. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "" || (cells.length === 1 && cell.trim() === ""));
}
