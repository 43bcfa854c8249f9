import type { SeriesType } from "../series/series.ts";
import type { RuleId } from "./rules.ts";
import type { TextSpan } from "./span.ts";

/** One way in which a comparison is unlike, as a sentence a reader sees; `span` is the part of the formula. */
export interface Label {
  readonly rule: RuleId;
  readonly sentence: string;
  readonly span: TextSpan;
}

/**
 * What the comparability guard says of a formula: draw it, draw it with its sentences, or do not draw it.
 * `alternative` is a whole formula that the guard lets through, or `null` when there is none.
 */
export type Guard =
  | { readonly verdict: "fine"; readonly type: SeriesType }
  | { readonly verdict: "labelled"; readonly type: SeriesType; readonly labels: readonly Label[] }
  | {
      readonly verdict: "refused";
      readonly rule: RuleId;
      readonly reason: string;
      readonly span: TextSpan;
      readonly part: string;
      readonly alternative: string | null;
    };
