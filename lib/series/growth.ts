import { combine, mapValues, type Values } from "./values.ts";

/**
 * FRED's unit transforms (FRED API, series/observations, `units`) on values of consecutive periods; `perYear`
 * is the number of periods in a year. All keep the length. A missing operand, a predecessor before the first
 * value, a zero divisor and the logarithm of zero or less give `null`.
 */

/** x(t-n): the value n periods earlier. */
export function lag(values: Values, steps: number): (number | null)[] {
  return values.map((_, t) => values[t - steps] ?? null);
}

/** `chg`, and `ch1` with a year's steps: x(t) - x(t-n). */
export function change(values: Values, steps = 1): (number | null)[] {
  return combine(values, lag(values, steps), (now, before) => now - before);
}

/** `pch`, and `pc1` with a year's steps: (x(t) / x(t-n) - 1) * 100. */
export function percentChange(values: Values, steps = 1): (number | null)[] {
  return combine(values, lag(values, steps), (now, before) => (now / before - 1) * 100);
}

/** `pca`: ((x(t) / x(t-1))^n - 1) * 100. A change of sign has no growth rate and gives `null`. */
export function compoundedAnnualRate(values: Values, perYear: number): (number | null)[] {
  return combine(values, lag(values, 1), (now, before) => {
    const ratio = now / before;
    return ratio < 0 ? Number.NaN : (ratio ** perYear - 1) * 100;
  });
}

/** `cch`, and `cca` with `perYear`: (ln x(t) - ln x(t-1)) * 100 * n. */
export function continuousRate(values: Values, perYear = 1): (number | null)[] {
  return change(naturalLog(values)).map((step) => (step === null ? null : step * 100 * perYear));
}

/** `log`: ln x(t). */
export function naturalLog(values: Values): (number | null)[] {
  return mapValues(values, Math.log);
}
