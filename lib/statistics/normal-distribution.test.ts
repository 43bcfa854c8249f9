import { expect, test } from "vitest";
import { normalDistribution } from "./normal-distribution.ts";

// Abramowitz and Stegun (1964), table 26.1.
test.each([
  { z: 0, share: 0.5 },
  { z: 0.5, share: 0.691462461274013 },
  { z: 1, share: 0.841344746068543 },
  { z: 2, share: 0.977249868051821 },
  { z: 3, share: 0.99865010196837 },
])("Phi($z) is $share, and of -$z the rest", ({ z, share }) => {
  expect(normalDistribution(z)).toBeCloseTo(share, 14);
  expect(normalDistribution(-z)).toBeCloseTo(1 - share, 14);
});

test("all of it lies below nine deviations, none below minus nine, and none is beyond 0 or 1 between", () => {
  expect(normalDistribution(9)).toBe(1);
  expect(normalDistribution(-9)).toBe(0);
  for (let z = -8.3; z <= 8.3; z += 0.01) {
    expect(normalDistribution(z)).toBeGreaterThanOrEqual(0);
    expect(normalDistribution(z)).toBeLessThanOrEqual(1);
  }
});
