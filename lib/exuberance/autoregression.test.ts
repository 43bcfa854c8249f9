import { expect, test } from "vitest";
import { autoregression } from "./autoregression.ts";

test("without a lag the residuals are what the mean leaves", () => {
  const { coefficients, residuals } = autoregression(Float64Array.from([1, 2, 6]), 0);
  expect([...coefficients]).toEqual([]);
  expect([...residuals]).toEqual([-2, -1, 3]);
});

test("one lag is the regression line by hand", () => {
  // On 1, 2, 4 of 2, 4, 3: means 7/3 and 3; products 4/3 + 0 + ... = (-4/3)(-1) + (-1/3)(1) + (5/3)(0) = 1; squares 42/9.
  const { coefficients, residuals } = autoregression(Float64Array.from([1, 2, 4, 3]), 1);
  expect(coefficients[0]).toBeCloseTo(9 / 42, 12);
  const expected = [-1 + (4 / 3) * (9 / 42), 1 + (1 / 3) * (9 / 42), -(5 / 3) * (9 / 42)];
  for (const [t, value] of expected.entries()) expect(residuals[t]).toBeCloseTo(value, 12);
});

test("an exact recursion of three lags is found again", () => {
  const values = [1, -2, 3];
  while (values.length < 30) {
    const [c, b, a] = values.slice(-3) as [number, number, number];
    values.push(2 + 0.4 * a - 0.3 * b + 0.2 * c);
  }
  const { coefficients, residuals } = autoregression(Float64Array.from(values), 3);
  for (const [j, phi] of [0.4, -0.3, 0.2].entries()) expect(coefficients[j]).toBeCloseTo(phi, 8);
  expect(residuals.length).toBe(27);
  expect(Math.max(...residuals.map(Math.abs))).toBeLessThan(1e-9);
});

test("a lagged value that does not vary breaks the promise", () => {
  expect(() => autoregression(Float64Array.from([5, 5, 5, 6]), 1)).toThrow("lagged values that vary");
});
