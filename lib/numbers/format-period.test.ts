import { expect, test } from "vitest";
import { formatPeriod } from "./format-period.ts";

test.each([
  ["2024", "2024"],
  ["2024-H1", "H1 2024"],
  ["2024-Q2", "Q2 2024"],
  ["2024-10", "Oct 2024"],
  ["2024-W05", "week 5 of 2024"],
  ["2024-10-02", "2 Oct 2024"],
])("%s reads %s", (period, words) => {
  expect(formatPeriod(period)).toBe(words);
});
