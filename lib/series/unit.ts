/** What kind of quantity a series measures. */
export const MEASURES = ["flow", "stock", "ratio", "count", "index", "price"] as const;
export type Measure = (typeof MEASURES)[number];

/** Powers of ten an amount may be stored in; `1` is plain dollars, `1e9` billions. */
export const SCALES = [1, 1e3, 1e6, 1e9, 1e12] as const;
export type Scale = (typeof SCALES)[number];

/**
 * The unit of a series.
 * - `currency`: an amount of money; `scale` says in what the stored values are written.
 * - `share`: a part of a whole as a ratio, 0.304 (shown as 30.4 %).
 * - `multiple`: a ratio that is not a part of a whole, 40.7 (a price–earnings ratio).
 * - `percent`: written in hundredths by its publisher or by a FRED growth formula, 5.2 for 5.2 %.
 * - `points`: the difference of two percents or of two shares times 100: percentage points.
 * - `count`: things counted.  `index`: points on an index with its base in words.
 * - `log`: a natural logarithm.  `zscore`: standard deviations from the mean.
 * - `rate`: one currency's price in another, or any other unit in words.
 */
export type Unit =
  | { readonly kind: "currency"; readonly currency: string; readonly scale: Scale }
  | { readonly kind: "share" }
  | { readonly kind: "multiple" }
  | { readonly kind: "percent" }
  | { readonly kind: "points" }
  | { readonly kind: "count"; readonly of: string }
  | { readonly kind: "index"; readonly base: string }
  | { readonly kind: "log" }
  | { readonly kind: "zscore" }
  | { readonly kind: "rate"; readonly words: string };

/** The kinds of unit, for schemas. */
export const UNIT_KINDS = [
  "currency",
  "share",
  "multiple",
  "percent",
  "points",
  "count",
  "index",
  "log",
  "zscore",
  "rate",
] as const satisfies readonly Unit["kind"][];

/** Whether amounts are in the money of their day, of one base period, or not money at all. */
export type Prices =
  | { readonly kind: "nominal" }
  | { readonly kind: "constant"; readonly base: string }
  | { readonly kind: "none" };

/** The kinds of price basis, for schemas. */
export const PRICE_KINDS = ["nominal", "constant", "none"] as const satisfies readonly Prices["kind"][];
