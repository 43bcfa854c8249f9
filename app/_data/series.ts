import "server-only";
import { observationsAsOf } from "../../db/queries/observations.ts";
import {
  allSeries,
  type SeriesReach,
  type SeriesWithSource,
  seriesByCodes,
} from "../../db/queries/series.ts";
import { storedUnitWords } from "../../db/queries/series-type.ts";
import type { SeriesSummary, SeriesView } from "../../lib/api/series.ts";
import { withheldBy } from "../../lib/series/redistribution.ts";
import { daysStale } from "../../lib/series/staleness.ts";
import type { AsOf } from "./as-of.ts";
import { perRevision } from "./per-revision.ts";
import { standing } from "./revision.ts";
import { store } from "./store.ts";

/** The public series, by code, with their reach as known then. */
export async function listSeries({ asOf }: AsOf = {}): Promise<readonly SeriesSummary[]> {
  const { today } = await standing();
  const day = asOf ?? today;
  return perRevision(`series list ${day}`, async () => {
    const rows = await allSeries((await store()).db, { asOf: day === today ? undefined : day });
    return rows.map((row) => toSummary(row, day));
  });
}

/** The public series of this code, with its reach as known then, or `null`. */
export async function findSeries(code: string, asOf: AsOf = {}): Promise<SeriesSummary | null> {
  return (await listSeries(asOf)).find((series) => series.code === code) ?? null;
}

/** What a series is, with its values as known on `asOf`, in calendar order; `null` if no public series has this code. */
export async function loadSeriesView(
  code: string,
  { asOf }: { readonly asOf: string },
): Promise<SeriesView | null> {
  const summary = await findSeries(code, { asOf });
  if (summary === null) return null;
  const { db } = await store();
  const [row] = await seriesByCodes(db, [code]);
  if (row === undefined) return null;
  const [observations, { revision }] = await Promise.all([observationsAsOf(db, [row.id], asOf), standing()]);
  return {
    ...summary,
    notes: row.notes,
    revision,
    asOf,
    observations: observations.map(({ period, value, vintage, status }) => ({
      period,
      value,
      vintage,
      status,
    })),
  };
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
