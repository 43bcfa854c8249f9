import { expect, test } from "vitest";
import { condense } from "./condense.ts";
import { nasdaqWindow } from "./testing.ts";
import { priceWindow } from "./windows.ts";

// A sixteenth of the days to the end: 330 and 320 lie within a row (10 <= 320 / 16), 310 does not (20 > 310 / 16).
test("days far from the end become one row at their mean, days near it stay", () => {
  const { sample } = priceWindow([0, 10, 20, 320, 322, 330], [1, Math.E ** 2, 1, 1, 1, 1]);
  const { ages, logPrices, weights } = condense(sample);
  expect([...ages]).toEqual([325, 310, 10, 8, 0]);
  expect([...logPrices]).toEqual([1, 0, 0, 0, 0]);
  expect([...weights]).toEqual([2, 1, 1, 1, 1]);
});

test("no day is lost, and three years come to a tenth of their rows", () => {
  const { sample } = nasdaqWindow("2000-03-10", 750);
  const { ages, logPrices, weights } = condense(sample);
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const weighted = (values: Float64Array) => sum(values.map((value, i) => value * (weights[i] ?? 0)));
  expect(sum(weights)).toBe(750);
  expect(weighted(ages)).toBeCloseTo(sum(sample.ages), 6);
  expect(weighted(logPrices)).toBeCloseTo(sum(sample.logPrices), 9);
  expect(ages.length).toBeLessThan(80);
});
