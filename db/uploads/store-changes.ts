import { and, eq, sql } from "drizzle-orm";
import { invariant } from "../../lib/invariant.ts";
import { analyze } from "../analyze.ts";
import { pause } from "../pause.ts";
import { rowsOf } from "../rows.ts";
import { observation, revisionSeries, series, source, stagedChange, stagedSeries } from "../schema/index.ts";
import type { Db } from "../store.ts";
import type { Working } from "./stage.ts";
import { inStretch, type Stretch, stretches } from "./stretches.ts";

/**
 * Stores what comparing an upload kept, as observations under a revision that is taken already, inside the caller's
 * transaction. The series and sources of its rows are stored by now.
 */
export async function storeChanges(
  transaction: Db,
  number: number,
  revision: number,
  { signal, onProgress }: Working,
): Promise<void> {
  const ofUpload = eq(stagedSeries.upload, number);
  const { added, revised, withdrawn } = stagedSeries;
  const [changes] = await transaction
    .select({ total: sql<number>`coalesce(sum(${added} + ${revised} + ${withdrawn}), 0)::int` })
    .from(stagedSeries)
    .where(ofUpload);
  const total = changes?.total ?? 0;
  await transaction
    .update(stagedSeries)
    .set({ seriesId: sql`(select ${series.id} from ${series} where ${series.code} = ${stagedSeries.code})` })
    .where(ofUpload);
  let done = 0;
  for await (const stretch of stretches(transaction, stagedChange, number)) {
    done += await storeStretch(transaction, stretch, revision);
    onProgress?.({ done, total });
    await pause(signal);
  }
  invariant(done === total, `${total} rows were to be stored, and ${done} were`);
  await transaction.insert(revisionSeries).select(
    transaction
      .select({
        revision: sql<number>`${revision}::bigint`.as("revision"),
        seriesId: sql<number>`${stagedSeries.seriesId}`.as("series_id"),
        added,
        revised,
        withdrawn,
      })
      .from(stagedSeries)
      .where(and(ofUpload, sql`${added} + ${revised} + ${withdrawn} > 0`)),
  );
}

async function storeStretch(transaction: Db, stretch: Stretch, revision: number): Promise<number> {
  const [stored] = await rowsOf<{ rows: number }>(
    transaction,
    // Materialized, so that the key's range is read once and not once for each series of the upload.
    sql`with changes as materialized (select * from ${stagedChange} c where ${inStretch(sql`c`, stretch)}),
      stored as (
        insert into ${observation} (
          series_id, frequency, period_start, period, vintage, revision, value, status, source_id, note)
        select s.id, s.frequency, c.period_start, c.period, c.vintage, ${revision}::bigint, c.value, c.status,
          cited.id, c.note
        from changes c
        inner join ${stagedSeries} t on t.upload = c.upload and t.number = c.series
        inner join ${series} s on s.id = t.series_id
        left join ${source} cited on cited.key = c.source
        order by c.series, c.period_start
        returning 1
      ) select count(*)::int as rows from stored`,
  );
  return stored?.rows ?? 0;
}

/** Tells the planner how many observations there are, if so many more came in that it matters. */
export async function noteGrowth(db: Db, rows: number): Promise<void> {
  const [known] = await rowsOf<{ rows: number }>(
    db,
    sql`select reltuples::float8 as rows from pg_class where oid = 'observation'::regclass`,
  );
  if (rows >= Math.max(1_000, (known?.rows ?? 0) / 10)) await analyze(db, sql`${observation}`);
}
