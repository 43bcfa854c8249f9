import { finite, type Values } from "./values.ts";

/**
 * Where each value stands among the values known by then, from 0 to 1:
 * (#{v < x} + #{v = x} / 2) / N over the non-missing values up to and including its own period.
 *
 * The mid-rank form of the percentile rank on an expanding sample, so that no later value is looked at.
 * A first value stands at 0.5. `null` stays `null` and is not counted.
 */
export function percentileRank(values: Values): (number | null)[] {
  const sorted: number[] = [];
  return values.map((value) => {
    if (value === null) return null;
    sorted.splice(
      insertionPoint(sorted, (other) => other < value),
      0,
      value,
    );
    return rankAmong(value, sorted);
  });
}

/** The mid-rank share (#{v < x} + #{v = x} / 2) / N of a value among sorted values, which are at least one. */
export function rankAmong(value: number, sorted: readonly number[]): number {
  const below = insertionPoint(sorted, (other) => other < value);
  const notAbove = insertionPoint(sorted, (other) => other <= value);
  return (below + (notAbove - below) / 2) / sorted.length;
}

/**
 * (x(t) - mean) / sd over the non-missing values up to and including t, with the sample deviation (N - 1).
 * `null` for fewer than two values and while all are equal. Mean and deviation by Welford's update (1962).
 */
export function standardScore(values: Values): (number | null)[] {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return values.map((value) => {
    if (value === null) return null;
    count += 1;
    const step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
    const deviation = Math.sqrt(squares / (count - 1));
    return deviation > 0 ? finite((value - mean) / deviation) : null;
  });
}

/** How many leading elements of a sorted array pass the test, by bisection. */
function insertionPoint(sorted: readonly number[], passes: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(sorted[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
