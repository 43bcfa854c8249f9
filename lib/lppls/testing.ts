import type { Result } from "../result.ts";
import lppls from "./fixtures/lppls.json" with { type: "json" };
import nasdaq from "./fixtures/nasdaq.json" with { type: "json" };
import { type PriceWindow, priceWindow } from "./windows.ts";

/** Expected values that were made independently; see the README beside the file. */
export const REFERENCE = lppls;

/** Daily closes of the NASDAQ Composite up to its peak. */
export const NASDAQ = nasdaq;

/** The last `rows` closes of the NASDAQ Composite up to a date. */
export function nasdaqWindow(date: string, rows: number): PriceWindow {
  const end = nasdaq.days.indexOf(nasdaqDay(date)) + 1;
  if (end < rows) throw new Error(`there are no ${rows} closes up to ${date}`);
  return priceWindow(nasdaq.days.slice(end - rows, end), nasdaq.closes.slice(end - rows, end));
}

/** The number of a date on the calendar of the closes. */
export function nasdaqDay(date: string): number {
  return (Date.parse(date) - Date.parse(nasdaq.first_day)) / 86_400_000;
}

/** The value of a result that the test knows to be granted. */
export function granted<Value, Refusal>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
