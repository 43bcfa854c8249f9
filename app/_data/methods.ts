import "server-only";
import type { Indicator } from "../../lib/indicators/indicator.ts";
import type { StoredThreshold } from "../../lib/indicators/threshold.ts";
import { momentOf } from "./as-of.ts";
import { indicatorGround } from "./indicators.ts";

/** What the methods are told from. */
export interface MethodsView {
  readonly indicators: readonly Indicator[];
  readonly thresholds: readonly StoredThreshold[];
}

/** The indicators and thresholds as they are now. */
export async function loadMethods(): Promise<MethodsView> {
  const { indicators, thresholds } = await indicatorGround(await momentOf({}));
  return { indicators, thresholds };
}
