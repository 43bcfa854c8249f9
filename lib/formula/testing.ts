import type { SeriesType } from "../series/series.ts";
import { EXAMPLE_TYPES } from "./examples.ts";
import { checkFormula, type Guard } from "./index.ts";

/** The type of a code of the examples. */
export function exampleType(code: string): SeriesType | undefined {
  return EXAMPLE_TYPES.get(code);
}

/** What the guard says of a formula on the series of the examples. */
export function check(text: string): Guard {
  return checkFormula(text, exampleType);
}

/** The sentences of its labels; none when it is fine or refused. */
export function sentences(text: string): string[] {
  const guard = check(text);
  return guard.verdict === "labelled" ? guard.labels.map(({ sentence }) => sentence) : [];
}
