/** What checking a claim against its sources gave: confirmed, different, partly so, not found, or a judgement. */
export const VERDICTS = ["OK", "DIFF", "MIXED", "UNVERIFIED", "OPINION"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What in the store carries a claim. */
export const TARGET_KINDS = ["observation", "round", "event", "series"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** How a claim is shown: as its publisher's figure, as claimed and not verified, or as a note on something else. */
export const SHOWN_AS = ["reported", "claimed", "note"] as const;
export type ShownAs = (typeof SHOWN_AS)[number];
