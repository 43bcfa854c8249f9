import { signedRoot } from "./signed-square.ts";
import { newSweep, suprema, sweep } from "./sweep.ts";
import type { RecursionShape } from "./window.ts";

/** The recursive right-tailed ADF statistics of one series; arrays hold one value for each end date, oldest first. */
export interface Recursion extends RecursionShape {
  /** Observations of the series. */
  readonly n: number;
  /** 0-based place of the observation that the first end date is. */
  readonly firstEnd: number;
  /** The statistic of the whole series. */
  readonly adf: number;
  /** The largest of `badf` (Phillips, Wu and Yu 2011). */
  readonly sadf: number;
  /** The largest of `bsadf` (Phillips, Shi and Yu 2015). */
  readonly gsadf: number;
  /** ADF over windows that start with the series. */
  readonly badf: Float64Array;
  /** Backward supremum ADF: the largest ADF over all windows with this end. */
  readonly bsadf: Float64Array;
  /** 0-based place of the first observation in the window of each `bsadf`: an estimate of when its regime began. */
  readonly starts: Int32Array;
  /** Windows without a statistic, because the level did not vary in them, and windows in all. */
  readonly skipped: number;
  readonly windows: number;
}

/**
 * The recursive statistics of a series: ADF regressions with a constant and `lag` lagged differences over every
 * window of at least `minRows` rows (`minimumRows` gives them for either convention).
 *
 * BADF[e] = ADF(0, e); BSADF[e] = max over s of ADF(s, e); ADF = BADF[last]; SADF = max BADF; GSADF = max BSADF.
 * Right-tailed: large and positive means explosive. All are the same for a + b y, b > 0.
 *
 * `y` must be finite and have a statistic at every end, which `checkSample` makes sure of; an end without one
 * would be -Infinity, the supremum of nothing. O(n^2) windows at O(1) each for a given lag.
 *
 * Sources: Phillips, Wu and Yu (2011), International Economic Review 52(1); Phillips, Shi and Yu (2015), ibid. 56(4).
 */
export function recursiveAdf(y: Float64Array, shape: RecursionShape): Recursion {
  const { minRows, lag } = shape;
  const buffers = newSweep(y.length, shape);
  const skipped = sweep(scaled(y), buffers);
  const badf = buffers.badf.map(signedRoot);
  const bsadf = buffers.bsadf.map(signedRoot);
  const ends = badf.length;
  return {
    n: y.length,
    minRows,
    lag,
    firstEnd: minRows + lag,
    ...suprema(buffers),
    badf,
    bsadf,
    starts: buffers.starts,
    skipped,
    windows: (ends * (ends + 1)) / 2,
  };
}

/**
 * The series times a power of two that brings its largest value near one: the same statistics to the last bit,
 * and squares of squares that cannot overflow.
 */
export function scaled(y: Float64Array): Float64Array {
  let size = 0;
  for (const value of y) size = Math.max(size, Math.abs(value));
  if (size === 0) return y;
  const factor = 2 ** -Math.max(Math.floor(Math.log2(size)), -1000);
  return y.map((value) => value * factor);
}
