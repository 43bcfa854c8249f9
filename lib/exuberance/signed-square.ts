import { fitWindow } from "./fit-window.ts";

/**
 * Share of a sum of squares below which a difference of running moments has lost too many digits: a t-ratio that
 * far out is fitted by itself instead.
 */
export const LEAST_SHARE = 1e-6;

/** The statistic t behind its signed square sign(t) t^2. */
export function signedRoot(square: number): number {
  return square < 0 ? -Math.sqrt(-square) : Math.sqrt(square);
}

/** The signed square of a window fitted by itself; NaN, which is larger than nothing, when it has no statistic. */
export function exactSquare(y: Float64Array, lag: number, start: number, rows: number): number {
  const adf = fitWindow(y, lag, start, rows)?.adf ?? Number.NaN;
  return adf * Math.abs(adf);
}
