/**
 * How the smallest window of a recursion is counted.
 * - `obs`: in observations, as Phillips, Shi and Yu's own code does: the first statistic ends at observation
 *   number `window`.
 * - `rows`: in rows of the regression: the first statistic ends at observation number `window + 1 + lag`.
 */
export const CONVENTIONS = ["obs", "rows"] as const;
export type Convention = (typeof CONVENTIONS)[number];

/** What fixes a recursion apart from the data: the smallest window in regression rows, and the lag order. */
export interface RecursionShape {
  readonly minRows: number;
  readonly lag: number;
}

/**
 * The minimum window of Phillips, Shi and Yu (2015): floor(n * (0.01 + 1.8 / sqrt(n))) for n observations.
 * It is counted in the convention in use, and it depends on n: freeze it where data keep arriving, or history
 * repaints.
 */
export function minimumWindow(n: number): number {
  return Math.floor(n * (0.01 + 1.8 / Math.sqrt(n)));
}

/** The regression rows of the smallest window: `window` itself by rows; `window - 1 - lag` by observations. */
export function minimumRows(window: number, lag: number, convention: Convention): number {
  return convention === "rows" ? window : window - 1 - lag;
}

/** The 0-based place of the last observation that the first statistic of a recursion uses. */
export function firstEnd({ minRows, lag }: RecursionShape): number {
  return minRows + lag;
}

/** How many end dates, and so how many BADF and BSADF statistics, n observations give; 0 when there are too few. */
export function endCount(n: number, shape: RecursionShape): number {
  return Math.max(0, n - firstEnd(shape));
}
