import { compareNominal, compareTypes } from "../formula/index.ts";
import type { Period } from "../periods/period.ts";
import type { SeriesType } from "../series/series.ts";

/** A line, benchmark or item as the guard compares it; `span` is the period of a single value. */
export interface Compared {
  readonly label: string;
  readonly type: SeriesType;
  readonly span: Period | null;
  readonly from: Period;
  readonly to: Period;
}

/** The guard's sentences about each set of things that share an axis. */
export function setLabels(sets: ReadonlyArray<readonly Compared[]>): string[] {
  return sets.flatMap((set) => [
    ...compareTypes(set.map(({ label, type, span }) => ({ label, type, span }))).map(
      ({ sentence }) => sentence,
    ),
    ...compareNominal(set.map(({ label, type, from, to }) => ({ label, type, from, to }))).map(
      ({ sentence }) => sentence,
    ),
  ]);
}
