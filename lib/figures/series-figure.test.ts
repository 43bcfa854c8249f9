import fc from "fast-check";
import { expect, test } from "vitest";
import type { Era } from "../eras/era.ts";
import type { SeriesType } from "../series/series.ts";
import { A_FLOW } from "../series/testing.ts";
import { codeOfSeriesFigure, seriesFigureName, seriesFigureSpec } from "./series-figure.ts";
import { FigureSpec } from "./spec.ts";
import { QUARTERLY_WORLD } from "./testing.ts";

const venture: SeriesType = { ...A_FLOW, ...QUARTERLY_WORLD };
const turn = (period: string) => ({ period, event: "an event", source: "a source" });
const ERAS: readonly Era[] = [
  {
    code: "DOTCOM",
    name: "Dot-com",
    hue: "dotcom",
    onset: turn("1995-08"),
    peak: turn("2000-03"),
    trough: turn("2002-10"),
  },
  {
    code: "HOUSING",
    name: "Housing",
    hue: "other-1",
    onset: turn("1996-12"),
    peak: turn("2006-07"),
    trough: null,
  },
  { code: "AI", name: "AI", hue: "ai", onset: turn("2022-11"), peak: null, trough: null },
];

function specOf(type: Partial<SeriesType>, firstPeriod: string, lastPeriod: string) {
  const series = {
    code: "VC_Q",
    title: "Venture",
    type: { ...venture, ...type },
    unitWords: "USD billion, nominal",
  };
  const spec = seriesFigureSpec({ ...series, firstPeriod, lastPeriod }, ERAS);
  if (spec.kind !== "time") throw new Error("a figure of one series is drawn over time");
  return spec;
}

test("the name of a series' figure is a figure's name and leads back to the code", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9_]{1,25}$/), (code) => {
      const name = seriesFigureName(code);
      expect(FigureSpec.options[0].shape.name.safeParse(name).success).toBe(true);
      expect(codeOfSeriesFigure(name)).toBe(code);
    }),
  );
});

test("the name of a saved figure leads to no series", () => {
  expect(codeOfSeriesFigure("venture-share-of-gdp")).toBeNull();
});

test.each([
  { type: { measure: "flow", frequency: "Q" }, mark: "bar" },
  { type: { measure: "flow", frequency: "M" }, mark: "line" },
  { type: { measure: "stock", frequency: "A" }, mark: "line" },
  { type: { measure: "stock", frequency: "I" }, mark: "dot" },
] as const)("a $type.measure of frequency $type.frequency is drawn as a $mark", ({ type, mark }) => {
  expect(specOf(type, "2020", "2024").lines[0]?.mark).toBe(mark);
});

test.each([
  { from: "1990-Q1", to: "2026-Q2", bands: ["DOTCOM", "AI"] },
  { from: "1990-Q1", to: "1999-Q4", bands: ["DOTCOM"] },
  { from: "2001-Q1", to: "2022-Q3", bands: [] },
  { from: "2018-Q2", to: "2022-Q4", bands: ["AI"] },
])("from $from to $to the eras $bands are shaded", ({ from, to, bands }) => {
  expect(specOf({}, from, to).bands).toEqual(bands);
});
