import { quantileOfSorted } from "../statistics/quantile.ts";

/**
 * The standard error of a simulated p-quantile: half the distance between the quantiles one standard error of p
 * away on either side, sqrt(p (1 - p) / N) (Woodruff 1952).
 */
export function quantileError(sorted: ArrayLike<number>, p: number): number {
  const error = Math.sqrt((p * (1 - p)) / sorted.length);
  return (
    (quantileOfSorted(sorted, Math.min(1, p + error)) - quantileOfSorted(sorted, Math.max(0, p - error))) / 2
  );
}
