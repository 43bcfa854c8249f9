import { describe, expect, test } from "vitest";
import { rankCorrelation } from "./rank-correlation.ts";

// Wikipedia, "Spearman's rank correlation coefficient": the sum of squared rank differences is 194, n = 10.
test("the textbook case of intelligence and television comes out", () => {
  const intelligence = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
  const result = rankCorrelation(intelligence, hours);
  expect(result).toMatchObject({ ok: true, value: { pairs: 10 } });
  expect(result.ok && result.value.rho).toBeCloseTo(-29 / 165, 12);
});

// Ranks 1, 2.5, 2.5, 4 beside 1, 2, 3, 4: centred products 2.25 + 2.25, squares 4.5 and 5, so 4.5 / sqrt(22.5).
test("equal values share their ranks", () => {
  const result = rankCorrelation([1, 5, 5, 9], [10, 20, 30, 40]);
  expect(result.ok && result.value.rho).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
});

test("only periods in which both are known count", () => {
  expect(rankCorrelation([1, null, 2, 3, 9], [5, 6, 7, 8, null])).toEqual({
    ok: true,
    value: { rho: 1, pairs: 3 },
  });
});

describe("there is no correlation", () => {
  test("of two pairs", () => {
    expect(rankCorrelation([1, 2, null], [1, 2, 3])).toEqual({
      ok: false,
      error: { kind: "too-few-pairs", pairs: 2, message: "2 periods in common; a rank correlation needs 3" },
    });
  });

  test("with a series that does not move", () => {
    expect(rankCorrelation([4, 4, 4], [1, 2, 3])).toMatchObject({
      ok: false,
      error: { kind: "constant", pairs: 3 },
    });
  });
});
