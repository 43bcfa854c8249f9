import { invariant } from "../invariant.ts";

/**
 * The quantile of type 7 (Hyndman and Fan 1996): linear between the order statistics around place (N - 1)p,
 * counted from 0. `sorted` is ascending and not empty; `p` is from 0 to 1.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  invariant(sorted.length > 0, "a quantile is of at least one number");
  invariant(p >= 0 && p <= 1, `the share ${p} is from 0 to 1`);
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (place - below) * (high - low);
}

/** The middle number, or half-way between the two middle ones; `values` is not empty. */
export function medianOf(values: readonly number[]): number {
  return quantileOfSorted(
    values.toSorted((a, b) => a - b),
    1 / 2,
  );
}
