import { quantileOfSorted } from "../statistics/quantile.ts";

/** A span of index points. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** How two bands lie to each other. */
export type Change = "rise" | "fall" | "indistinct";

/** Above this share of the narrower band, two bands overlap too far to call the later one higher or lower. */
const OVERLAP_ALLOWED = 1 / 2;

/** The span between two quantiles (type 7) of ascending numbers, such as 0.05 and 0.95. */
export function quantileBand(sorted: ArrayLike<number>, from: number, to: number): Band {
  return { low: quantileOfSorted(sorted, from), high: quantileOfSorted(sorted, to) };
}

/** The smallest band that holds the band and the value. */
export function hull({ low, high }: Band, value: number): Band {
  return { low: Math.min(low, value), high: Math.max(high, value) };
}

/**
 * The length that two bands have in common, as a share of the narrower one: 0 for bands apart, 1 when one holds the
 * other. A band without length is held by the other, at 1, or apart, at 0.
 */
export function overlapShare(a: Band, b: Band): number {
  const common = Math.min(a.high, b.high) - Math.max(a.low, b.low);
  if (common < 0) return 0;
  const narrower = Math.min(a.high - a.low, b.high - b.low);
  return narrower > 0 ? common / narrower : 1;
}

/**
 * Whether the index rose or fell between two dates: `indistinct` when their bands overlap by more than half of the
 * narrower one, and otherwise as their middles lie.
 */
export function changeOf(earlier: Band, later: Band): Change {
  if (overlapShare(earlier, later) > OVERLAP_ALLOWED) return "indistinct";
  return earlier.low + earlier.high < later.low + later.high ? "rise" : "fall";
}
