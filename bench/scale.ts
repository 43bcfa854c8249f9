/**
 * Reading one series of 500 observations, as of today, out of stores of growing size, on the embedded
 * database and on PostgreSQL: the cost must not depend on how much else is stored.
 * Run with `npx tsx bench/scale.ts`; sizes may be given as arguments. Ten million rows take some
 * minutes and 3 GB of disk on each database.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate } from "../db/migrate.ts";
import { openEmbedded } from "../db/open-embedded.ts";
import { openServer } from "../db/open-server.ts";
import { observationsAsOf } from "../db/queries/observations.ts";
import type { Store } from "../db/store.ts";
import { startTestServer } from "../db/testing-server.ts";
import { median, printMachine, printRatio } from "./measure.ts";

const PER_SERIES = 500;
const READS = 400;
const sizes = process.argv.slice(2).map(Number);
const SIZES = sizes.length > 0 ? sizes : [10_000, 1_000_000, 10_000_000];

printMachine("One series of 500 read out of stores of growing size");
const folder = mkdtempSync(join(tmpdir(), "bubblescope-scale-"));
let holds = true;
try {
  holds = (await grow("PGlite", await openEmbedded(join(folder, "embedded")))) && holds;
  const server = await startTestServer();
  try {
    holds = (await grow("PostgreSQL", await openServer(server.url))) && holds;
  } finally {
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = holds ? 0 : 1;

async function grow(name: string, store: Store): Promise<boolean> {
  await migrate(store);
  await store.db.execute(
    sql`insert into source (key, publisher, title, licence, redistributable) values ('bench', 'bench', 'bench', 'none', true)`,
  );
  await store.db.execute(
    sql`insert into revision (author, message, kind) values ('bench', 'bench', 'import')`,
  );
  let stored = 0;
  let baseline: number | null = null;
  let holds = true;
  for (const size of SIZES) {
    await fill(store, stored / PER_SERIES, size / PER_SERIES);
    stored = size;
    const cost = await costOfOneSeries(store, size / PER_SERIES);
    baseline ??= cost;
    holds =
      printRatio(`${name}, ${size.toLocaleString("en")} stored`, cost, baseline, { atMost: 1.2 }, "ms") &&
      holds;
  }
  await store.close();
  return holds;
}

/** Adds series `from + 1` to `to`, of 500 days each; triggers are off, as the rows are known to be good. */
async function fill({ db }: Store, from: number, to: number): Promise<void> {
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
        where s.id between ${first} and ${last}`);
    });
  }
  await db.execute(sql`vacuum analyze observation`);
}

/** Median over reads of series spread over the whole store, after a warm-up on the same ones. */
async function costOfOneSeries({ db }: Store, series: number): Promise<number> {
  const ids = Array.from({ length: 20 }, (_, index) => 1 + Math.floor((index * series) / 20));
  const times: number[] = [];
  for (let read = 0; read < READS; read += 1) {
    const id = ids[read % ids.length] ?? 1;
    const begin = performance.now();
    const rows = await observationsAsOf(db, [id], "2026-01-01");
    times.push(performance.now() - begin);
    if (rows.length !== PER_SERIES) throw new Error(`series ${id} has ${rows.length} rows`);
  }
  return median(times.slice(READS / 2));
}
