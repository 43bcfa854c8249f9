import { visibleText } from "../../text/visible-text.ts";
import type { Finding, Row } from "../read/row.ts";
import type { HeaderChoice } from "../settings.ts";
import { shapeOf, type TextShape } from "./text-shape.ts";

/** Rows from which the header is found. */
export const HEADER_SAMPLE = 50;

interface Shaped {
  readonly row: number;
  readonly shapes: readonly TextShape[];
  readonly filled: number;
}

/**
 * Finds the header among the first rows of a file: the first row that is about as wide as the table and holds names, or
 * periods, and no numbers. Rows above it, such as a title, do not belong to the table. A header has a second row when a
 * row of groups stands above it or a row of units below it. Row 0: the table begins with its values.
 */
export function findHeader(rows: readonly Row[]): Finding<HeaderChoice> {
  const shaped = rows.slice(0, HEADER_SAMPLE).map(shapedRow);
  const width = usualWidth(shaped);
  const first = shaped.findIndex(({ filled }) => filled >= Math.max(2, Math.ceil(width * 0.6)));
  const top = shaped[first] ?? shaped[0];
  if (!top || (first === -1 && !isNames(top))) return none("no row of the table holds names");
  if (!isNames(top)) return none(`row ${top.row}, the first of the table, holds values`);

  const above = shaped[first - 1];
  const below = shaped[first + 1];
  if (above && above.row === top.row - 1 && isNames(above) && above.filled > 1) {
    return found(above.row, 2, `row ${top.row} names the columns and row ${above.row} groups of them`);
  }
  const after = shaped[first + 2];
  if (below && after && isWords(below) && below.filled >= width / 2 && !isWords(after)) {
    return found(top.row, 2, `row ${top.row} names the columns and row ${below.row} their units`);
  }
  return found(top.row, 1, `row ${top.row} is the first as wide as the table, and holds no values`);
}

function found(row: number, rows: number, because: string): Finding<HeaderChoice> {
  return { value: { row, rows }, because };
}

function none(because: string): Finding<HeaderChoice> {
  return { value: { row: 0, rows: 1 }, because };
}

function shapedRow({ row, cells, kinds }: Row): Shaped {
  const shapes = cells.map((cell, at) => shapeOf(visibleText(cell), kinds?.[at] ?? "text"));
  return { row, shapes, filled: shapes.filter((shape) => shape !== "empty").length };
}

/** The number of filled cells that most rows have; of two equally common the larger. */
function usualWidth(rows: readonly Shaped[]): number {
  const counts = new Map<number, number>();
  for (const { filled } of rows) if (filled > 1) counts.set(filled, (counts.get(filled) ?? 0) + 1);
  const [width] = [...counts].reduce(
    (best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] > best[0]) ? each : best),
    [0, 0],
  );
  return width;
}

/** Names of columns: words and periods, at least one of them no plain year beside no word. */
function isNames({ shapes }: Shaped): boolean {
  const filled = shapes.filter((shape) => shape !== "empty");
  const hasName =
    filled.includes("word") || filled.filter((shape) => shape === "period" || shape === "year").length > 1;
  // A period beside a single other cell is a row of values whose value is missing.
  return (
    hasName &&
    filled.every((shape) => shape === "word" || shape === "period" || shape === "year") &&
    !isDatum(filled)
  );
}

/** A row such as `X, 2024-06, n/a` or `VC_US, 2024, 1999` has one period only and nothing but words beside it. */
function isDatum(filled: readonly TextShape[]): boolean {
  const periods = filled.filter((shape) => shape === "period" || shape === "year").length;
  return periods === 1 && filled.length <= 3 && filled[0] !== "word";
}

function isWords({ shapes }: Shaped): boolean {
  return shapes.every((shape) => shape === "word" || shape === "empty");
}
