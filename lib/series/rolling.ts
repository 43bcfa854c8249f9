import { finite, type Values } from "./values.ts";

/** x(t-n+1) + ... + x(t); `null` until n values are there, and while one of them is missing. */
export function rollingSum(values: Values, steps: number): (number | null)[] {
  return values.map((_, t) => (t + 1 < steps ? null : total(values.slice(t + 1 - steps, t + 1))));
}

/** The mean of the last n values; `null` until n values are there, and while one of them is missing. */
export function movingAverage(values: Values, steps: number): (number | null)[] {
  return rollingSum(values, steps).map((sum) => (sum === null ? null : sum / steps));
}

/** x(first) + ... + x(t). From the first gap on the total is unknown, so it is `null` to the end. */
export function runningTotal(values: Values): (number | null)[] {
  let sum: number | null = 0;
  return values.map((value) => {
    sum = sum === null || value === null ? null : finite(sum + value);
    return sum;
  });
}

/** The sum, or `null` when a value is missing or there is none. */
export function total(values: Values): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return values.length === 0 ? null : finite(sum);
}
