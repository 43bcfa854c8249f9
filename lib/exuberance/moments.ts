/**
 * Running sums of squares and products, about the running means, of the columns (z_1 .. z_lag, x, d) of an ADF
 * regression, grown by one row at a time.
 */
export interface Moments {
  readonly lag: number;
  readonly means: Float64Array;
  /** The lower triangle, row by row: the entry of (i, j <= i) lies at i (i + 1) / 2 + j. */
  readonly products: Float64Array;
  readonly deviations: Float64Array;
}

/** Empty moments of the regression with `lag` lagged differences. */
export function newMoments(lag: number): Moments {
  const size = lag + 2;
  return {
    lag,
    means: new Float64Array(size),
    products: new Float64Array((size * (size + 1)) / 2),
    deviations: new Float64Array(size),
  };
}

/** Empties the moments for another window. */
export function clear({ means, products }: Moments): void {
  means.fill(0);
  products.fill(0);
}

/**
 * Adds the regression row that explains the difference from observation `at` to the next, as the c-th of its
 * window. `steps` are the differences of `y`; `origin`, any level near the window, is taken off the level.
 */
export function addRow(
  into: Moments,
  y: Float64Array,
  steps: Float64Array,
  at: number,
  c: number,
  origin: number,
): void {
  const { lag, means, products, deviations } = into;
  for (let j = 0; j < lag; j += 1) deviations[j] = (steps[at - 1 - j] as number) - (means[j] as number);
  deviations[lag] = (y[at] as number) - origin - (means[lag] as number);
  deviations[lag + 1] = (steps[at] as number) - (means[lag + 1] as number);
  const share = (c - 1) / c;
  let place = 0;
  for (let i = 0; i < lag + 2; i += 1) {
    const deviation = deviations[i] as number;
    const scaled = share * deviation;
    for (let j = 0; j <= i; j += 1, place += 1) {
      products[place] = (products[place] as number) + scaled * (deviations[j] as number);
    }
    means[i] = (means[i] as number) + deviation / c;
  }
}
