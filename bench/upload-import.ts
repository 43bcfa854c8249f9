import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pipeline } from "node:stream/promises";
import { setImmediate as macrotask } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import { migrate } from "../db/migrate.ts";
import { openEmbedded } from "../db/open-embedded.ts";
import { openServer } from "../db/open-server.ts";
import type { Db, Store } from "../db/store.ts";
import { commitUpload } from "../db/uploads/commit.ts";
import { compareUpload } from "../db/uploads/compare.ts";
import { keepFile, readFile } from "../db/uploads/file.ts";
import { stageUpload } from "../db/uploads/stage.ts";
import { createUpload } from "../db/uploads/uploads.ts";
import type { Result } from "../lib/result.ts";
import type { UploadContext } from "../lib/uploads/check/upload-series.ts";
import { proposeMapping } from "../lib/uploads/map/propose.ts";
import { surveyTable } from "../lib/uploads/map/survey.ts";
import { DEFAULT_LIMITS } from "../lib/uploads/read/limits.ts";
import { type OpenTable, openUpload } from "../lib/uploads/read/open-upload.ts";
import { ReadingChoices, UploadSettings } from "../lib/uploads/settings.ts";
import { stageTable } from "../lib/uploads/stage.ts";
import { addUploadSeries } from "./stored-series.ts";
import { CODES, COPIED_COLUMNS } from "./upload-file.ts";

/** Three million values and their header are more than is allowed unless the operator says so by `UPLOAD_MAX_…`. */
const LIMITS = { ...DEFAULT_LIMITS, bytes: 1_000_000_000, rows: 5_000_000 };

/** What one step took: by the clock, and of the processor in this process. */
export interface Spent {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** What an import took, in all and by step. */
export interface ImportCost extends Spent {
  readonly steps: Readonly<Record<string, Spent>>;
  readonly peakMegabytes: number;
  readonly longestHeldMilliseconds: number;
}

/**
 * Takes a file of `rows` rows from its first byte to its commit, in a new store that knows its series and holds no
 * values. `place`: a folder for the embedded store, or the address of a server.
 */
export async function importFile(place: string, file: string, rows: number): Promise<ImportCost> {
  const store = await newStore(place);
  const { db } = store;
  const { id } = await createUpload(db, { author: "bench", fileName: "values.csv" });
  const steps: Record<string, Spent> = {};
  const step = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
    const [value, spent] = await timed(work);
    steps[name] = spent;
    return value;
  };
  const held = monitorEventLoopDelay({ resolution: 5 });
  held.enable();
  const [, spent] = await timed(async () => {
    await step("keep", async () => granted(await keepFile(db, id, createReadStream(file))));
    const settings = await step("survey", () => settle(db, id));
    await step("stage", async () => granted(await stageUpload(db, id, batches(db, id, settings))));
    await step("compare", async () => granted(await compareUpload(db, id)));
    const options = { author: "bench", message: "bench" };
    const receipt = await step("commit", async () => granted(await commitUpload(db, id, options)));
    if (receipt.counts.added !== rows) throw new Error(`${receipt.counts.added} of ${rows} rows were stored`);
  });
  held.disable();
  const peakMegabytes = process.resourceUsage().maxRSS / 1000;
  await store.close();
  return { ...spent, steps, peakMegabytes, longestHeldMilliseconds: held.max / 1e6 };
}

/** Stores the lines of a file, as `writeCopy` writes them, by one COPY into a new store as `importFile` has it. */
export async function copyFile(place: string, file: string): Promise<Spent> {
  await (await newStore(place)).close();
  const copy = `copy observation (${COPIED_COLUMNS}) from`;
  if (isServer(place)) {
    const client = postgres(place, { max: 1 });
    const [, spent] = await timed(async () =>
      pipeline(createReadStream(file), await client.unsafe(`${copy} stdin csv`).writable()),
    );
    await client.end();
    return spent;
  }
  const client = await PGlite.create(join(place, "postgres"));
  const blob = new Blob([readFileSync(file)]);
  const [, spent] = await timed(() => client.query(`${copy} '/dev/blob' csv`, [], { blob }));
  await client.close();
  return spent;
}

async function newStore(place: string): Promise<Store> {
  const store = isServer(place) ? await openServer(place) : await openEmbedded(place);
  await migrate(store);
  await addUploadSeries(store);
  return store;
}

function isServer(place: string): boolean {
  return place.startsWith("postgres:");
}

/** Finds out how the file is to be read and what its columns mean, and takes that for confirmed. */
async function settle(db: Db, id: string): Promise<UploadSettings> {
  const survey = granted(await surveyTable(await openTable(db, id), null));
  const { mapping } = proposeMapping(survey, CONTEXT, {
    remembered: null,
    isSameSource: false,
    isCommaLikely: false,
  });
  return UploadSettings.parse({ mapping });
}

async function openTable(db: Db, id: string): Promise<OpenTable> {
  const file = { name: "values.csv", open: () => readFile(db, id) };
  const control = {
    limits: LIMITS,
    signal: null,
    now: () => performance.now(),
    pause: () => macrotask(),
  };
  const opened = granted(await openUpload(file, ReadingChoices.parse({}), control));
  if (opened.kind === "package") throw new Error("the file is no table");
  return opened;
}

async function* batches(db: Db, id: string, settings: UploadSettings) {
  for await (const batch of stageTable(await openTable(db, id), settings, CONTEXT)) yield granted(batch);
}

const CONTEXT: UploadContext = {
  series: new Map(
    CODES.map((code) => [
      code,
      {
        code,
        title: code,
        frequency: "D",
        unitKind: "index",
        currency: null,
        scale: null,
        source: "bench",
        plausibleMin: null,
        plausibleMax: null,
      },
    ]),
  ),
  sources: new Set(["bench"]),
  today: "2026-11-25",
};

async function timed<Value>(work: () => Promise<Value>): Promise<[Value, Spent]> {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const value = await work();
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return [value, { seconds, cpuSeconds: (user + system) / 1e6 }];
}

function granted<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
