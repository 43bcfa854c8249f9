import type { Guard } from "./guard.ts";
import type { TextSpan } from "./span.ts";

/**
 * Why a formula has no value. `message` names the value, the place and the remedy; `span` and `part` say where.
 * - `syntax`: the text is not a formula (unknown function, stray sign, wrong argument, impossible period).
 * - `refused`: the guard forbids it; `guard` holds the reason and the alternative.
 * - `no-base`: the period that an index or constant prices are based on has no positive value.
 * - `no-first-reports`: `first()` where only today's values are at hand.
 */
export type FormulaError =
  | { readonly kind: "syntax"; readonly message: string; readonly span: TextSpan; readonly part: string }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly span: TextSpan;
      readonly part: string;
      readonly guard: Extract<Guard, { verdict: "refused" }>;
    }
  | {
      readonly kind: "no-first-reports";
      readonly message: string;
      readonly span: TextSpan;
      readonly part: string;
    }
  | { readonly kind: "no-base"; readonly message: string; readonly span: TextSpan; readonly part: string };
