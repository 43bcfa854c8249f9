import { asc, eq, sql } from "drizzle-orm";
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

/** All rows of one series: by period in calendar order, then by vintage, then by revision. */
export function vintagesOf(db: Db, seriesId: number): Promise<Vintage[]> {
  return db
    .select({
      period: observation.period,
      value: observation.value,
      vintage: observation.vintage,
      status: observation.status,
      note: observation.note,
      page: observation.page,
      quote: observation.quote,
      source: sourceRecord,
      revision: { number: revision.number, createdAt: revision.createdAt, message: revision.message },
    })
    .from(observation)
    .innerJoin(series, eq(series.id, observation.seriesId))
    .innerJoin(source, eq(source.id, sql`coalesce(${observation.sourceId}, ${series.sourceId})`))
    .innerJoin(revision, eq(revision.number, observation.revision))
    .where(eq(observation.seriesId, seriesId))
    .orderBy(
      asc(observation.periodStart),
      asc(observation.period),
      asc(observation.vintage),
      asc(observation.revision),
    );
}
