import "server-only";
import { eras } from "../../db/queries/eras.ts";
import { indicators } from "../../db/queries/indicators.ts";
import { loadSeriesRecords } from "../../db/queries/series-records.ts";
import { thresholds } from "../../db/queries/thresholds.ts";
import type { Era } from "../../lib/eras/era.ts";
import { US_CONTEXT } from "../../lib/formula/index.ts";
import { codesInIndicator } from "../../lib/indicators/codes.ts";
import type { Indicator } from "../../lib/indicators/indicator.ts";
import { type Reading, readIndicator } from "../../lib/indicators/reading.ts";
import type { StoredThreshold } from "../../lib/indicators/threshold.ts";
import type { SeriesRecord } from "../../lib/series/record.ts";
import type { Moment } from "./as-of.ts";
import { perRevision } from "./per-revision.ts";
import { store } from "./store.ts";

const NOW = "AI";
const THEN = "DOTCOM";

/** All that readings and the composite of a moment are taken from. */
export interface IndicatorGround {
  readonly indicators: readonly Indicator[];
  readonly records: ReadonlyMap<string, SeriesRecord>;
  /** `null`: the two eras are not stored. */
  readonly eras: { readonly now: Era; readonly run: Era } | null;
  readonly thresholds: readonly StoredThreshold[];
  readonly day: string;
}

/** The indicators of a moment, with the series that they read as known then. */
export async function indicatorGround(moment: Moment): Promise<IndicatorGround> {
  const { day, asAt } = moment;
  return perRevision(`indicator ground ${moment.name}`, async () => {
    const { db } = await store();
    const [defined, allEras, bands] = await Promise.all([
      indicators(db, asAt),
      eras(db, asAt),
      thresholds(db, asAt),
    ]);
    const codes = [...new Set(defined.flatMap(codesInIndicator))];
    const records = await loadSeriesRecords(db, codes, day, "public", asAt);
    const now = allEras.find((era) => era.code === NOW);
    const run = allEras.find((era) => era.code === THEN);
    return {
      indicators: defined,
      records,
      eras: now && run ? { now, run } : null,
      thresholds: bands,
      day,
    };
  });
}

/** Every indicator of a ground, read. */
export function readingsOn({ indicators: defined, records, eras: booms, day }: IndicatorGround): Reading[] {
  return defined.map((indicator): Reading => {
    if (booms === null) return { status: "unavailable", indicator, reason: "the two eras are not stored" };
    const { now, run } = booms;
    return readIndicator(indicator, { records, now, then: run, formula: US_CONTEXT, asOf: day });
  });
}

/** The codes of the series that the indicators read. */
export async function codesInIndicators(): Promise<ReadonlySet<string>> {
  const { db } = await store();
  return new Set((await indicators(db)).flatMap(codesInIndicator));
}
