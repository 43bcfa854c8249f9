import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paintStyleSheet } from "../../../lib/figures/drawing/index.ts";
import { DRAWING_WIDTHS, SMALLEST_SCALE } from "../../../lib/figures/drawing/widths.ts";

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
