import type { RegularFrequency } from "../periods/frequency.ts";
import type { Period } from "../periods/period.ts";
import type { ByLevel, CriticalValues, Statistic } from "./critical-values.ts";
import type { Scale } from "./options.ts";
import type { Settings } from "./plan.ts";
import type { Refusal } from "./refusal.ts";

/** The result of a test for explosive behaviour, as plain JSON: every number is finite. */
export interface ExuberanceReport {
  readonly observations: number;
  readonly from: Period;
  readonly to: Period;
  readonly frequency: RegularFrequency;
  readonly settings: Settings;
  readonly engineVersion: number;
  readonly statistics: Readonly<Record<Statistic, number>>;
  readonly path: readonly PathPoint[];
  /** Critical values under constant volatility, for comparison with the literature; they give no verdict. */
  readonly literature: {
    readonly critical: Readonly<Record<Statistic, CriticalValues>>;
    readonly pValue: number;
  };
  /** The test that gives the verdict: GSADF against the wild bootstrap. */
  readonly bootstrap: { readonly critical: CriticalValues; readonly pValue: number };
  readonly lines: CriticalLines;
  /** Fewer than 50 observations: no episodes, and no weight in a composite. */
  readonly isExploratory: boolean;
  /** Whether the bootstrap's p-value is at most 0.05. */
  readonly isExplosive: boolean;
  /** Only when `isExplosive`, and never while `isExploratory`; oldest first. */
  readonly episodes: readonly DatedEpisode[];
  /** From here on the curve may still change its meaning with the next observations. */
  readonly provisionalFrom: Period;
  readonly robustness: readonly RobustnessCheck[];
  readonly words: {
    readonly verdict: string;
    readonly power: string;
    /** What else a reader must know, each a sentence. */
    readonly caveats: readonly string[];
  };
}

/** The statistics at one end date. */
export interface PathPoint {
  readonly period: Period;
  readonly badf: number;
  readonly bsadf: number;
  /** Where the window of the largest statistic starts: an estimate of when the current regime began. */
  readonly since: Period;
}

/** The four lines that BSADF may be held against (see `LINE_KINDS`); lists follow `path`. */
export interface CriticalLines {
  readonly pointwise: ByLevel<readonly number[]>;
  readonly "sadf-running": ByLevel<readonly number[]>;
  readonly global: ByLevel<number>;
  readonly "family-wise": ByLevel<number>;
}

/** An episode by its periods. */
export interface DatedEpisode {
  readonly start: Period;
  /** The last period above the line. */
  readonly last: Period;
  /** The first period no longer above it; `null` while ongoing. */
  readonly end: Period | null;
  readonly peak: Period;
  readonly duration: number;
  readonly direction: "up" | "down";
  readonly isOngoing: boolean;
  readonly isConfirmed: boolean;
  /** What to call it: an explosive rise or a collapse, and how far an unconfirmed one has come. */
  readonly label: string;
}

/** The same test under another lag or on the other scale. */
export type RobustnessCheck = {
  readonly choice: "lag" | "scale";
  readonly lag: number;
  readonly scale: Scale;
} & (
  | {
      readonly status: "tested";
      readonly gsadf: number;
      readonly pValue: number;
      readonly isExplosive: boolean;
      /** Whether the verdict would be the other one. */
      readonly changesVerdict: boolean;
    }
  | { readonly status: "refused"; readonly refusal: Refusal }
);
