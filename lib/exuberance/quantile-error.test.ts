import { expect, test } from "vitest";
import { quantileError } from "./quantile-error.ts";

test("the error of a quantile of even numbers is that of its share", () => {
  // Of 0 .. 9999 the quantile is 9999 p, so its error is 9999 * sqrt(0.95 * 0.05 / 10000).
  const sorted = Array.from({ length: 10_000 }, (_, i) => i);
  expect(quantileError(sorted, 0.95)).toBeCloseTo(9999 * Math.sqrt((0.95 * 0.05) / 10_000), 6);
});
