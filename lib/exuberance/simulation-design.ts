import type { RandomStream } from "../random/stream.ts";

/** The weights of a wild bootstrap: signs (+1 or -1 with probability 1/2), or standard normal numbers. */
export const WEIGHTS = ["rademacher", "gaussian"] as const;
export type Weights = (typeof WEIGHTS)[number];

/** How a series without a bubble is drawn. */
export type Design = RandomWalk | HlstBootstrap | PhillipsShiBootstrap;

/** y[t] = drift + y[t-1] + e[t], e standard normal: the null of the Monte Carlo critical values. */
export interface RandomWalk {
  readonly kind: "random-walk";
  readonly length: number;
  readonly drift: number;
}

/**
 * y*[0] = 0, y*[t] = y*[t-1] + w[t] (y[t] - y[t-1]): the sample's own differences in their own order with random
 * weights, so that a change of volatility stays where it was. No regression, no demeaning.
 * Source: Harvey, Leybourne, Sollis and Taylor (2016), Journal of Empirical Finance 38B.
 */
export interface HlstBootstrap {
  readonly kind: "hlst";
  readonly differences: Float64Array;
  readonly weights: Weights;
}

/**
 * The first lag differences are the sample's; then d*[t] = sum of phi[j] d*[t-j] + w[t] e[l], with w standard normal
 * for each t and e[l] drawn with replacement from all residuals of the differences' autoregression, whose constant
 * is dropped. Source: Phillips and Shi (2020), Handbook of Statistics 42.
 */
export interface PhillipsShiBootstrap {
  readonly kind: "phillips-shi";
  /** Observations to draw: of the smallest window, and one for each further period under control. */
  readonly length: number;
  readonly residuals: Float64Array;
  /** phi[1] .. phi[lag], and as many first differences of the sample. */
  readonly coefficients: Float64Array;
  readonly firstDifferences: Float64Array;
}

/** Observations in each series of a design. */
export function lengthOf(design: Design): number {
  return design.kind === "hlst" ? design.differences.length + 1 : design.length;
}

/** Draws one series of a design into `y`, which has `lengthOf` places. */
export function drawSeries(design: Design, random: RandomStream, y: Float64Array): void {
  if (design.kind === "random-walk") drawWalk(design, random, y);
  else if (design.kind === "phillips-shi") drawResampled(design, random, y);
  else if (design.weights === "rademacher") drawSigned(design, random, y);
  else drawScaled(design, random, y);
}

function drawWalk({ drift }: RandomWalk, random: RandomStream, y: Float64Array): void {
  let level = 0;
  for (let t = 0; t < y.length; t += 1) {
    level += drift + random.normal();
    y[t] = level;
  }
}

function drawSigned({ differences }: HlstBootstrap, random: RandomStream, y: Float64Array): void {
  let level = 0;
  y[0] = 0;
  for (let t = 1; t < y.length; t += 1) {
    level += random.sign() * (differences[t - 1] as number);
    y[t] = level;
  }
}

function drawScaled({ differences }: HlstBootstrap, random: RandomStream, y: Float64Array): void {
  let level = 0;
  y[0] = 0;
  for (let t = 1; t < y.length; t += 1) {
    level += random.normal() * (differences[t - 1] as number);
    y[t] = level;
  }
}

function drawResampled(design: PhillipsShiBootstrap, random: RandomStream, y: Float64Array): void {
  const { residuals, coefficients, firstDifferences } = design;
  const lag = coefficients.length;
  y[0] = 0;
  for (let t = 1; t < y.length; t += 1) {
    let difference: number;
    if (t <= lag) difference = firstDifferences[t - 1] as number;
    else {
      difference = random.normal() * (residuals[random.below(residuals.length)] as number);
      for (let j = 1; j <= lag; j += 1) {
        difference += (coefficients[j - 1] as number) * ((y[t - j] as number) - (y[t - j - 1] as number));
      }
    }
    y[t] = (y[t - 1] as number) + difference;
  }
}
