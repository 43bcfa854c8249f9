import { and, asc, desc, inArray, lt, lte, not, sql } from "drizzle-orm";
import type { Status } from "../../lib/series/series.ts";
import { observation } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** One value as stored; `value` is exact decimal text in the unit and scale of its series, null is missing. */
export interface ObservedValue {
  readonly seriesId: number;
  readonly period: string;
  readonly value: string | null;
  readonly status: Status;
  readonly vintage: string;
  /** The id of its own source; `null` when that is the source of its series. */
  readonly sourceId: number | null;
}

/**
 * What was known on a day: for each period the row with the latest vintage not after `asOf` (`YYYY-MM-DD`),
 * and of those the one of the latest revision; a vintage that a later revision made void is passed over. By
 * series id, then in calendar order; a period first reported later is absent, a withdrawn one has the value null.
 *
 * With `asAt`, a revision number, rows stored after that revision are left out: what this store would have
 * answered then.
 */
export async function observationsAsOf(
  db: Db,
  seriesIds: readonly number[],
  asOf: string,
  asAt?: number,
): Promise<ObservedValue[]> {
  if (seriesIds.length === 0) return [];
  const series = await packedAsOf(db, seriesIds, asOf, asAt);
  return series.flatMap(({ seriesId, rows }) =>
    rows.reverse().map(([period, value, status, vintage, sourceId]) => ({
      seriesId,
      period,
      value,
      status,
      vintage,
      sourceId,
    })),
  );
}

type Packed = [
  period: string,
  value: string | null,
  status: Status,
  vintage: string,
  sourceId: number | null,
];

/**
 * The query behind `observationsAsOf`: one row a series, its values packed as JSON, which halves the time to
 * read them, newest period first: the primary key is read backwards, so that nothing has to be sorted.
 */
export function packedAsOf(db: Db, seriesIds: readonly number[], asOf: string, asAt?: number) {
  const known = vintagesAsOf(db, seriesIds, asOf, asAt);
  const latest = db
    .selectDistinctOn([known.seriesId, known.periodStart, known.period])
    .from(known)
    .where(not(known.isVoid))
    .orderBy(desc(known.seriesId), desc(known.periodStart), desc(known.period), desc(known.vintage))
    .as("latest");
  return db
    .select({
      seriesId: latest.seriesId,
      rows: sql<Packed[]>`json_agg(
        json_build_array(
          ${latest.period}, ${latest.value}::text, ${latest.status}, ${latest.vintage}, ${latest.sourceId})
        order by ${latest.periodStart} desc, ${latest.period} desc)`,
    })
    .from(latest)
    .groupBy(latest.seriesId)
    .orderBy(asc(latest.seriesId));
}

/**
 * What was reported before what stands: for each period that has several vintages by `asOf`, each of them but the
 * last, as last corrected; void vintages do not count. By series id, then in calendar order, the first report first.
 * `asAt` as in `observationsAsOf`.
 */
export async function earlierReports(
  db: Db,
  seriesIds: readonly number[],
  asOf: string,
  asAt?: number,
): Promise<ObservedValue[]> {
  if (seriesIds.length === 0) return [];
  const vintages = vintagesAsOf(db, seriesIds, asOf, asAt);
  const known = db
    .select({
      seriesId: vintages.seriesId,
      periodStart: vintages.periodStart,
      period: vintages.period,
      value: vintages.value,
      status: vintages.status,
      vintage: vintages.vintage,
      sourceId: vintages.sourceId,
      lastVintage: sql<string>`max(${vintages.vintage}) over (
        partition by ${vintages.seriesId}, ${vintages.periodStart}, ${vintages.period})`.as("last_vintage"),
    })
    .from(vintages)
    .where(not(vintages.isVoid))
    .as("known");
  return db
    .selectDistinctOn([known.seriesId, known.periodStart, known.period, known.vintage], {
      seriesId: known.seriesId,
      period: known.period,
      value: known.value,
      status: known.status,
      vintage: known.vintage,
      sourceId: known.sourceId,
    })
    .from(known)
    .where(lt(known.vintage, known.lastVintage))
    .orderBy(asc(known.seriesId), asc(known.periodStart), asc(known.period), asc(known.vintage));
}

/** Each (series, period, vintage) as its latest revision left it, void or not, read backwards. */
function vintagesAsOf(db: Db, seriesIds: readonly number[], asOf: string, asAt?: number) {
  const { seriesId, periodStart, period, vintage, revision, value, status, sourceId, isVoid } = observation;
  return db
    .selectDistinctOn([seriesId, periodStart, period, vintage], {
      seriesId,
      periodStart,
      period,
      vintage,
      value,
      status,
      sourceId,
      isVoid,
    })
    .from(observation)
    .where(
      and(
        inArray(seriesId, [...seriesIds]),
        lte(vintage, asOf),
        asAt === undefined ? undefined : lte(revision, asAt),
      ),
    )
    .orderBy(desc(seriesId), desc(periodStart), desc(period), desc(vintage), desc(revision))
    .as("vintages");
}
