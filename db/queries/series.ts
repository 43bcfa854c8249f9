import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { SourceRecord } from "../../lib/series/record.ts";
import type { Visibility } from "../../lib/series/series.ts";
import { observation, series, source } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { holds } from "./holds.ts";
import { byCharacters } from "./order.ts";
import { sourceRecord } from "./sources.ts";

/** A series as stored, with the source of its numbers and, by key, the sources that single values of it cite, in any vintage. */
export type SeriesWithSource = typeof series.$inferSelect & {
  readonly source: SourceRecord;
  readonly citedSources: readonly SourceRecord[];
};

/** How far a series reaches: its first and last period in calendar order, and the newest vintage. */
export interface SeriesReach {
  readonly firstPeriod: string | null;
  readonly lastPeriod: string | null;
  readonly lastVintage: string | null;
}

/**
 * The distinct citations of a series, each found by one look into their index past the one before, so that
 * the cost is that of the citations and not of the values that carry them. A source counts while a value that
 * holds cites it.
 */
function citedSources(asAt?: number): SQL<SourceRecord[]> {
  const ofSeries = sql`${observation} where ${observation.seriesId} = ${series.id}`;
  return sql<SourceRecord[]>`(
    with recursive cited(id) as (
      select min(${observation.sourceId}) from ${ofSeries}
      union all
      select (select min(${observation.sourceId}) from ${ofSeries} and ${observation.sourceId} > cited.id)
      from cited where cited.id is not null
    )
    select coalesce(json_agg(${asJson(sourceRecord)} order by ${byCharacters(source.key)}), '[]')
    from cited inner join ${source} on ${source.id} = cited.id
    where exists (select from ${ofSeries} and ${observation.sourceId} = cited.id and ${holds(asAt)})
  )`;
}

const columns = (asAt?: number) => ({
  ...getTableColumns(series),
  source: sourceRecord,
  citedSources: citedSources(asAt),
});

/**
 * The series with these codes, by code; a code without a series is left out, and so is a retired one.
 * `visibility` is the most restricted kind the reader may see: `private` gives public and private series.
 *
 * With `asAt`, a revision number, retired and cited as of that revision.
 */
export function seriesByCodes(
  db: Db,
  codes: readonly string[],
  visibility: Visibility = "public",
  asAt?: number,
): Promise<SeriesWithSource[]> {
  return db
    .select(columns(asAt))
    .from(series)
    .innerJoin(source, eq(source.id, series.sourceId))
    .where(and(inArray(series.code, [...codes]), visibleTo(visibility), isInUse(asAt)))
    .orderBy(byCharacters(series.code));
}

/** The series with these codes as they are now, private and retired ones too, by code. */
export function seriesRows(db: Db, codes: readonly string[]): Promise<(typeof series.$inferSelect)[]> {
  return db
    .select()
    .from(series)
    .where(inArray(series.code, [...codes]))
    .orderBy(byCharacters(series.code));
}

/**
 * Every series in use with its reach as known on `asOf` (`YYYY-MM-DD`; without it now), by code. Each part of the reach
 * is one look into an index, so the cost is that of the series, however many observations they have; a day looked back
 * to costs the rows that were not known by then, and void rows at its end are walked over.
 *
 * With `asAt`, a revision number, in use, cited and reaching as of that revision.
 */
export function allSeries(
  db: Db,
  {
    visibility = "public",
    asOf,
    asAt,
  }: { visibility?: Visibility; asOf?: string | undefined; asAt?: number | undefined } = {},
) {
  const known = and(asOf === undefined ? undefined : lte(observation.vintage, asOf), holds(asAt));
  const first = topRow(db, known, asc(observation.periodStart), asc(observation.period)).as("first");
  const last = topRow(db, known, desc(observation.periodStart), desc(observation.period)).as("last");
  const newest = topRow(db, known, desc(observation.vintage)).as("newest");
  return db
    .select({
      ...columns(asAt),
      firstPeriod: sql<string | null>`${first.period}`,
      lastPeriod: sql<string | null>`${last.period}`,
      lastVintage: sql<string | null>`${newest.vintage}`,
    })
    .from(series)
    .innerJoin(source, eq(source.id, series.sourceId))
    .leftJoinLateral(first, sql`true`)
    .leftJoinLateral(last, sql`true`)
    .leftJoinLateral(newest, sql`true`)
    .where(and(visibleTo(visibility), isInUse(asAt)))
    .orderBy(byCharacters(series.code));
}

/** The row of a series that comes first in this order, of those that are known and hold. */
function topRow(db: Db, known: SQL | undefined, ...order: readonly SQL[]) {
  return db
    .select({ period: observation.period, vintage: observation.vintage })
    .from(observation)
    .where(and(eq(observation.seriesId, series.id), known))
    .orderBy(...order)
    .limit(1);
}

/** Columns as one JSON object of the same fields. */
function asJson(columns: Readonly<Record<string, AnyColumn>>): SQL {
  const members = Object.entries(columns).map(([field, column]) => sql`${sql.raw(`'${field}'`)}, ${column}`);
  return sql`json_build_object(${sql.join(members, sql`, `)})`;
}

function visibleTo(visibility: Visibility) {
  return visibility === "public" ? eq(series.visibility, "public") : undefined;
}

/** Not retired, or retired by a later revision than the one asked for. */
function isInUse(asAt?: number) {
  const { retiredRevision } = series;
  return asAt === undefined
    ? isNull(retiredRevision)
    : or(isNull(retiredRevision), gt(retiredRevision, asAt));
}
