import { type ComparedItem, compareNominal, compareTypes } from "../formula/index.ts";
import type { Period } from "../periods/period.ts";

/** A line, benchmark or item as the guard compares it, from its first period to its last. */
export interface Compared extends ComparedItem {
  readonly from: Period;
  readonly to: Period;
}

/** The guard's sentences about each set of things that share an axis. */
export function setLabels(sets: ReadonlyArray<readonly Compared[]>): string[] {
  return sets.flatMap((set) =>
    [...compareTypes(set), ...compareNominal(set)].map(({ sentence }) => sentence),
  );
}
