/**
 * Reading one series of 500 observations, as of today, out of stores of different size, on the embedded
 * database and on PostgreSQL: the cost must not depend on how much else is stored. The stores are filled
 * first and then read in turn, one read of each after the other, so that whatever else slows the machine
 * slows them alike. Run with `npx tsx bench/scale.ts`; sizes may be given as arguments. Ten million rows
 * take some minutes and 3 GB of disk on each database.
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
import { addSeries, addSourceAndRevision, PER_SERIES } from "./stored-series.ts";

const WARM_UP = 200;
const READS = 600;
const sizes = process.argv.slice(2).map(Number);
const SIZES = sizes.length > 0 ? sizes : [10_000, 1_000_000, 10_000_000];

printMachine("One series of 500 read out of stores of different size");
const folder = mkdtempSync(join(tmpdir(), "bubblescope-scale-"));
let holds = true;
try {
  const embedded = (size: number) => openEmbedded(join(folder, String(size)));
  holds = (await compare("PGlite", embedded)) && holds;
  const server = await startTestServer();
  try {
    holds = (await compare("PostgreSQL", (size) => openDatabase(server.url, `scale_${size}`))) && holds;
  } finally {
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = holds ? 0 : 1;

/** A database of its own on a server, empty. */
async function openDatabase(server: string, name: string): Promise<Store> {
  const maintenance = await openServer(server, 1);
  await maintenance.db.execute(sql`create database ${sql.identifier(name)}`);
  await maintenance.close();
  const address = new URL(server);
  address.pathname = `/${name}`;
  return openServer(address.href);
}

async function compare(name: string, open: (size: number) => Promise<Store>): Promise<boolean> {
  const stores: { size: number; store: Store; times: number[] }[] = [];
  for (const size of SIZES) {
    const store = await open(size);
    await migrate(store);
    await addSourceAndRevision(store);
    await addSeries(store, 0, size / PER_SERIES);
    stores.push({ size, store, times: [] });
  }
  for (let read = -WARM_UP; read < READS; read += 1) {
    for (const { size, store, times } of stores) {
      const cost = await costOfOneSeries(store, idOf(read, size));
      if (read >= 0) times.push(cost);
    }
  }
  let holds = true;
  const baseline = median(stores[0]?.times ?? []);
  for (const { size, times } of stores) {
    const label = `${name}, ${size.toLocaleString("en")} stored`;
    holds = printRatio(label, median(times), baseline, { atMost: 1.2 }, "ms") && holds;
  }
  await Promise.all(stores.map(({ store }) => store.close()));
  return holds;
}

/** One of twenty series spread over the whole store, in turn. */
function idOf(read: number, size: number): number {
  const turn = (read + WARM_UP) % 20;
  return 1 + Math.floor((turn * size) / PER_SERIES / 20);
}

/** The milliseconds of one read. */
async function costOfOneSeries({ db }: Store, id: number): Promise<number> {
  const begin = performance.now();
  const rows = await observationsAsOf(db, [id], "2026-01-01");
  const cost = performance.now() - begin;
  if (rows.length !== PER_SERIES) throw new Error(`series ${id} has ${rows.length} rows`);
  return cost;
}
