import { autoregression } from "./autoregression.ts";
import { scaled } from "./recursion.ts";
import type { HlstBootstrap, PhillipsShiBootstrap, RandomWalk, Weights } from "./simulation-design.ts";
import type { RecursionShape } from "./window.ts";

/** The null of Phillips, Shi and Yu for n observations: a random walk with drift 1 / n. */
export function psyNull(n: number): RandomWalk {
  return { kind: "random-walk", length: n, drift: 1 / n };
}

/** The wild bootstrap of Harvey, Leybourne, Sollis and Taylor for a series; its signs are the honest default. */
export function hlstBootstrap(y: Float64Array, weights: Weights = "rademacher"): HlstBootstrap {
  return { kind: "hlst", differences: differencesOf(scaled(y)), weights };
}

/**
 * The bootstrap of Phillips and Shi for a series, which controls the chance of any false signal over `controlled`
 * end dates: each series drawn is as long as the smallest window and the end dates after it. The critical value is
 * a quantile of its GSADF. At most as many end dates as the series has.
 */
export function phillipsShiBootstrap(
  y: Float64Array,
  { minRows, lag }: RecursionShape,
  controlled: number,
): PhillipsShiBootstrap {
  const differences = differencesOf(scaled(y));
  return {
    kind: "phillips-shi",
    length: Math.min(y.length, minRows + lag + controlled),
    ...autoregression(differences, lag),
    firstDifferences: differences.slice(0, lag),
  };
}

function differencesOf(y: Float64Array): Float64Array {
  return Float64Array.from({ length: y.length - 1 }, (_, i) => (y[i + 1] as number) - (y[i] as number));
}
