import { describe, expect, test } from "vitest";
import { columnOf } from "./column.ts";
import { deflate, levelReader } from "./deflate.ts";
import { aSeries } from "./testing.ts";

/** Twelve months of 2024 at 100, and 2025 at 110 with October never published. */
const PRICES = columnOf(
  aSeries({
    from: "2024-01",
    values: [...Array(12).fill(100), 110, 110, 110, 110, 110, 110, 110, 110, 110, null, 110, 110, 120],
  }),
);

describe("the price level of a period", () => {
  const level = levelReader(PRICES);
  test.each([
    { period: "2024-05", value: 100, status: "reported" },
    { period: "2024", value: 100, status: "reported" },
    { period: "2024-05-17", value: 100, status: "reported" },
    { period: "2025", value: 110, status: "estimate" },
    { period: "2025-Q4", value: 110, status: "estimate" },
    { period: "2025-10", value: null, status: "reported" },
    { period: "2026", value: null, status: "reported" },
    { period: "2023", value: null, status: "reported" },
  ])("$period is $value, $status", ({ period, value, status }) => {
    expect(level(period)).toEqual({ value, status });
  });
});

// The last value is there in each, so what decides is whether two thirds of the twelve or the three are: 8 or 2.
describe("the mean of a period needs two thirds of the values inside", () => {
  test.each([
    { name: "8 of 12 months", period: "2024", missing: 4, value: 100 },
    { name: "7 of 12 months", period: "2024", missing: 5, value: null },
    { name: "2 of 3 months", period: "2024-Q1", missing: 1, value: 100 },
    { name: "1 of 3 months", period: "2024-Q1", missing: 2, value: null },
  ])("$name give $value", ({ period, missing, value }) => {
    const values = Array.from({ length: 12 }, (_, month) => (month < missing ? null : 100));
    const level = levelReader(columnOf(aSeries({ from: "2024-01", values })));
    expect(level(period).value).toBe(value);
  });

  test("all but the last value give none, since the period is still under way", () => {
    const level = levelReader(columnOf(aSeries({ from: "2024-01", values: [...Array(11).fill(100), null] })));
    expect(level("2024").value).toBeNull();
  });
});

// 220 spent in 2025 at a level of 110 is 200 in prices of 2024, where the level is 100.
test("amounts are restated in the prices of the base", () => {
  const nominal = columnOf(aSeries({ from: "2024", values: [150, 220, 5] }));
  expect(deflate(nominal, PRICES, 100)).toMatchObject({
    values: [150, 200, null],
    statuses: ["reported", "estimate", "reported"],
  });
});

test("a price level of nought gives null", () => {
  const nominal = columnOf(aSeries({ values: [5] }));
  const free = columnOf(aSeries({ values: [0] }));
  expect(deflate(nominal, free, 100).values).toEqual([null]);
});
