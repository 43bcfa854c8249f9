/** The three parameters that enter the model in a bent way. `ahead` is tc - t2 in calendar days, always positive. */
export interface Shape {
  readonly ahead: number;
  readonly m: number;
  readonly omega: number;
}

/** The four parameters that follow from the others by least squares. */
export interface LinearPart {
  readonly a: number;
  readonly b: number;
  readonly c1: number;
  readonly c2: number;
}

/**
 * Log-prices of one window on their calendar. A row may stand for several days, at their mean; `weights` counts them.
 * `ages` are the days before the window's end t2, from the oldest on, the last being 0 unless it stands for several.
 */
export interface WindowSample {
  readonly ages: Float64Array;
  readonly logPrices: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Full oscillations that a fit shows within its window: (omega / 2 pi) ln((tc - t1) / (tc - t2)).
 *
 * Of the three definitions in print this is the one of the Python package lppls; Sornette et al. (2015) and Shu and
 * Zhu (2019) count otherwise.
 */
export function fullOscillations({ ahead, omega }: Shape, spanDays: number): number {
  return (omega / (2 * Math.PI)) * Math.log((ahead + spanDays) / ahead);
}

/** m |B| / (omega C): from 1 up the hazard rate never falls below 0. `null` for a fit that does not oscillate. */
export function damping({ m, omega }: Shape, { b, c1, c2 }: LinearPart): number | null {
  const c = Math.hypot(c1, c2);
  return c > 0 ? (m * Math.abs(b)) / (omega * c) : null;
}
