import { and, asc, eq, getTableColumns, lte, not, sql } from "drizzle-orm";
import type { SourceRecord } from "../../lib/series/record.ts";
import type { Status } from "../../lib/series/series.ts";
import { observation, revision, series, source } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { sourceRecord } from "./sources.ts";

/** One stored row of a series with all that is known of where it comes from. */
export interface Vintage {
  readonly period: string;
  readonly value: string | null;
  readonly vintage: string;
  readonly status: Status;
  readonly note: string | null;
  readonly page: string | null;
  readonly quote: string | null;
  /** Its own source where it has one, else that of its series. */
  readonly source: SourceRecord;
  readonly revision: { readonly number: number; readonly createdAt: string; readonly message: string };
}

/**
 * All rows of one series: by period in calendar order, then by vintage, then by revision. A vintage that was made
 * void is left out with all its rows.
 *
 * With `asAt`, a revision number, rows stored after that revision are left out.
 */
export function vintagesOf(db: Db, seriesId: number, asAt?: number): Promise<Vintage[]> {
  const { periodStart, period, vintage } = observation;
  const row = db
    .select({
      ...getTableColumns(observation),
      endsVoid: sql<boolean>`first_value(${observation.isVoid}) over (
        partition by ${periodStart}, ${period}, ${vintage} order by ${observation.revision} desc)`.as(
        "ends_void",
      ),
    })
    .from(observation)
    .where(
      and(
        eq(observation.seriesId, seriesId),
        asAt === undefined ? undefined : lte(observation.revision, asAt),
      ),
    )
    .as("row");
  return db
    .select({
      period: row.period,
      value: row.value,
      vintage: row.vintage,
      status: row.status,
      note: row.note,
      page: row.page,
      quote: row.quote,
      source: sourceRecord,
      revision: { number: revision.number, createdAt: revision.createdAt, message: revision.message },
    })
    .from(row)
    .innerJoin(series, eq(series.id, row.seriesId))
    .innerJoin(source, eq(source.id, sql`coalesce(${row.sourceId}, ${series.sourceId})`))
    .innerJoin(revision, eq(revision.number, row.revision))
    .where(and(not(row.isVoid), not(row.endsVoid)))
    .orderBy(asc(row.periodStart), asc(row.period), asc(row.vintage), asc(row.revision));
}
