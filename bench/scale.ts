/**
 * Reading one series of 500 observations, as of today, out of stores of growing size, on the embedded
 * database and on PostgreSQL: the cost must not depend on how much else is stored.
 * Run with `npx tsx bench/scale.ts`; sizes may be given as arguments. Ten million rows take some
 * minutes and 3 GB of disk on each database.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../db/migrate.ts";
import { openEmbedded } from "../db/open-embedded.ts";
import { openServer } from "../db/open-server.ts";
import { observationsAsOf } from "../db/queries/observations.ts";
import type { Store } from "../db/store.ts";
import { startTestServer } from "../db/testing-server.ts";
import { median, printMachine, printRatio } from "./measure.ts";
import { addSeries, addSourceAndRevision, PER_SERIES } from "./stored-series.ts";

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
  await addSourceAndRevision(store);
  let stored = 0;
  let baseline: number | null = null;
  let holds = true;
  for (const size of SIZES) {
    await addSeries(store, stored / PER_SERIES, size / PER_SERIES);
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
