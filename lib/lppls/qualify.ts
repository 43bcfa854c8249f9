import type { WindowFit } from "./fit-window.ts";

/**
 * What a fit must show, each by itself (Sornette et al. 2015, table 1, with the product's limits):
 * - `oscillations`: at least 2.5 full oscillations;
 * - `damping`: m |B| / (omega C) at least 0.8; `strictDamping`: at least 1, the end flag's limit, for information;
 * - `tcNear`: tc at most a tenth of the window's span after its end;
 * - `priceError`: no price further than 20 % from the fit; `strictPriceError`: 5 %, for information;
 * - `exponent`: m from 0.01 to 0.99;
 * - `interior`: no parameter on a bound of the search.
 */
export interface Flags {
  readonly oscillations: boolean;
  readonly damping: boolean;
  readonly strictDamping: boolean;
  readonly tcNear: boolean;
  readonly priceError: boolean;
  readonly strictPriceError: boolean;
  readonly exponent: boolean;
  readonly interior: boolean;
}

/** `positive`: prices rise faster than exponentially, B < 0. `negative`: they fall so, B > 0. */
export type Sign = "positive" | "negative";

/** How one fit stands to the filters. */
export interface Qualification {
  /** `null` where B is nought: neither. */
  readonly sign: Sign | null;
  readonly flags: Flags;
  /** Passes every filter but `interior` and the two for information. */
  readonly isQualified: boolean;
  /** Qualified, and on no bound of the search: what the product counts. */
  readonly isInterior: boolean;
}

/** Judges one fit. Says nothing of when a regime ends: tc of a single window is poorly determined. */
export function qualify(fit: WindowFit): Qualification {
  const { shape, linear, spanDays } = fit;
  const flags: Flags = {
    oscillations: fit.fullOscillations >= 2.5,
    damping: fit.damping !== null && fit.damping >= 0.8,
    strictDamping: fit.damping !== null && fit.damping >= 1,
    tcNear: shape.ahead <= 0.1 * spanDays,
    priceError: fit.largestPriceError <= 0.2,
    strictPriceError: fit.largestPriceError <= 0.05,
    exponent: shape.m >= 0.01 && shape.m <= 0.99,
    interior: fit.atBound.length === 0,
  };
  const sign = linear.b < 0 ? "positive" : linear.b > 0 ? "negative" : null;
  const isQualified =
    sign !== null &&
    flags.oscillations &&
    flags.damping &&
    flags.tcNear &&
    flags.priceError &&
    flags.exponent;
  return { sign, flags, isQualified, isInterior: isQualified && flags.interior };
}
