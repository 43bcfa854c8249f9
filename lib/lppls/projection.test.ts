import { describe, expect, test } from "vitest";
import { fullOscillations } from "./model.ts";
import { projectOnto, type Slope } from "./projection.ts";
import { nasdaqDay, nasdaqWindow, REFERENCE } from "./testing.ts";
import { priceWindow } from "./windows.ts";

describe("linear parameters and sum of squares equal those of 40 digits", () => {
  test.each(REFERENCE.evaluations)("at $t2, $n days, tc $tc, m $m, omega $omega", (evaluation) => {
    const { t2, n, tc, m, omega, exact } = evaluation;
    const projection = projectOnto(nasdaqWindow(t2, n).sample);
    const sse = projection.sseAt({ ahead: tc - nasdaqDay(t2), m, omega });
    const { a, b, c1, c2 } = projection.linearPart();
    for (const [value, expected] of [
      [sse, exact.sse],
      [a, exact.A],
      [b, exact.B],
      [c1, exact.C1],
      [c2, exact.C2],
    ] as const) {
      expect(Math.abs(value / expected - 1)).toBeLessThan(1e-8);
    }
  });
});

// The sum of squares is smooth in (ln ahead, m, omega); half of it differs by the gradient times a small step.
test("the slope is the difference quotient of half the sum of squares", () => {
  const projection = projectOnto(nasdaqWindow("2000-03-10", 250).sample);
  const place = [Math.log(12), 0.4, 7.3] as const;
  const halfAt = (moved: readonly number[]) =>
    projection.sseAt({ ahead: Math.exp(moved[0] ?? 0), m: moved[1] ?? 0, omega: moved[2] ?? 0 }) / 2;
  halfAt(place);
  const { gradient }: Slope = projection.slope();
  for (const [k, slope] of gradient.entries()) {
    const step = 1e-5;
    const ahead = halfAt(place.map((value, j) => (j === k ? value + step : value)));
    const behind = halfAt(place.map((value, j) => (j === k ? value - step : value)));
    expect(Math.abs((ahead - behind) / (2 * step) / slope - 1)).toBeLessThan(1e-5);
  }
});

// From 1 day ahead back to e^(2 pi) days ahead, omega = 3 turns three times.
test("full oscillations count turns of the angle between the window's ends", () => {
  const spanDays = Math.exp(2 * Math.PI) - 1;
  expect(fullOscillations({ ahead: 1, m: 0.5, omega: 3 }, spanDays)).toBeCloseTo(3, 12);
});

// A row of weight 2 counts as the same row twice.
test("a weighted row counts as often as it stands for", () => {
  const { sample } = priceWindow([0, 3, 5, 8, 11, 12, 15], [10, 12, 11, 14, 18, 17, 25]);
  const shape = { ahead: 4, m: 0.6, omega: 5 };
  const doubled = { ...sample, weights: sample.weights.map((weight, i) => (i === 3 ? 2 : weight)) };
  const twice = (column: Float64Array) => Float64Array.from([...column.slice(0, 4), ...column.slice(3)]);
  const written = {
    ages: twice(sample.ages),
    logPrices: twice(sample.logPrices),
    weights: new Float64Array(8).fill(1),
  };
  expect(projectOnto(doubled).sseAt(shape)).toBeCloseTo(projectOnto(written).sseAt(shape), 12);
});
