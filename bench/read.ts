/**
 * One series of 500 read through the running app, over HTTP, against the plain SQL query for the same values: the
 * first time for each as-of date, when the app asks the database, and again, when it has the answer. On the embedded
 * database and on PostgreSQL; the query alone is timed in the same run, before the app opens the store.
 * Run with `npx tsx bench/read.ts` after `npm run build`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate } from "../db/migrate.ts";
import { openEmbedded } from "../db/open-embedded.ts";
import { openServer } from "../db/open-server.ts";
import { observationsAsOf } from "../db/queries/observations.ts";
import type { Db, Store } from "../db/store.ts";
import { startTestServer } from "../db/testing-server.ts";
import { median, printMachine } from "./measure.ts";
import { startApp } from "./servers.ts";
import { addSeries, addSourceAndRevision, PER_SERIES } from "./stored-series.ts";

const SERIES = 20;
const TURNS = 600;
const WARM_UP = 200;

printMachine("One series of 500 read through the app");
const folder = mkdtempSync(join(tmpdir(), "bubblescope-read-"));
const server = await startTestServer();
try {
  await compare("PGlite", await openEmbedded(folder), { data: folder });
  await compare("PostgreSQL", await openServer(server.url), {
    data: folder,
    env: { DATABASE_URL: server.url },
  });
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function compare(name: string, store: Store, place: Parameters<typeof startApp>[0]): Promise<void> {
  await migrate(store);
  await addSourceAndRevision(store);
  await addSeries(store, 0, SERIES);
  const [raw, query] = await timed(
    (id, asOf) => rawQuery(store.db, id, asOf),
    (id, asOf) => observationsAsOf(store.db, [id], asOf),
  );
  await store.close();

  const app = await startApp(place);
  try {
    const get = (id: number, asOf: string) => getSeries(`${app.url}/api/v1/series/BENCH_${id}?asOf=${asOf}`);
    const [first, again] = await timed(get, get);
    console.log(`${name}: plain SQL ${raw.toFixed(2)} ms`);
    for (const [what, cost] of [
      ["the app's own query", query],
      ["over HTTP, asked for the first time", first],
      ["over HTTP, asked for again", again],
    ] as const) {
      console.log(`        ${what}: ${cost.toFixed(2)} ms, ${(cost / raw).toFixed(2)} times plain SQL`);
    }
  } finally {
    await app.stop();
  }
}

/** What a person would write: for each period the row of the latest vintage, then of the latest revision. */
async function rawQuery(db: Db, id: number, asOf: string): Promise<unknown[]> {
  const rows = await db.execute(sql`select distinct on (period_start, period) period, value, status, vintage
    from observation where series_id = ${id} and vintage <= ${asOf}
    order by period_start, period, vintage desc, revision desc`);
  return Array.isArray(rows) ? rows : (rows as { rows: unknown[] }).rows;
}

async function getSeries(url: string): Promise<unknown[]> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return ((await answer.json()) as { observations: unknown[] }).observations;
}

type Read = (id: number, asOf: string) => Promise<unknown[]>;

/** Median time of each of two reads that take turns, every turn at another series or another day, after a warm-up. */
async function timed(one: Read, other: Read): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const day = new Date(Date.UTC(2020, 5, 1 + Math.floor(turn / SERIES)));
    const id = 1 + (turn % SERIES);
    for (const [index, read] of [one, other].entries()) {
      const begin = performance.now();
      const rows = await read(id, day.toISOString().slice(0, 10));
      if (turn >= WARM_UP) times[index]?.push(performance.now() - begin);
      if (rows.length !== PER_SERIES) throw new Error(`series ${id} has ${rows.length} rows`);
    }
  }
  return [median(times[0]), median(times[1])];
}
