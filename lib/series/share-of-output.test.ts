import { describe, expect, test } from "vitest";
import { columnOf } from "./column.ts";
import { outputReachingFurthest, shareOfOutput } from "./share-of-output.ts";
import { aSeries } from "./testing.ts";

/** Output at an annual rate: 400, 440, 440, 480 a year by quarter; 440 in the year. */
const QUARTERLY = columnOf(aSeries({ from: "2024-Q1", values: [400, 440, 440, 480] }));

describe("a share of the output of the same span", () => {
  test.each([
    {
      name: "a quarter over a quarter of the annual rate",
      from: "2024-Q1",
      values: [10, 11],
      months: 3,
      shares: [0.1, 0.1],
    },
    { name: "a half-year over its two quarters", from: "2024-H1", values: [21], months: 6, shares: [0.1] },
    {
      name: "a year over the mean rate of its quarters",
      from: "2024",
      values: [44],
      months: 12,
      shares: [0.1],
    },
    { name: "a stock over the annual rate", from: "2024-Q1", values: [40], months: null, shares: [0.1] },
    {
      name: "four quarters added up over four quarters",
      from: "2024-Q1",
      values: [0, 0, 0, 44],
      months: 12,
      shares: [null, null, null, 0.1],
    },
    { name: "output not there yet", from: "2025-Q1", values: [10], months: 3, shares: [null] },
    { name: "periods that output does not have", from: "2024-01", values: [10], months: 1, shares: [null] },
  ])("$name", ({ from, values, months, shares }) => {
    const made = shareOfOutput(columnOf(aSeries({ from, values })), QUARTERLY, months);
    expect(made.values).toHaveLength(shares.length);
    for (const [t, share] of shares.entries()) {
      if (share === null) expect(made.values[t]).toBeNull();
      else expect(made.values[t]).toBeCloseTo(share, 12);
    }
  });
});

test("one output series serves the whole result: the one that reaches more of it", () => {
  const annual = columnOf(aSeries({ from: "2023", values: [430, 440] }));
  const amounts = columnOf(aSeries({ from: "2023", values: [43, 44] }));
  expect(outputReachingFurthest(amounts, [QUARTERLY, annual])).toBe(annual);
  const newest = columnOf(aSeries({ from: "2024", values: [44] }));
  expect(outputReachingFurthest(newest, [QUARTERLY, annual])).toBe(QUARTERLY);
});
