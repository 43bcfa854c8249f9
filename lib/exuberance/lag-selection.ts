import { invariant } from "../invariant.ts";
import { choleskyInPlace } from "./cholesky.ts";
import { fitWindow } from "./fit-window.ts";
import { addRow, clear, type Moments, newMoments } from "./moments.ts";
import { scaled } from "./recursion.ts";
import { exactSquare, LEAST_SHARE, signedRoot } from "./signed-square.ts";

/** Recursive statistics whose lag order was chosen anew in every window. */
export interface AdaptiveRecursion {
  readonly adf: number;
  readonly gsadf: number;
  readonly bsadf: Float64Array;
  /** 0-based place of the first observation in the window of each `bsadf`, and the lag order chosen in it. */
  readonly starts: Int32Array;
  readonly lags: Int32Array;
  /** The lag order chosen for the whole series. */
  readonly lag: number;
}

/**
 * BSADF over all windows of at least `window` observations, each with the lag order 0 .. `maxLag` that minimises
 *
 * BIC(k) = N ln(SSR(k) / N) + (k + 2) ln N
 *
 * where every k is fitted to the N rows that the longest lag leaves; the window is then fitted anew with the
 * chosen order on all its rows. On a tie the shorter lag. The choice is the same for a + b y. With `window` the
 * length of the series this is one ADF test with a chosen lag. Data-driven lags inflate the size of the tests, so
 * a fixed order is the better default.
 *
 * `y` must be finite; the smallest window needs window - 1 - maxLag > maxLag + 2.
 * Source: Schwarz (1978); the common sample and the fit anew as statsmodels' `adfuller` has them.
 */
export function recursiveAdfByBic(
  series: Float64Array,
  { window, maxLag }: { window: number; maxLag: number },
): AdaptiveRecursion {
  const ends = series.length - window + 1;
  invariant(
    ends >= 1 && window - 1 - maxLag > maxLag + 2,
    `windows of ${window} of ${series.length} observations leave a degree of freedom with lag ${maxLag}`,
  );
  const y = scaled(series);
  const steps = Float64Array.from(
    { length: y.length - 1 },
    (_, i) => (y[i + 1] as number) - (y[i] as number),
  );
  const byLag = Array.from({ length: maxLag + 1 }, (_, lag) => newMoments(lag));
  const bsadf = new Float64Array(ends).fill(Number.NEGATIVE_INFINITY);
  const starts = new Int32Array(ends);
  const lags = new Int32Array(ends);
  let whole: Choice | null = null;

  for (let start = 0; start < ends; start += 1) {
    for (const moments of byLag) clear(moments);
    for (let at = start; at < y.length - 1; at += 1) {
      for (let lag = 0; lag <= Math.min(maxLag, at - start); lag += 1) {
        addRow(byLag[lag] as Moments, y, steps, at, at - start - lag + 1, y[start + lag] as number);
      }
      const observations = at + 2 - start;
      if (observations < window) continue;
      const choice = choose(y, byLag, start, observations);
      if (choice === null) continue;
      if (start === 0) whole = choice;
      const i = at + 2 - window;
      if (choice.square > (bsadf[i] as number)) {
        bsadf[i] = choice.square;
        starts[i] = start;
        lags[i] = choice.lag;
      }
    }
  }
  invariant(whole, "the level of the whole series varies");
  const roots = bsadf.map(signedRoot);
  return {
    adf: signedRoot(whole.square),
    lag: whole.lag,
    gsadf: Math.max(...roots),
    bsadf: roots,
    starts,
    lags,
  };
}

interface Choice {
  readonly lag: number;
  readonly square: number;
}

/** The lag with the least BIC in the window of `observations` from `start`, and its statistic on all rows. */
function choose(
  y: Float64Array,
  byLag: readonly Moments[],
  start: number,
  observations: number,
): Choice | null {
  const maxLag = byLag.length - 1;
  const rows = observations - 1 - maxLag;
  const residuals =
    nestedResiduals(byLag[maxLag] as Moments) ??
    byLag.map(({ lag }) => fitWindow(y, lag, start + maxLag - lag, rows)?.residual ?? Number.NaN);
  let least = Number.POSITIVE_INFINITY;
  let chosen: Moments | null = null;
  for (const [lag, residual] of residuals.entries()) {
    const bic = rows * Math.log(residual / rows) + (lag + 2) * Math.log(rows);
    if (bic >= least || Number.isNaN(bic)) continue;
    least = bic;
    chosen = byLag[lag] as Moments;
  }
  if (chosen === null) return null;
  const square = squareOf(chosen, y, start, observations - 1 - chosen.lag);
  return Number.isNaN(square) ? null : { lag: chosen.lag, square };
}

/**
 * The sums of squared residuals for 0, 1, .. lags on the rows of the longest, from one factor: in the order
 * (x, z_1, z_2, .., d), what each column explains of d is the square of its entry in the last row. `null` when
 * digits would be lost.
 */
function nestedResiduals({ lag, products }: Moments): number[] | null {
  const size = lag + 2;
  const entry = (i: number, j: number) =>
    products[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)];
  const order = [lag, ...Array.from({ length: lag }, (_, j) => j), lag + 1];
  const lower = Float64Array.from(
    order.flatMap((column, i) => order.slice(0, i + 1).map((other) => entry(column, other) as number)),
  );
  if (choleskyInPlace(lower, size, LEAST_SHARE) < size) return null;
  const last = lower.subarray(lower.length - size);
  const residuals: number[] = [];
  let residual = (last[size - 1] as number) ** 2;
  for (let k = lag; k >= 0; k -= 1) {
    residuals[k] = residual;
    residual += (last[k] as number) ** 2;
  }
  return residuals;
}

function squareOf({ lag, products }: Moments, y: Float64Array, start: number, rows: number): number {
  const lower = products.slice();
  if (choleskyInPlace(lower, lag + 2, LEAST_SHARE) < lag + 2) return exactSquare(y, lag, start, rows);
  const ratio = (lower[lower.length - 2] as number) / (lower[lower.length - 1] as number);
  return (rows - lag - 2) * ratio * Math.abs(ratio);
}
