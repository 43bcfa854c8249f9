import { randomStream } from "../random/stream.ts";
import { err, ok, type Result } from "../result.ts";
import {
  CHOICES,
  type Choice,
  type ChoiceName,
  type VariationRefusal,
  type VariedIndex,
  type VariedInput,
  varyIndex,
} from "./choices.ts";
import { checkDraws, type DrawsRefusal, type Simulation } from "./simulation.ts";

/** How much of the spread of an index comes from one choice; both are shares of its variance. */
export interface SobolIndices {
  readonly choice: ChoiceName;
  /** By itself. Estimated, so that a choice that does nothing can be a little below 0. */
  readonly firstOrder: number;
  /** With everything in which it takes part. */
  readonly total: number;
}

/** Why there are no indices: nothing can be varied, or varying changes nothing. */
export type SensitivityRefusal =
  | VariationRefusal
  | DrawsRefusal
  | { readonly kind: "no-variance"; readonly message: string };

/** Pairs of independent sets of choices; the standard error of an index is then near 0.01. */
const PAIRS = 16_384;

/** Below this, in squared index points, the spread is that of rounding. */
const LEAST_VARIANCE = 1e-18;

/**
 * The first-order and total Sobol indices of the four choices behind an index, in the order of `CHOICES`.
 *
 * From `draws` pairs of choices A and B, and A with one choice of B: first order by Saltelli et al. (2010, CPC 181(2)),
 * mean(f(B) (f(AB_i) - f(A))) / Var; total by Jansen (1999), mean((f(A) - f(AB_i))^2) / (2 Var). All weights are one
 * choice. The same seed gives the same bits.
 */
export function choiceSensitivity(
  inputs: readonly VariedInput[],
  { seed, draws = PAIRS, ...variation }: Simulation,
): Result<readonly SobolIndices[], SensitivityRefusal> {
  const enough = checkDraws(draws);
  if (!enough.ok) return enough;
  const varied = varyIndex(inputs, variation);
  if (!varied.ok) return varied;
  const { level } = varied.value;

  const pairs = drawPairs(varied.value, seed, draws);
  const atA = Float64Array.from(pairs, ({ a }) => level(a));
  const atB = Float64Array.from(pairs, ({ b }) => level(b));
  const { mean, variance } = momentsOf(atA, atB);
  if (variance < LEAST_VARIANCE) {
    return err({ kind: "no-variance", message: "the index is the same whatever is chosen" });
  }
  return ok(
    CHOICES.map((choice) => {
      let product = 0;
      let squares = 0;
      for (const [t, { a, b }] of pairs.entries()) {
        const moved = level({ ...a, [choice]: b[choice] } satisfies Choice) - (atA[t] as number);
        product += ((atB[t] as number) - mean) * moved;
        squares += moved * moved;
      }
      return {
        choice,
        firstOrder: product / draws / variance,
        total: squares / draws / 2 / variance,
      };
    }),
  );
}

function drawPairs({ draw }: VariedIndex, seed: number, draws: number): { a: Choice; b: Choice }[] {
  const [streamA, streamB] = [randomStream(seed, 0), randomStream(seed, 1)];
  return Array.from({ length: draws }, () => ({ a: draw(streamA), b: draw(streamB) }));
}

function momentsOf(a: Float64Array, b: Float64Array): { mean: number; variance: number } {
  const all = [...a, ...b];
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length;
  return { mean, variance };
}
