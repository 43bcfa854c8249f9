import { randomStream } from "../random/stream.ts";
import { ok, type Result } from "../result.ts";
import { type Band, hull, quantileBand } from "./band.ts";
import { type VariationRefusal, type VariedInput, varyIndex } from "./choices.ts";
import { checkDraws, type DrawsRefusal, LEAST_DRAWS, type Simulation } from "./simulation.ts";

/** Why there is no band. */
export type UncertaintyRefusal = VariationRefusal | DrawsRefusal;

/** How far the index depends on choices that could have been made otherwise. */
export interface Uncertainty {
  readonly point: number;
  /** The hull of the simulated 5-95 % band and the point. */
  readonly band90: Band;
  /** The hull of the simulated 25-75 % band and the point. */
  readonly band50: Band;
  /** The bands as simulated, which may leave the point out. */
  readonly simulated: { readonly band90: Band; readonly band50: Band; readonly median: number };
  /** Whether the point lies outside the simulated 5-95 % band: its own choices give what others seldom do. */
  readonly isPointOutside: boolean;
  readonly draws: number;
  readonly seed: number;
}

/**
 * Draws the choices behind an index many times: weights from a Dirichlet distribution around the stated ones,
 * normalisation and aggregation each as likely, one input dropped or none.
 *
 * The point may come from another normalisation than those drawn, as the peak ratio does, or from the one mean that
 * lies highest, so the simulated bands need not hold it. The bands that are published do, by definition: they are
 * stretched to it, and `isPointOutside` says when that happened. The same seed gives the same bits.
 */
export function simulateUncertainty(
  inputs: readonly VariedInput[],
  point: number,
  { seed, draws = LEAST_DRAWS, ...variation }: Simulation,
): Result<Uncertainty, UncertaintyRefusal> {
  const enough = checkDraws(draws);
  if (!enough.ok) return enough;
  const varied = varyIndex(inputs, variation);
  if (!varied.ok) return varied;

  const stream = randomStream(seed);
  const levels = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    levels[draw] = varied.value.level(varied.value.draw(stream));
  }
  levels.sort();
  const band90 = quantileBand(levels, 0.05, 0.95);
  const band50 = quantileBand(levels, 0.25, 0.75);
  return ok({
    point,
    band90: hull(band90, point),
    band50: hull(band50, point),
    simulated: { band90, band50, median: quantileBand(levels, 0.5, 0.5).low },
    isPointOutside: point < band90.low || point > band90.high,
    draws,
    seed,
  });
}

/**
 * The exact mean and variance of sum(w_i x_i) for w ~ Dirichlet(alpha): with p = alpha / alpha_0,
 * E = sum(p_i x_i) and Var = (sum(p_i x_i^2) - E^2) / (alpha_0 + 1). Both arrays are of one length; alphas positive.
 */
export function dirichletMoments(
  values: readonly number[],
  alpha: readonly number[],
): { mean: number; variance: number } {
  const total = alpha.reduce((sum, a) => sum + a, 0);
  const expected = (of: (value: number) => number) =>
    values.reduce((sum, value, i) => sum + ((alpha[i] as number) / total) * of(value), 0);
  const mean = expected((value) => value);
  return { mean, variance: expected((value) => (value - mean) ** 2) / (total + 1) };
}
