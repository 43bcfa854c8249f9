import type { RandomStream } from "../random/stream.ts";
import type { PriceHistory } from "./windows.ts";

/** A walk of log-prices with independent normal steps: prices without any regime. Both per trading day. */
export interface WalkSteps {
  readonly drift: number;
  readonly deviation: number;
}

const TRADING_DAYS_A_WEEK = 5;

/** Prices of `rows` trading days, five a week, that start at 1 and walk at random. */
export function randomWalk(
  stream: RandomStream,
  rows: number,
  { drift, deviation }: WalkSteps,
): PriceHistory {
  let logPrice = 0;
  const prices = Array.from({ length: rows }, (_, row) => {
    if (row > 0) logPrice += drift + deviation * stream.normal();
    return Math.exp(logPrice);
  });
  const days = prices.map(
    (_, row) => 7 * Math.floor(row / TRADING_DAYS_A_WEEK) + (row % TRADING_DAYS_A_WEEK),
  );
  return { frequency: "D", days, prices };
}
