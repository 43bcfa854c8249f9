import { invariant } from "../invariant.ts";
import type { RandomStream } from "../random/stream.ts";
import { err, ok, type Result } from "../result.ts";
import { GEOMETRIC_FLOOR } from "./means.ts";
import { NORMALISATIONS, type Normalisation } from "./normalise.ts";
import { counted } from "./peak-ratio.ts";

/** The two ways to a mean. */
export const AGGREGATIONS = ["arithmetic", "geometric"] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** What is chosen when an index is made, and could have been chosen otherwise. */
export const CHOICES = ["weights", "normalisation", "aggregation", "exclusion"] as const;
export type ChoiceName = (typeof CHOICES)[number];

/** How an input may be placed: within a sample of its own, or between calm years and the dot-com peak. */
export type Place = Normalisation | "peakRatio";

/** An input that counts, with its part of the index and its place by each normalisation; `null` is undefined. */
export interface VariedInput {
  readonly id: string;
  readonly weight: number;
  readonly values: Readonly<Partial<Record<Place, number | null>>>;
}

/** How far the choices are varied; what is left out is varied in full. */
export interface Variation {
  /** The sum of the Dirichlet parameters; without it the number of inputs m, so that alpha_i = m w_i. */
  readonly concentration?: number;
  readonly normalisations?: readonly Place[];
  readonly aggregations?: readonly Aggregation[];
  /** Whether one input may be dropped: none with probability 1 / (m + 1), else each as likely. */
  readonly exclusion?: boolean;
}

/** Why nothing can be varied: fewer than two inputs have a place by one of the normalisations. */
export interface VariationRefusal {
  readonly kind: "too-few-inputs";
  readonly normalisation: Place;
  readonly inputs: number;
  readonly message: string;
}

/** One set of choices. Weights are logarithms up to a constant, so that a weight too small to be written still counts. */
export interface Choice {
  readonly weights: readonly number[];
  readonly normalisation: number;
  readonly aggregation: number;
  /** The place of the input that is dropped, or `null`. */
  readonly exclusion: number | null;
}

/** The index as a function of its choices. */
export interface VariedIndex {
  /** Draws each choice anew: weights from Dirichlet(alpha_i), the others each as likely. */
  draw(stream: RandomStream): Choice;
  /**
   * The index with these choices. Weights renormalise over what has a place by that normalisation and is not dropped;
   * the rules of coverage do not apply, since every input here has passed them.
   */
  level(choice: Choice): number;
  /** The Dirichlet parameters, one for each input. */
  readonly alpha: readonly number[];
}

/**
 * An index whose weights, normalisation, aggregation and membership vary. Weights are positive, in any unit.
 * Refused when a normalisation places fewer than two inputs: dropping one would leave none.
 *
 * Source: Saisana, Saltelli, Tarantola (2005), JRSS A 168(2); the Dirichlet weights stand for their budget allocations.
 */
export function varyIndex(
  inputs: readonly VariedInput[],
  { concentration = inputs.length, normalisations = NORMALISATIONS, ...rest }: Variation = {},
): Result<VariedIndex, VariationRefusal> {
  const { aggregations = AGGREGATIONS, exclusion = true } = rest;
  for (const normalisation of normalisations) {
    const placed = inputs.filter(({ values }) => (values[normalisation] ?? null) !== null).length;
    if (placed < 2) return err(tooFew(normalisation, placed));
  }
  const total = inputs.reduce((sum, { weight }) => sum + weight, 0);
  const alpha = inputs.map(({ weight }) => (concentration * weight) / total);
  const places = normalisations.map((normalisation) =>
    inputs.map(({ values }) => {
      const place = values[normalisation] ?? null;
      return place === null ? null : counted(place);
    }),
  );
  return ok({
    alpha,
    draw: (stream) => ({
      weights: alpha.map(stream.logGamma),
      normalisation: stream.below(normalisations.length),
      aggregation: stream.below(aggregations.length),
      exclusion: exclusion ? droppedBy(stream, inputs.length) : null,
    }),
    level: ({ weights, normalisation, aggregation, exclusion: dropped }) => {
      const [row, mean] = [places[normalisation], aggregations[aggregation]];
      invariant(row && mean, "a choice is one that was drawn");
      return mean === "arithmetic"
        ? weightedMean(row, weights, dropped, (value) => value)
        : Math.exp(
            weightedMean(row, weights, dropped, (value) => Math.log(Math.max(value, GEOMETRIC_FLOOR))),
          );
    },
  });
}

function droppedBy(stream: RandomStream, inputs: number): number | null {
  const place = stream.below(inputs + 1);
  return place === inputs ? null : place;
}

function weightedMean(
  row: readonly (number | null)[],
  logWeights: readonly number[],
  dropped: number | null,
  of: (value: number) => number,
): number {
  const isIn = (i: number) => i !== dropped && row[i] !== null;
  const largest = logWeights.reduce(
    (most, weight, i) => (isIn(i) ? Math.max(most, weight) : most),
    -Infinity,
  );
  let sum = 0;
  let total = 0;
  for (const [i, value] of row.entries()) {
    if (value === null || i === dropped) continue;
    const weight = Math.exp((logWeights[i] as number) - largest);
    total += weight;
    sum += weight * of(value);
  }
  return sum / total;
}

function tooFew(normalisation: Place, inputs: number): VariationRefusal {
  const message = `${inputs === 1 ? "only 1 input has" : `${inputs} inputs have`} a place by ${normalisation}; varying the index needs 2`;
  return { kind: "too-few-inputs", normalisation, inputs, message };
}
