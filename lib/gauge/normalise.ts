import { err, ok, type Result } from "../result.ts";
import { percentileRank, rankAmong, standardScore } from "../series/ranking.ts";
import { finite, type Values } from "../series/values.ts";
import { normalDistribution } from "../statistics/normal-distribution.ts";
import { type Direction, towardsBubble } from "./direction.ts";

/**
 * How a value is placed from 0 to 100 within a sample of its own series; sign first, so that 100 is bubble-like.
 * - `percentile`: 100 (#{v < x} + #{v = x} / 2) / N, the mid-rank;
 * - `minmax`: 100 (x - min) / (max - min);
 * - `zphi`: 100 Phi((x - mean) / sd), with the sample deviation (N - 1).
 */
export const NORMALISATIONS = ["percentile", "minmax", "zphi"] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/** Values up to and including the value's own period, as was known then; or all of them, later ones too. */
export const SAMPLES = ["expanding", "full"] as const;
export type Sample = (typeof SAMPLES)[number];

/** How readings are placed. `expanding` is for history and verdicts; a reader is told where `full` is used. */
export interface NormalisationChoice {
  readonly method: Normalisation;
  readonly direction: Direction;
  readonly sample: Sample;
}

/** A place from 0 to 100, and how many values it was found among. */
export interface Normalised {
  readonly value: number;
  readonly sampleSize: number;
}

/** Why a value has no place: it is missing; the sample is one value; the sample's spread is nought or no number. */
export type NormaliseRefusal =
  | { readonly kind: "missing"; readonly message: string }
  | { readonly kind: "too-few"; readonly sampleSize: number; readonly message: string }
  | { readonly kind: "no-spread"; readonly sampleSize: number; readonly message: string };

/**
 * Places each value of an indicator's history, oldest first; one result for each value, in the same order.
 *
 * With the `expanding` sample a result never changes when later values are added. A sample of one value has the
 * percentile 50 and no other place.
 *
 * Source: OECD/JRC Handbook on Constructing Composite Indicators (2008), chapter 5.
 */
export function normalise(
  values: Values,
  { method, direction, sample }: NormalisationChoice,
): Result<Normalised, NormaliseRefusal>[] {
  const signed = values.map((value) => (value === null ? null : towardsBubble(value, direction)));
  const shares = SHARES[sample][method](signed);
  const total = signed.filter((value) => value !== null).length;
  let soFar = 0;
  return signed.map((value, t) => {
    if (value === null) return err({ kind: "missing", message: "no value is known for this period" });
    soFar += 1;
    const sampleSize = sample === "full" ? total : soFar;
    const share = shares[t] ?? null;
    return share === null ? err(refusal(method, sampleSize)) : ok({ value: 100 * share, sampleSize });
  });
}

type Shares = (signed: Values) => (number | null)[];

const SHARES: Readonly<Record<Sample, Readonly<Record<Normalisation, Shares>>>> = {
  expanding: {
    percentile: percentileRank,
    minmax: rangeSoFar,
    zphi: (signed) => standardScore(signed).map(normalShare),
  },
  full: { percentile: rankInAll, minmax: rangeOfAll, zphi: (signed) => scoreInAll(signed).map(normalShare) },
};

function refusal(method: Normalisation, sampleSize: number): NormaliseRefusal {
  return sampleSize < 2
    ? { kind: "too-few", sampleSize, message: `${method} needs at least 2 values, and 1 is known` }
    : {
        kind: "no-spread",
        sampleSize,
        message: `${method} needs values that differ: no spread in ${sampleSize}`,
      };
}

function normalShare(score: number | null): number | null {
  return score === null ? null : normalDistribution(score);
}

function rangeSoFar(signed: Values): (number | null)[] {
  let min = Infinity;
  let max = -Infinity;
  return signed.map((value) => {
    if (value === null) return null;
    min = Math.min(min, value);
    max = Math.max(max, value);
    return placeInRange(value, min, max);
  });
}

function rangeOfAll(signed: Values): (number | null)[] {
  const present = signed.filter((value) => value !== null);
  const min = present.reduce((least, value) => Math.min(least, value), Infinity);
  const max = present.reduce((most, value) => Math.max(most, value), -Infinity);
  return signed.map((value) => (value === null ? null : placeInRange(value, min, max)));
}

function placeInRange(value: number, min: number, max: number): number | null {
  const range = finite(max - min);
  return range === null || range === 0 ? null : (value - min) / range;
}

function rankInAll(signed: Values): (number | null)[] {
  const sorted = signed.filter((value) => value !== null).toSorted((a, b) => a - b);
  return signed.map((value) => (value === null ? null : rankAmong(value, sorted)));
}

function scoreInAll(signed: Values): (number | null)[] {
  const present = signed.filter((value) => value !== null);
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
  const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = finite(Math.sqrt(squares / (present.length - 1)));
  if (deviation === null || deviation === 0) return signed.map(() => null);
  return signed.map((value) => (value === null ? null : finite((value - mean) / deviation)));
}
