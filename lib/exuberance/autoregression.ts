import { invariant } from "../invariant.ts";
import { choleskyInPlace } from "./cholesky.ts";

/** Coefficients of the lags 1 .. lag, and what the constant and they leave of every later value. */
export interface Autoregression {
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
}

/**
 * Least squares of each value on a constant and the `lag` values before it. Without a lag the residuals are the
 * values less their mean. The lagged values must vary, and each differ from the others.
 */
export function autoregression(values: Float64Array, lag: number): Autoregression {
  const rows = values.length - lag;
  const columns = Array.from({ length: lag + 1 }, (_, j) =>
    centred(values.subarray(lag - j, lag - j + rows)),
  );
  const [explained, ...lagged] = columns as [Float64Array, ...Float64Array[]];
  const coefficients = solve(lagged, explained);
  const residuals = explained.map((value, t) =>
    lagged.reduce((rest, column, j) => rest - (coefficients[j] as number) * (column[t] as number), value),
  );
  return { coefficients, residuals };
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** Least squares coefficients from the factor of the columns' cross products, solved from the last to the first. */
function solve(columns: readonly Float64Array[], explained: Float64Array): Float64Array {
  const all = [...columns, explained];
  const lower = Float64Array.from(
    all.flatMap((column, i) => all.slice(0, i + 1).map((other) => product(column, other))),
  );
  const size = columns.length;
  invariant(choleskyInPlace(lower, size, 1e-13) === size, `${size} lagged values that vary`);
  const coefficients = new Float64Array(size);
  const projected = forward(lower, size);
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = projected[i] as number;
    for (let k = i + 1; k < size; k += 1) rest -= entry(lower, k, i) * (coefficients[k] as number);
    coefficients[i] = rest / entry(lower, i, i);
  }
  return coefficients;
}

/** The right-hand side, which is the last row of the triangle, divided by the factor above it. */
function forward(lower: Float64Array, size: number): Float64Array {
  const projected = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    let rest = entry(lower, size, i);
    for (let k = 0; k < i; k += 1) rest -= entry(lower, i, k) * (projected[k] as number);
    projected[i] = rest / entry(lower, i, i);
  }
  return projected;
}

function entry(lower: Float64Array, i: number, j: number): number {
  return lower[(i * (i + 1)) / 2 + j] as number;
}

function product(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}
