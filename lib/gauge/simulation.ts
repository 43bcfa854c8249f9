import { err, ok, type Result } from "../result.ts";
import type { Variation } from "./choices.ts";

/** How often the choices are drawn anew, and from which seed. */
export interface Simulation extends Variation {
  readonly seed: number;
  /** At least 5,000. */
  readonly draws?: number;
}

/** Why a simulation is not worth its result. */
export interface DrawsRefusal {
  readonly kind: "too-few-draws";
  readonly draws: number;
  readonly message: string;
}

/** Fewer draws leave the ends of a band to chance. */
export const LEAST_DRAWS = 5_000;

/** The number of draws, if it is a whole number that is large enough. */
export function checkDraws(draws: number): Result<number, DrawsRefusal> {
  if (Number.isSafeInteger(draws) && draws >= LEAST_DRAWS) return ok(draws);
  const message = `${draws} draws are too few; draw at least ${LEAST_DRAWS}`;
  return err({ kind: "too-few-draws", draws, message });
}
