import { and, asc, countDistinct, desc, eq, getTableColumns, inArray, max, sql } from "drizzle-orm";
import type { SourceRecord } from "../../lib/series/record.ts";
import type { Visibility } from "../../lib/series/series.ts";
import { observation, series, source } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";
import { sourceRecord } from "./sources.ts";

/** A series as stored, with the source of its numbers. */
export type SeriesWithSource = typeof series.$inferSelect & { readonly source: SourceRecord };

/** How far a series reaches: its first and last period in calendar order, how many, and the newest vintage. */
export interface SeriesReach {
  readonly firstPeriod: string | null;
  readonly lastPeriod: string | null;
  readonly periodCount: number;
  readonly lastVintage: string | null;
}

const columns = { ...getTableColumns(series), source: sourceRecord };

/**
 * The series with these codes, by code; a code without a series is left out. `visibility` is the most
 * restricted kind the reader may see: `private` gives public and private series.
 */
export function seriesByCodes(
  db: Db,
  codes: readonly string[],
  visibility: Visibility = "public",
): Promise<SeriesWithSource[]> {
  return db
    .select(columns)
    .from(series)
    .innerJoin(source, eq(source.id, series.sourceId))
    .where(and(inArray(series.code, [...codes]), visibleTo(visibility)))
    .orderBy(byCharacters(series.code));
}

/** Every series with its reach as known now, by code; a period counts once however often it was restated. */
export function allSeries(
  db: Db,
  visibility: Visibility = "public",
): Promise<(SeriesWithSource & SeriesReach)[]> {
  const ofSeries = eq(observation.seriesId, series.id);
  const first = db
    .select({ period: observation.period })
    .from(observation)
    .where(ofSeries)
    .orderBy(asc(observation.periodStart), asc(observation.period))
    .limit(1)
    .as("first");
  const last = db
    .select({ period: observation.period })
    .from(observation)
    .where(ofSeries)
    .orderBy(desc(observation.periodStart), desc(observation.period))
    .limit(1)
    .as("last");
  const all = db
    .select({
      periodCount: countDistinct(observation.period).as("period_count"),
      lastVintage: max(observation.vintage).as("last_vintage"),
    })
    .from(observation)
    .where(ofSeries)
    .as("all_rows");
  return db
    .select({
      ...columns,
      firstPeriod: sql<string | null>`${first.period}`,
      lastPeriod: sql<string | null>`${last.period}`,
      periodCount: all.periodCount,
      lastVintage: all.lastVintage,
    })
    .from(series)
    .innerJoin(source, eq(source.id, series.sourceId))
    .leftJoinLateral(first, sql`true`)
    .leftJoinLateral(last, sql`true`)
    .innerJoinLateral(all, sql`true`)
    .where(visibleTo(visibility))
    .orderBy(byCharacters(series.code));
}

function visibleTo(visibility: Visibility) {
  return visibility === "public" ? eq(series.visibility, "public") : undefined;
}
