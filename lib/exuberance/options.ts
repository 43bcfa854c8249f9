import type { RegularFrequency } from "../periods/frequency.ts";
import type { Measure } from "../series/unit.ts";
import type { LineKind } from "./critical-values.ts";
import type { Weights } from "./simulation-design.ts";
import type { Convention } from "./window.ts";

/** Whether the values are tested as they are or as natural logarithms. */
export const SCALES = ["log", "levels"] as const;
export type Scale = (typeof SCALES)[number];

/** How a series is tested; what is left out takes the default of `DEFAULT_OPTIONS`. */
export interface ExuberanceOptions {
  readonly scale: Scale;
  readonly convention?: Convention;
  /** The minimum window in the convention; freeze it where data keep arriving. Without it, `minimumWindow(n)`. */
  readonly window?: number;
  readonly lag?: number;
  readonly weights?: Weights;
  readonly bootstrapDraws?: number;
  readonly monteCarloDraws?: number;
  /** An integer from 0; the same seed gives the same report. */
  readonly seed?: number;
  /** The line at 95 % that dates episodes. */
  readonly datingLine?: LineKind;
  /** The series was chosen because it rose, which makes every p-value too small. */
  readonly isChosenForItsRise?: boolean;
}

/** Observation windows, no lag, HLST with signs, 999 bootstrap and 1,999 Monte Carlo draws, the pointwise line. */
export const DEFAULT_OPTIONS = {
  convention: "obs",
  lag: 0,
  weights: "rademacher",
  bootstrapDraws: 999,
  monteCarloDraws: 1999,
  seed: 20000310,
  datingLine: "pointwise",
  isChosenForItsRise: false,
} as const;

/**
 * The scale to test a measure on. Prices and amounts grow in level and in variance, so that they are tested as
 * logarithms, in which steady growth is a straight line; ratios as they are. The other scale is always shown beside.
 */
export function scaleFor(measure: Measure): Scale {
  return measure === "ratio" ? "levels" : "log";
}

/** By how much the minimum duration round(delta ln n) is stretched: our choice, as the paper has none below a month. */
export const DURATION_FACTOR: Readonly<Record<RegularFrequency, number>> = {
  D: 4,
  W: 2,
  M: 1,
  Q: 1,
  H: 1,
  A: 1,
};

/** Marks results in caches: raised whenever the same simulation would give other bits. */
export const ENGINE_VERSION = 1;
