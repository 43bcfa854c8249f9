import { err, ok, type Result } from "../result.ts";
import type { WindowSample } from "./model.ts";

/** Prices on trading days (`D`) or at week ends (`W`), oldest first; days are numbers on one calendar. */
export interface PriceHistory {
  readonly frequency: "D" | "W";
  readonly days: readonly number[];
  readonly prices: readonly number[];
}

/** The last rows of a history up to its end. */
export interface PriceWindow {
  readonly sample: WindowSample;
  /** Calendar days from its first row to its last. */
  readonly spanDays: number;
}

/** Why a history is not fitted. */
export type HistoryRefusal =
  | { readonly kind: "too-short"; readonly rows: number; readonly needed: number; readonly message: string }
  | { readonly kind: "bad-row"; readonly row: number; readonly message: string };

/** Rows a history must have, and the windows taken of it: three years down to half a year, in 26 steps. */
const WINDOWS = {
  D: { most: 750, least: 125, step: 25, words: "daily" },
  W: { most: 150, least: 25, step: 5, words: "weekly" },
} as const;

/**
 * The windows that end at the last price, from the longest to the shortest: 750 down to 125 trading days by 25, or 150
 * down to 25 weeks by 5. Sornette et al. (2015) step by 5 days; neighbouring windows share nearly all of their prices, and
 * 26 give their share of qualified windows at a fifth of the work.
 *
 * Refused below 750 daily or 150 weekly prices, and for prices that are not positive or days that do not increase.
 */
export function windowsOf({
  frequency,
  days,
  prices,
}: PriceHistory): Result<readonly PriceWindow[], HistoryRefusal> {
  const { most, least, step, words } = WINDOWS[frequency];
  const rows = prices.length;
  if (rows < most) {
    const message = `${rows} ${words} prices are known; the fit needs ${most}`;
    return err({ kind: "too-short", rows, needed: most, message });
  }
  const bad = prices.findIndex((price, row) => {
    const isLater = row === 0 || (days[row] as number) > (days[row - 1] as number);
    return !(price > 0 && price < Infinity && isLater);
  });
  if (bad >= 0) {
    const message = `row ${bad + 1} is refused: price ${prices[bad]} on day ${days[bad]}; prices are positive and days increase`;
    return err({ kind: "bad-row", row: bad, message });
  }
  const sizes = Array.from({ length: (most - least) / step + 1 }, (_, i) => most - step * i);
  return ok(sizes.map((size) => priceWindow(days.slice(-size), prices.slice(-size))));
}

/** A window of positive prices on increasing days; both arrays are of one length. */
export function priceWindow(days: readonly number[], prices: readonly number[]): PriceWindow {
  const end = days.at(-1) ?? 0;
  return {
    sample: {
      ages: Float64Array.from(days, (day) => end - day),
      logPrices: Float64Array.from(prices, Math.log),
      weights: new Float64Array(days.length).fill(1),
    },
    spanDays: end - (days[0] ?? 0),
  };
}
