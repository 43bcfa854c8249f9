import { err, ok, type Result } from "../result.ts";
import { finite, type Values } from "../series/values.ts";
import { medianOf } from "../statistics/quantile.ts";
import { type Direction, towardsBubble } from "./direction.ts";

/** The two levels between which a peak ratio is read, with the sign already turned towards the bubble. */
export interface PeakScale {
  readonly base: number;
  readonly peak: number;
  readonly direction: Direction;
}

/** Where the levels are taken from: the values of the indicator, or of its stated analogue, one for each period. */
export interface PeakWindows {
  /** The quiet years before the boom. */
  readonly reference: Values;
  /** The dot-com years. */
  readonly boom: Values;
  readonly direction: Direction;
}

/** Why there is no scale: a window of which too little is known, or a boom that did not rise above its reference. */
export type PeakRefusal =
  | {
      readonly kind: "not-covered";
      readonly window: "reference" | "boom";
      readonly known: number;
      readonly periods: number;
      readonly message: string;
    }
  | { readonly kind: "no-rise"; readonly base: number; readonly peak: number; readonly message: string };

const LEAST_KNOWN = 2 / 3;

/** Peak ratios count in a composite from 0 to this: half as far again as the dot-com peak. */
export const HIGHEST_COUNTED = 150;

/**
 * The scale of "how near to the dot-com peak": base = median of the reference window, peak = highest value of the
 * boom. A window is covered when at least two thirds of its periods have values, as a mean of price levels asks too.
 */
export function peakScale({ reference, boom, direction }: PeakWindows): Result<PeakScale, PeakRefusal> {
  const quiet = signed(reference, direction);
  const high = signed(boom, direction);
  if (!isCovered(quiet, reference)) return err(notCovered("reference", quiet, reference));
  if (!isCovered(high, boom)) return err(notCovered("boom", high, boom));
  const base = medianOf(quiet);
  const peak = high.reduce((most, value) => Math.max(most, value), -Infinity);
  if (peak <= base || finite(peak - base) === null) {
    const message = `the boom's peak ${peak} does not rise above the median ${base} of the years before it`;
    return err({ kind: "no-rise", base, peak, message });
  }
  return ok({ base, peak, direction });
}

/**
 * 100 (x - base) / (peak - base), sign first: 0 is the median before the boom, 100 the dot-com peak. Not cut: 120 is
 * beyond the peak. `null` when `value` is, or when the ratio is no finite number.
 */
export function peakRatio(value: number | null, { base, peak, direction }: PeakScale): number | null {
  return value === null ? null : finite((100 * (towardsBubble(value, direction) - base)) / (peak - base));
}

/** A normalised value as a composite counts it: within 0 to 150. What is shown is not cut. */
export function counted(normalised: number): number {
  return Math.min(HIGHEST_COUNTED, Math.max(0, normalised));
}

function signed(values: Values, direction: Direction): number[] {
  return values.flatMap((value) => (value === null ? [] : [towardsBubble(value, direction)]));
}

function isCovered(known: readonly number[], window: Values): boolean {
  return known.length > 0 && known.length >= window.length * LEAST_KNOWN;
}

function notCovered(window: "reference" | "boom", known: readonly number[], periods: Values): PeakRefusal {
  const years = window === "reference" ? "years before the boom" : "dot-com years";
  const message = `only ${known.length} of ${periods.length} values of the ${years} are known`;
  return { kind: "not-covered", window, known: known.length, periods: periods.length, message };
}
