import "server-only";
import { observationsAsOf } from "../../db/queries/observations.ts";
import {
  allSeries,
  type SeriesReach,
  type SeriesWithSource,
  seriesByCodes,
} from "../../db/queries/series.ts";
import { seriesAsAt } from "../../db/queries/series-as-at.ts";
import { storedUnitWords } from "../../db/queries/series-type.ts";
import type { SeriesSummary, SeriesView } from "../../lib/api/series.ts";
import { withheldBy } from "../../lib/series/redistribution.ts";
import { daysStale } from "../../lib/series/staleness.ts";
import { type AsOf, momentOf } from "./as-of.ts";
import { perRevision } from "./per-revision.ts";
import { standing } from "./revision.ts";
import { store } from "./store.ts";

/** The public series, by code, with their reach as known then. */
export async function listSeries(asOf: AsOf = {}): Promise<readonly SeriesSummary[]> {
  const { day, asAt, name } = await momentOf(asOf);
  return perRevision(`series list ${name}`, async ({ today }) => {
    const { db } = await store();
    const rows = await allSeries(db, { asOf: day === today ? undefined : day, asAt });
    return (await seriesAsAt(db, rows, asAt)).map((row) => toSummary(row, day));
  });
}

/** The public series of this code, with its reach as known then, or `null`. */
export async function findSeries(code: string, asOf: AsOf = {}): Promise<SeriesSummary | null> {
  return (await listSeries(asOf)).find((series) => series.code === code) ?? null;
}

/** What a series is, with its values as known then, in calendar order; `null` if no public series has this code. */
export async function loadSeriesView(
  code: string,
  { asOf }: { readonly asOf: string },
): Promise<SeriesView | null> {
  const summary = await findSeries(code, { asOf });
  if (summary === null) return null;
  const { db } = await store();
  const { day, asAt } = await momentOf({ asOf });
  const [row] = await describedSeries([code], asAt);
  if (row === undefined) return null;
  const [observations, now] = await Promise.all([observationsAsOf(db, [row.id], day, asAt), standing()]);
  return {
    ...summary,
    notes: row.notes,
    revision: asAt ?? now.revision,
    asOf: day,
    observations: observations.map(({ period, value, vintage, status }) => ({
      period,
      value,
      vintage,
      status,
    })),
  };
}

/** The public series with these codes, described as they are, or as they were at revision `asAt`. */
export async function describedSeries(
  codes: readonly string[],
  asAt: number | undefined,
): Promise<readonly SeriesWithSource[]> {
  const { db } = await store();
  return seriesAsAt(db, await seriesByCodes(db, codes, "public", asAt), asAt);
}

function toSummary(row: SeriesWithSource & SeriesReach, day: string): SeriesSummary {
  const {
    code,
    title,
    measure,
    frequency,
    yearEnds,
    geography,
    sector,
    universe,
    seasonalAdjustment,
    source,
  } = row;
  const { firstPeriod, lastPeriod, lastVintage, staleAfterDays } = row;
  return {
    code,
    title,
    measure,
    unit: storedUnitWords(row),
    frequency,
    yearEnds,
    geography,
    sector,
    universe,
    seasonalAdjustment,
    source,
    withheldBy: withheldBy(source, row.citedSources),
    firstPeriod,
    lastPeriod,
    lastVintage,
    staleAfterDays,
    isStale: daysStale(lastPeriod, staleAfterDays, day) !== null,
  };
}
