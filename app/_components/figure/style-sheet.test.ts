import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paintStyleSheet } from "../../../lib/figures/drawing/index.ts";
import { DRAWING_WIDTHS, drawingWidthFor, SMALLEST_SCALE } from "../../../lib/figures/drawing/widths.ts";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

test("the page paints drawings as the paint table says", () => {
  expect(read("./drawing.css")).toBe(paintStyleSheet());
});

test("the style sheet changes drawings where their text would fall below 12 px", () => {
  const breaks = [...read("./figure.css").matchAll(/@container figure-plot \(min-width: (\d+)px\)/g)].map(
    (match) => Number(match[1]),
  );
  expect(breaks).toEqual(DRAWING_WIDTHS.slice(1).map((width) => Math.ceil(width * SMALLEST_SCALE)));
});

test("the text of a drawing stays between 12 and 13.5 px in every room, however far the drawing is enlarged", () => {
  const [, most, from, slope] =
    read("./figure.css").match(
      /--chart-text: min\((\d+)px, ([\d.]+)px - (\d+)cqi \/ var\(--drawn-width\)\)/,
    ) ?? [];
  const widest = { page: 1320, column: 663 };
  const sizes = [true, false].flatMap((isWide) =>
    range(288, isWide ? widest.page : widest.column).map((room) => {
      const width = drawingWidthFor(room, isWide);
      const userPx = Math.min(Number(most), Number(from) - (Number(slope) * (room / 100)) / width);
      return (userPx * room) / width;
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(13.5);
});

test("the style sheet knows every drawing by its width", () => {
  const told = [...read("./figure.css").matchAll(/\.drawn-(\d+) \{\s+--drawn-width: (\d+);/g)];
  expect(told.map(([, name, width]) => [Number(name), Number(width)])).toEqual(
    DRAWING_WIDTHS.map((width) => [width, width]),
  );
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
