import { expect, test } from "vitest";
import { movingAverage, rollingSum, runningTotal, total } from "./rolling.ts";

test("a rolling sum needs every one of its values", () => {
  expect(rollingSum([1, 2, 3, 4], 3)).toEqual([null, null, 6, 9]);
  expect(rollingSum([1, null, 3, 4, 5], 2)).toEqual([null, null, null, 7, 9]);
  expect(rollingSum([1, 2], 3)).toEqual([null, null]);
});

test("a moving average is the rolling sum over its length", () => {
  expect(movingAverage([1, 2, 3, 5], 2)).toEqual([null, 1.5, 2.5, 4]);
});

test("a running total is unknown from the first gap on", () => {
  expect(runningTotal([1, 2, null, 4])).toEqual([1, 3, null, null]);
});

test("an overflowing sum is null, not infinity", () => {
  expect(total([1.7e308, 1.7e308])).toBeNull();
  expect(total([])).toBeNull();
});
