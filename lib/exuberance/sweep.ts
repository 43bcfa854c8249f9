import { invariant } from "../invariant.ts";
import { signedRoot } from "./signed-square.ts";
import { sweepLag0 } from "./sweep-lag0.ts";
import { sweepLag1 } from "./sweep-lag1.ts";
import { sweepLags } from "./sweep-lags.ts";
import { endCount, type RecursionShape } from "./window.ts";

/**
 * The buffers of one pass over all windows, to be used again for series of the same length.
 *
 * A statistic t is held as sign(t) t^2, which orders windows as t does and needs no square root; `signedRoot`
 * gives t. -Infinity stands where no window ending there has a statistic: the supremum of nothing.
 */
export interface Sweep {
  readonly n: number;
  readonly shape: RecursionShape;
  /** One for each end date: the window that starts with the series. */
  readonly badf: Float64Array;
  /** One for each end date: the largest over all starts. */
  readonly bsadf: Float64Array;
  /** The row in which the window of each `bsadf` starts. */
  readonly starts: Int32Array;
  /** Differences of the series under way. */
  readonly steps: Float64Array;
  /** 1 / c and (c - 1) / c for c = 0 .. n. */
  readonly reciprocals: Float64Array;
  readonly shares: Float64Array;
}

/** Buffers for series of n observations. Needs a degree of freedom in the smallest window and room for one window. */
export function newSweep(n: number, shape: RecursionShape): Sweep {
  const ends = endCount(n, shape);
  invariant(
    shape.minRows - shape.lag - 2 >= 1 && ends >= 1,
    `${n} observations hold windows of ${shape.minRows} rows with lag ${shape.lag}, and those a degree of freedom`,
  );
  return {
    n,
    shape,
    badf: new Float64Array(ends),
    bsadf: new Float64Array(ends),
    starts: new Int32Array(ends),
    steps: new Float64Array(n - 1),
    reciprocals: Float64Array.from({ length: n + 1 }, (_, c) => 1 / c),
    shares: Float64Array.from({ length: n + 1 }, (_, c) => (c - 1) / c),
  };
}

/**
 * Fills the buffers with the statistics of every window of `y`, in O(n^2) updates of running centred moments, and
 * gives the number of windows without a statistic. Allocates nothing, but for windows so nearly perfect or
 * collinear that they are fitted by themselves.
 */
export function sweep(y: Float64Array, into: Sweep): number {
  const { steps } = into;
  invariant(y.length === into.n, `${y.length} observations in buffers for ${into.n}`);
  for (let i = 0; i < steps.length; i += 1) steps[i] = (y[i + 1] as number) - (y[i] as number);
  into.bsadf.fill(Number.NEGATIVE_INFINITY);
  into.starts.fill(0);
  switch (into.shape.lag) {
    case 0:
      return sweepLag0(y, into);
    case 1:
      return sweepLag1(y, into);
    default:
      return sweepLags(y, into);
  }
}

/** ADF, SADF and GSADF of the series that was swept last. */
export function suprema({ badf, bsadf }: Sweep): { adf: number; sadf: number; gsadf: number } {
  return {
    adf: signedRoot(badf[badf.length - 1] as number),
    sadf: signedRoot(largest(badf)),
    gsadf: signedRoot(largest(bsadf)),
  };
}

function largest(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  return most;
}
