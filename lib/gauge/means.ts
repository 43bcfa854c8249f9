/** A normalised value with its weight. */
export interface Share {
  readonly weight: number;
  readonly value: number;
}

/** The least value that enters a geometric mean, so that one value of 0 does not make the whole 0. */
export const GEOMETRIC_FLOOR = 1;

/** sum(w x) / sum(w); `shares` have a positive weight between them. One extreme hides among calm ones. */
export function arithmeticMean(shares: readonly Share[]): number {
  return weightedMean(shares, (value) => value);
}

/**
 * exp(sum(w ln max(x, 1)) / sum(w)); `shares` have a positive weight between them. Low values pull it down more than
 * high ones lift it. Where most values are below the floor of 1 it can exceed the arithmetic mean.
 */
export function geometricMean(shares: readonly Share[]): number {
  return Math.exp(weightedMean(shares, (value) => Math.log(Math.max(value, GEOMETRIC_FLOOR))));
}

/** Weights are taken as parts of their sum first, so that neither very large nor very small ones lose digits. */
function weightedMean(shares: readonly Share[], of: (value: number) => number): number {
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  return shares.reduce((sum, { weight, value }) => sum + (weight / total) * of(value), 0);
}
