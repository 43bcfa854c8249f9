import { sql } from "drizzle-orm";
import type { Store } from "../db/store.ts";
import { CODES } from "./upload-file.ts";

/** Observations of each series that `addSeries` adds: one a day. */
export const PER_SERIES = 500;

/** What every series of the measurements belongs to: a source, and the revision that stored them. */
export async function addSourceAndRevision({ db }: Store): Promise<void> {
  await db.execute(
    sql`insert into source (key, publisher, title, licence, redistributable) values ('bench', 'bench', 'bench', 'none', true)`,
  );
  await db.execute(sql`insert into revision (author, message, kind) values ('bench', 'bench', 'import')`);
}

/** Adds the daily series that an upload has rows of, without any values. */
export async function addUploadSeries(store: Store): Promise<void> {
  await addSourceAndRevision(store);
  await store.db.execute(sql`insert into series (code, title, measure, unit_kind, unit_of, prices, frequency, geography, sector, universe, source_id)
    select code, code, 'index', 'index', '1940 = 500', 'none', 'D', 'US', 'ALL', 'bench', s.id
    from source s cross join unnest(${sql.param([...CODES])}::text[]) code where s.key = 'bench'`);
}

/**
 * Adds the series `BENCH_n`, with id n, for n from `from + 1` to `to`; triggers are off, as the rows are known to be
 * good, and the rows of a series lie together, as a commit stores them.
 */
export async function addSeries({ db }: Store, from: number, to: number): Promise<void> {
  await db.execute(sql`insert into series (code, title, measure, unit_kind, unit_of, prices, frequency, geography, sector, universe, source_id)
    select 'BENCH_' || n, 'Bench ' || n, 'count', 'count', 'things', 'none', 'D', 'US', 'ALL', 'bench', 1 from generate_series(${from + 1}::int, ${to}::int) n`);
  const step = 1000;
  for (let first = from + 1; first <= to; first += step) {
    const last = Math.min(to, first + step - 1);
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`insert into observation (series_id, frequency, period_start, period, vintage, revision, value)
        select s.id, 'D', d.day, d.day::text, '2020-01-01', 1, s.id + d.n
        from series s cross join (select n, date '2000-01-01' + n as day from generate_series(0, ${PER_SERIES - 1}::int) n) d
        where s.id between ${first} and ${last}
        order by s.id, d.n`);
    });
  }
  await db.execute(sql`vacuum analyze observation`);
}
