import "server-only";
import type { Reading } from "../../lib/indicators/reading.ts";
import type { StoredThreshold } from "../../lib/indicators/threshold.ts";
import { type Verdict, verdict } from "../../lib/verdict/verdict.ts";
import { type AsOf, momentOf } from "./as-of.ts";
import type { Overlay } from "./figures.ts";
import { type IndicatorGround, indicatorGround, readingsOn } from "./indicators.ts";
import { perRevision } from "./per-revision.ts";

/** The verdict in words, and the readings it was made from, in the order of the indicators. */
export interface VerdictView {
  readonly verdict: Verdict;
  readonly readings: readonly Reading[];
  readonly thresholds: readonly StoredThreshold[];
}

/** The verdict on what was known on `asOf`; an empty store gives readings that are all unavailable. */
export async function loadVerdict(asOf: AsOf = {}): Promise<VerdictView> {
  const moment = await momentOf(asOf);
  return perRevision(`verdict ${moment.name}`, async () => judge(await indicatorGround(moment)));
}

/** The verdict as it would be if the series were otherwise. */
export async function verdictWith(overlay: Overlay): Promise<VerdictView> {
  const ground = await indicatorGround(await momentOf({}));
  return judge({ ...ground, records: overlay(ground.records) });
}

function judge(ground: IndicatorGround): VerdictView {
  const readings = readingsOn(ground);
  return { verdict: verdict(readings), readings, thresholds: ground.thresholds };
}
