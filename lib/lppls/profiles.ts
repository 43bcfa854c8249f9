/** A closed range. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Where a fit may be searched; `ahead` is tc - t2 in days, its upper end a share of the window's span. */
export interface SearchProfile {
  readonly aheadFromDays: number;
  readonly aheadToShare: number;
  readonly m: Range;
  readonly omega: Range;
}

/**
 * `fs2013`: Filimonov and Sornette (2013). `wide`: the ranges of filter 1 of Sornette et al. (2015), with tc ahead of the
 * window only; the product searches there.
 */
export const PROFILES = {
  fs2013: { aheadFromDays: 1, aheadToShare: 0.2, m: { low: 0.1, high: 0.9 }, omega: { low: 6, high: 13 } },
  wide: { aheadFromDays: 1, aheadToShare: 0.2, m: { low: 0.01, high: 1.2 }, omega: { low: 2, high: 25 } },
} as const satisfies Record<string, SearchProfile>;

/** The profile of what is shown. A window qualifies there only if its fit is on no bound; see `countQualified`. */
export const PRODUCT_PROFILE: SearchProfile = PROFILES.wide;

/** The three ranges of one window, in the order ahead, m, omega. */
export interface SearchBox {
  readonly ahead: Range;
  readonly m: Range;
  readonly omega: Range;
}

/** The box of a window that spans this many calendar days. */
export function searchBox(
  { aheadFromDays, aheadToShare, m, omega }: SearchProfile,
  spanDays: number,
): SearchBox {
  return { ahead: { low: aheadFromDays, high: aheadToShare * spanDays }, m, omega };
}
