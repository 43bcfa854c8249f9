import { quantileOfSorted } from "../statistics/quantile.ts";
import type { Sign } from "./qualify.ts";
import type { WalkSteps } from "./random-walk.ts";
import walks from "./random-walks.json" with { type: "json" };

/**
 * Walks that drift as shares do over the long run (`calm`: 10 % a year at a volatility of 20 %), or as steeply as the
 * NASDAQ from 1994 to March 2000 (`steep`: 0.12 % a day). A series that is looked at because it soared is set against the
 * steep ones.
 */
export const WALK_KINDS = ["calm", "steep"] as const;
export type WalkKind = (typeof WALK_KINDS)[number];

/** How the windows that qualify are counted: on no bound of the search, or on a bound too. */
export type Counting = "interior" | "qualified";

/** What confidence is worth: how often prices without any regime show it. All shares are from 0 to 1. */
export interface RandomWalkBenchmark extends WalkSteps {
  readonly paths: number;
  readonly rows: number;
  readonly windows: number;
  readonly seed: number;
  /** The share of walks in which at least one window qualifies. */
  readonly shareAboveNought: number;
  /** The confidence that 95 % of walks do not exceed: the line to draw beside the indicator. */
  readonly line95: number;
  /** The share of walks with at least this confidence, counted with the one at hand: (1 + #{walks >= c}) / (N + 1). */
  shareReaching(confidence: number): number;
}

/** Two confidences of one share of windows may differ in the last digit. */
const ROUNDING = 1e-9;

/**
 * The benchmark of one kind of walk, from simulated Gaussian walks of 750 trading days fitted with the product's settings
 * (`scripts/simulate-random-walks.ts`). Compare it with a confidence of the same sign, counted the same way. The walks
 * drift up, so that negative confidence is next to never seen in them; for prices that fell, the positive one of walks as
 * steep is its mirror image.
 */
export function randomWalkBenchmark(kind: WalkKind, sign: Sign, counting: Counting): RandomWalkBenchmark {
  const { seed, rows, windows, cases } = walks;
  const { drift, deviation, ...counts } = cases[WALK_KINDS.indexOf(kind)] as (typeof cases)[number];
  const shares = counts[sign][counting].map((count) => count / windows).sort((a, b) => a - b);
  const paths = shares.length;
  return {
    drift,
    deviation,
    paths,
    rows,
    windows,
    seed,
    shareAboveNought: shares.filter((share) => share > 0).length / paths,
    line95: quantileOfSorted(shares, 0.95),
    shareReaching: (confidence) =>
      (1 + shares.filter((share) => share >= confidence - ROUNDING).length) / (paths + 1),
  };
}
