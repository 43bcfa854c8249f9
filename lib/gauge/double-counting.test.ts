import { expect, test } from "vitest";
import { inputPairs } from "./double-counting.ts";

// Swapping one pair of neighbours in ten: squared differences 2, rho = 1 - 12/990 = 0.988. Swapping five pairs: 10,
// rho = 0.939. Six more: ranks 2 1 4 3 6 5 10 7 8 9: squares 1*6 + 9 + 1*3 = 18, rho = 1 - 108/990 = 0.891.
test("pairs that correlate above 0.9 are flagged, each pair once", () => {
  const pairs = inputPairs([
    { id: "even", values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    { id: "near", values: [2, 1, 4, 3, 6, 5, 8, 7, 10, 9] },
    { id: "far", values: [2, 1, 4, 3, 6, 5, 10, 7, 8, 9] },
    { id: "opposite", values: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1] },
    { id: "new", values: [...Array(8).fill(null), 5, 6] },
  ]);
  expect(pairs).toHaveLength(10);
  const flagOf = (a: string, b: string) =>
    pairs.find(({ ids }) => ids[0] === a && ids[1] === b)?.isDoubleCounting;
  expect(flagOf("even", "near")).toBe(true);
  expect(flagOf("even", "far")).toBe(false);
  expect(flagOf("even", "opposite")).toBe(false);
  expect(flagOf("even", "new")).toBe(false);
});
