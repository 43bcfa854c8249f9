import { expect, test } from "vitest";
import { holmAdjusted, simulatedPValue } from "./p-value.ts";

test.each([
  { name: "above all is one in N + 1", statistic: 5, p: 1 / 5 },
  { name: "equal values count", statistic: 4, p: 2 / 5 },
  { name: "below all is 1", statistic: 0, p: 1 },
  { name: "equal but for rounding counts", statistic: 4 * (1 + 1e-12), p: 2 / 5 },
])("a p-value $name", ({ statistic, p }) => {
  expect(simulatedPValue([3, 1, 4, 2], statistic)).toBe(p);
});

test("Holm's adjustment of a worked example", () => {
  // Sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1: 0.02, 0.03, 0.06, 0.06 (not 0.04, which would fall).
  const adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005]);
  for (const [i, expected] of [0.03, 0.06, 0.06, 0.02].entries())
    expect(adjusted[i]).toBeCloseTo(expected, 12);
  expect(holmAdjusted([0.7, 0.9])).toEqual([1, 1]);
  expect(holmAdjusted([])).toEqual([]);
});
