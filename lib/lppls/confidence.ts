import type { Result } from "../result.ts";
import { quantileOfSorted } from "../statistics/quantile.ts";
import type { FitRefusal, WindowFit } from "./fit-window.ts";
import { qualify, type Sign } from "./qualify.ts";

/** The share of windows that show one sign of regime. */
export interface SignedConfidence {
  /** Windows that qualify on no bound of the search, of all windows: the product's indicator, from 0 to 1. */
  readonly interior: number;
  /** Windows that qualify, those on a bound too, of all windows: the indicator as usually printed. */
  readonly qualified: number;
  readonly interiorWindows: number;
  readonly qualifiedWindows: number;
  /**
   * Where 20 to 80 % of the interior windows put tc, in days after t2; `null` when there is none. The spread of poorly
   * determined estimates, not a forecast of a day.
   */
  readonly tcBandDays: { readonly low: number; readonly high: number } | null;
}

/** What all windows up to one day say together. */
export interface Confidence {
  readonly positive: SignedConfidence;
  readonly negative: SignedConfidence;
  /** All windows, also those without a fit: the base of every share. */
  readonly windows: number;
  /** Windows whose prices do not move and have no fit. */
  readonly unfitted: number;
  /** Windows whose fit is on a bound of the search; commonly most. */
  readonly atBound: number;
}

/** The outcome of fitting one window. */
export type FittedWindow = Result<WindowFit, FitRefusal>;

/**
 * The confidence indicator of one day: qualified windows over ALL windows, whatever the sign of B, so that the shares of
 * the two signs do not hide the windows that showed neither. At least one window.
 *
 * Source: Sornette et al. (2015), Swiss Finance Institute research paper 15-31.
 */
export function confidence(fits: readonly FittedWindow[]): Confidence {
  const fitted = fits.flatMap((fit) => (fit.ok ? [fit.value] : []));
  return {
    positive: ofSign("positive", fitted, fits.length),
    negative: ofSign("negative", fitted, fits.length),
    windows: fits.length,
    unfitted: fits.length - fitted.length,
    atBound: fitted.filter(({ atBound }) => atBound.length > 0).length,
  };
}

function ofSign(sign: Sign, fits: readonly WindowFit[], windows: number): SignedConfidence {
  const judged = fits
    .map((fit) => ({ fit, ...qualify(fit) }))
    .filter((judgement) => judgement.sign === sign && judgement.isQualified);
  const ahead = judged
    .filter(({ isInterior }) => isInterior)
    .map(({ fit }) => fit.shape.ahead)
    .sort((a, b) => a - b);
  return {
    interior: ahead.length / windows,
    qualified: judged.length / windows,
    interiorWindows: ahead.length,
    qualifiedWindows: judged.length,
    tcBandDays:
      ahead.length > 0 ? { low: quantileOfSorted(ahead, 0.2), high: quantileOfSorted(ahead, 0.8) } : null,
  };
}
