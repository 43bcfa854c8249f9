import { type SQL, sql } from "drizzle-orm";
import type { MissingPolicy } from "../../lib/uploads/comparison.ts";
import { pause } from "../pause.ts";
import { rowsOf } from "../rows.ts";
import { observation, stagedChange, stagedObservation } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { inStoredStretch, type StoredStretch, storedStretches, wholeSeries } from "../stored-stretches.ts";
import { type Attempt, inAttempt } from "./attempt.ts";

/** One series of an upload that the store has, and the revision as at which it is looked at. */
export interface HeldSeries {
  readonly upload: number;
  /** Its number within the upload. */
  readonly series: number;
  readonly seriesId: number;
  readonly base: number;
}

/** How many stored values the file lacks in one stretch of a series, and how many of them are withdrawn for it. */
interface Found {
  readonly missing: number;
  readonly withdrawn: number;
}

/**
 * Counts the periods of a series that the store has a value of and the file no row, stretch by stretch, and keeps a
 * change that withdraws each of them if that is the policy: as of the day it names, or of the stored vintage if that is later.
 */
export async function* missingRows(
  db: Db,
  attempt: Attempt,
  held: HeldSeries,
  policy: MissingPolicy,
  signal: AbortSignal | undefined,
): AsyncGenerator<Found> {
  for await (const stretch of storedStretches(db, held.seriesId)) {
    const missing = missingIn(stretch, held);
    const [found] = await inAttempt(db, attempt, {}, (transaction) =>
      rowsOf<{ rows: number }>(
        transaction,
        policy.kind === "keep"
          ? sql`select count(*)::int as rows from (${missing}) missing`
          : withdraw(held, missing, policy.vintage),
      ),
    );
    const rows = found?.rows ?? 0;
    yield { missing: rows, withdrawn: policy.kind === "keep" ? 0 : rows };
    await pause(signal);
  }
}

/** The missing rows of one series in the order of their periods, some of them. */
export function missingOf(db: Db, held: HeldSeries, offset: number, limit: number) {
  return rowsOf<{ period: string; value: string; vintage: string }>(
    db,
    sql`select period, value::text as value, vintage::text as vintage
      from (${missingIn(wholeSeries(held.seriesId), held)}) missing
      order by period_start, period offset ${offset} limit ${limit}`,
  );
}

function missingIn(stretch: StoredStretch, { upload, series, base }: HeldSeries): SQL {
  return sql`select known.* from (
      select distinct on (period_start, period) * from (
        select distinct on (o.period_start, o.period, o.vintage)
          o.period_start, o.period, o.vintage, o.value, o.status, o.is_void
        from ${observation} o
        where ${inStoredStretch(sql`o`, stretch)} and o.revision <= ${base}::bigint
        order by o.period_start desc, o.period desc, o.vintage desc, o.revision desc
      ) vintages
      where not is_void
      order by period_start desc, period desc, vintage desc
    ) known
    where value is not null and not exists (
      select from ${stagedObservation} s
      where s.upload = ${upload}::int and s.series = ${series}::int
        and s.period_start = known.period_start and s.period = known.period)`;
}

function withdraw({ upload, series }: HeldSeries, missing: SQL, vintage: string): SQL {
  return sql`with withdrawn as (
      insert into ${stagedChange} (
        upload, series, period_start, period, vintage, kind, status, old_vintage, old_value, old_status, differs)
      select ${upload}::int, ${series}::int, period_start, period, greatest(vintage, ${vintage}::date), 'withdrawn', 'reported',
        vintage, value, status, '{value}'
      from (${missing}) missing
      returning 1
    ) select count(*)::int as rows from withdrawn`;
}
