import type { RegularFrequency } from "../periods/frequency.ts";
import type { Period } from "../periods/period.ts";

/** Why a series cannot be tested for explosiveness, with the values that say so; `refusalWords` makes a sentence. */
export type Refusal =
  | { readonly kind: "unknown-period"; readonly period: string }
  | {
      readonly kind: "mixed-frequency";
      readonly period: Period;
      readonly frequency: RegularFrequency;
      readonly expected: RegularFrequency;
    }
  | { readonly kind: "out-of-order"; readonly period: Period; readonly after: Period }
  | { readonly kind: "gap"; readonly period: Period; readonly frequency: RegularFrequency }
  | { readonly kind: "not-finite"; readonly period: Period; readonly value: string }
  | { readonly kind: "not-positive"; readonly period: Period; readonly value: number }
  | { readonly kind: "too-short"; readonly observations: number; readonly least: number }
  | {
      readonly kind: "small-window";
      readonly rows: number;
      readonly lag: number;
      readonly degreesOfFreedom: number;
      readonly least: number;
    }
  | { readonly kind: "large-window"; readonly observations: number; readonly needed: number }
  | { readonly kind: "no-variation"; readonly skipped: number; readonly windows: number }
  | { readonly kind: "deterministic"; readonly from: Period; readonly to: Period };
