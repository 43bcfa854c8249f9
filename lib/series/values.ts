/** Values of consecutive periods, oldest first; `null` is missing. Never NaN or infinite. */
export type Values = readonly (number | null)[];

/** The number, or `null` where arithmetic left the finite numbers (zero divisor, overflow, log of <= 0). */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** `combine(a[t], b[t])` for two arrays of one length; `null` where either is missing or the result is not finite. */
export function combine(
  a: Values,
  b: Values,
  operation: (left: number, right: number) => number,
): (number | null)[] {
  return a.map((left, t) => {
    const right = b[t] ?? null;
    return left === null || right === null ? null : finite(operation(left, right));
  });
}

/** `operation(x[t])`; `null` stays `null`, and so does what is not finite. */
export function mapValues(values: Values, operation: (value: number) => number): (number | null)[] {
  return values.map((value) => (value === null ? null : finite(operation(value))));
}
