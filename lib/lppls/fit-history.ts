import { ok, type Result } from "../result.ts";
import { type Confidence, confidence } from "./confidence.ts";
import { fitWindow } from "./fit-window.ts";
import { PRODUCT_PROFILE } from "./profiles.ts";
import { type HistoryRefusal, type PriceHistory, windowsOf } from "./windows.ts";

/**
 * The confidence indicator of the last day of a price history, with the product's search: every window fitted, one after
 * the other. Errors: those of `windowsOf`.
 */
export function fitHistory(history: PriceHistory): Result<Confidence, HistoryRefusal> {
  const windows = windowsOf(history);
  if (!windows.ok) return windows;
  return ok(confidence(windows.value.map((window) => fitWindow(window, PRODUCT_PROFILE))));
}
