import { describe, expect, test } from "vitest";
import { medianOf, quantileOfSorted } from "./quantile.ts";

// R's quantile(c(1, 2, 4, 8), type = 7), by hand at place 3p: 0.25 is 0.75 of the way from 1 to 2.
describe("a quantile", () => {
  test.each([
    { p: 0, expected: 1 },
    { p: 0.25, expected: 1.75 },
    { p: 0.5, expected: 3 },
    { p: 0.9, expected: 6.8 },
    { p: 1, expected: 8 },
  ])("at $p is $expected", ({ p, expected }) => {
    expect(quantileOfSorted([1, 2, 4, 8], p)).toBeCloseTo(expected, 12);
  });

  test("of one number is that number", () => {
    expect(quantileOfSorted([5], 0.95)).toBe(5);
  });
});

test("the median needs no order and leaves its numbers as they are", () => {
  const values = [9, 1, 5];
  expect(medianOf(values)).toBe(5);
  expect(medianOf([4, 1, 9, 5])).toBe(4.5);
  expect(values).toEqual([9, 1, 5]);
});
