import { expect, test } from "vitest";
import { formatMove } from "./format-move.ts";

test.each([
  [0.0634, "+6.3 %"],
  [-0.0042, "−0.42 %"],
  [12.5, "+1,250 %"],
  [-1, "−100 %"],
  [0.00006, "+0.01 %"],
  [0.00004, "+<0.01 %"],
  [-0.00001, "−<0.01 %"],
  [0, "0 %"],
])("a move of %d is written %s", (move, words) => {
  expect(formatMove(move)).toBe(words);
});
