import { describe, expect, test } from "vitest";
import { percentileRank, standardScore } from "./ranking.ts";

// Mid-rank by hand, (below + equal / 2) / n over the values so far:
// 3: 0.5/1. 1: 0.5/2. 2: (1+0.5)/3. 3 again, beside 3 1 2: (2+1)/4. 9: (4+0.5)/5.
describe("percentile rank", () => {
  test("counts what lies below, half of what is equal, and nothing later", () => {
    expect(percentileRank([3, 1, 2, 3, 9])).toEqual([0.5, 0.25, 0.5, 0.75, 0.9]);
  });

  test("a gap stays a gap and is not counted", () => {
    expect(percentileRank([3, null, 4])).toEqual([0.5, null, 0.75]);
  });
});

// 2, 4: mean 3, sd sqrt(2), so 1/sqrt 2. 2, 4, 9: mean 5, squares 9+1+16, sd sqrt 13, so 4/sqrt 13.
describe("z-score", () => {
  test("is taken over the values so far with the sample deviation", () => {
    const scores = standardScore([2, 4, null, 9]);
    expect(scores[0]).toBeNull();
    expect(scores[1]).toBeCloseTo(1 / Math.SQRT2, 12);
    expect(scores[2]).toBeNull();
    expect(scores[3]).toBeCloseTo(4 / Math.sqrt(13), 12);
  });

  test("equal values have no deviation and no score", () => {
    expect(standardScore([5, 5, 5])).toEqual([null, null, null]);
  });
});
