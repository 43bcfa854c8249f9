import "server-only";
import { eras } from "../../db/queries/eras.ts";
import { indicators } from "../../db/queries/indicators.ts";
import { loadSeriesRecords } from "../../db/queries/series-records.ts";
import { US_CONTEXT } from "../../lib/formula/index.ts";
import { codesInIndicator } from "../../lib/indicators/codes.ts";
import { type Reading, readIndicator } from "../../lib/indicators/reading.ts";
import { type Verdict, verdict } from "../../lib/verdict/verdict.ts";
import { type AsOf, type Moment, momentOf } from "./as-of.ts";
import type { Overlay } from "./figures.ts";
import { perRevision } from "./per-revision.ts";
import { store } from "./store.ts";

const NOW = "AI";
const THEN = "DOTCOM";

/** The verdict and the readings it was made from, in the order of the indicators. */
export interface VerdictView {
  readonly verdict: Verdict;
  readonly readings: readonly Reading[];
}

/** The verdict on what was known on `asOf`; an empty store gives readings that are all unavailable. */
export async function loadVerdict(asOf: AsOf = {}): Promise<VerdictView> {
  const moment = await momentOf(asOf);
  return perRevision(`verdict ${moment.name}`, () => judge(moment, (records) => records));
}

/** The verdict as it would be if the series were otherwise. */
export async function verdictWith(overlay: Overlay): Promise<VerdictView> {
  return judge(await momentOf({}), overlay);
}

async function judge({ day, asAt }: Moment, overlay: Overlay): Promise<VerdictView> {
  const { db } = await store();
  const [defined, allEras] = await Promise.all([indicators(db, asAt), eras(db, asAt)]);
  const codes = defined.flatMap(codesInIndicator);
  const records = overlay(await loadSeriesRecords(db, [...new Set(codes)], day, "public", asAt));
  const now = allEras.find((era) => era.code === NOW);
  const then = allEras.find((era) => era.code === THEN);
  const readings = defined.map((indicator): Reading => {
    if (!now || !then) return { status: "unavailable", indicator, reason: "the two eras are not stored" };
    return readIndicator(indicator, { records, now, then, formula: US_CONTEXT, asOf: day });
  });
  return { verdict: verdict(readings), readings };
}

/** The codes of the series that the indicators read. */
export async function codesInIndicators(): Promise<ReadonlySet<string>> {
  const { db } = await store();
  return new Set((await indicators(db)).flatMap(codesInIndicator));
}
