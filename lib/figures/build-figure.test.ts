import fc from "fast-check";
import { expect, test } from "vitest";
import { periodAt } from "../periods/period.ts";
import { buildFigure } from "./build-figure.ts";
import type { FigureModel } from "./model.ts";
import type { FigureSpec } from "./spec.ts";
import { A_REPORT, aRecord, aSpec, CONTEXT, QUARTERLY_WORLD, someData } from "./testing.ts";

const size = fc.double({ min: -3, max: 13, noNaN: true }).map((power) => 10 ** power);
const number = fc.oneof(
  size,
  size.map((value) => -value),
  fc.constantFrom(0, -1, 1, 1e-3, 1e13),
);
const values = fc
  .array(fc.option(number), { minLength: 1, maxLength: 12 })
  .map((list) => Object.fromEntries(list.map((value, index) => [periodAt("Q", 1999 * 4 + index), value])));
const line = fc.record({
  id: fc.constantFrom("a", "b", "c"),
  formula: fc.constantFrom(
    "ONE",
    "TWO",
    "ONE / TWO",
    "ONE - TWO",
    "yoy(ONE)",
    "ONE@1999-Q2",
    "GONE",
    "ONE +",
  ),
  label: fc.constant("Line"),
  mark: fc.constantFrom("line", "step", "area", "bar", "dot"),
  era: fc.constantFrom("DOTCOM", "AI"),
  connectGaps: fc.boolean(),
  firstReports: fc.boolean(),
  range: fc.option(
    fc.record({
      low: fc.constantFrom("ONE", "ONE - TWO", "yoy(ONE)", "GONE"),
      high: fc.constantFrom("ONE", "TWO", "ONE + TWO", "ONE / TWO"),
      label: fc.constant("Band"),
    }),
    { nil: undefined },
  ),
});
const spec: fc.Arbitrary<FigureSpec> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    scale: fc.constantFrom("linear", "log"),
    zero: fc.boolean(),
    titles: fc.constant([{ text: "{a.last/b.max} and {c.same|percent}" }]),
    benchmarks: fc.constantFrom([], [{ id: "level", formula: "TWO@1999-Q1", label: "Level" }]),
  })
  .chain((frame) =>
    fc.constantFrom<FigureSpec>(
      aSpec("time", frame),
      aSpec("clock", { ...frame, rebase: true, range: { from: -12, to: 96 } }),
      aSpec("clock", { ...frame, clock: "A", range: { from: -4, to: 8 } }),
      aSpec("comparison", { items: frame.lines.map(({ id, formula, label }) => ({ id, formula, label })) }),
      aSpec("scatter", { scatter: { x: "ONE", y: "TWO", xLabel: "One", yLabel: "Two", trails: [] } }),
    ),
  );

test("whatever the data, a figure is finite, inside its axes, in order, and says nothing undefined", () => {
  fc.assert(
    fc.property(spec, values, values, (figure, one, two) => {
      const records = [
        aRecord("ONE", one, {
          type: QUARTERLY_WORLD,
          earlierReports: [{ ...A_REPORT, status: "reported", period: "1999-Q1", value: 5 }],
        }),
        aRecord("TWO", two, { type: QUARTERLY_WORLD }),
      ];
      const model = buildFigure(figure, someData(records), CONTEXT);
      expect(JSON.stringify(model)).not.toMatch(/NaN|Infinity|undefined/);
      expect(allNumbers(model).every(Number.isFinite)).toBe(true);
      expect(model.empty === null).toBe(model.panels.length > 0);
      for (const panel of model.panels) expectInside(panel, model);
    }),
  );
});

function expectInside({ y, lines, benchmarks }: FigureModel["panels"][number], { x }: FigureModel): void {
  const levels = [...benchmarks.map(({ at }) => at).filter((at) => y.scale === "linear" || at > 0)];
  for (const { points, range } of lines) {
    const places = points.map((point) => point.x);
    // A scatter trail runs through the calendar, not along the axis.
    if (x.kind !== "value") expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const point of points) {
      expectWithin(point.x, x.domain);
      if (point.y !== null) levels.push(point.y);
    }
    for (const { x: place, low, high } of range?.points ?? []) {
      expectWithin(place, x.domain);
      if (low !== null && high !== null) levels.push(low, high);
    }
  }
  for (const level of [...levels, ...y.ticks.map(({ at }) => at)]) expectWithin(level, y.domain);
}

/** Within a billionth of the axis. */
function expectWithin(value: number, [low, high]: readonly [number, number]): void {
  const slack = (high - low) * 1e-9;
  expect(value).toBeGreaterThanOrEqual(low - slack);
  expect(value).toBeLessThanOrEqual(high + slack);
}

function allNumbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(allNumbers) : [];
}
