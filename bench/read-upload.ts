/**
 * Reading, mapping and checking an uploaded CSV of 1,000,000 rows (100 monthly series), beside csv-parse that only cuts
 * the same file into records; and the peak memory of a process that stages 10,000 against 1,000,000 rows.
 * Run with `npx tsx bench/read-upload.ts`.
 */
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { setImmediate as macrotask } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse";
import type { UploadContext } from "../lib/uploads/check/upload-series.ts";
import { proposeMapping } from "../lib/uploads/map/propose.ts";
import { type Survey, surveyTable } from "../lib/uploads/map/survey.ts";
import type { ReadControl } from "../lib/uploads/read/control.ts";
import { DEFAULT_LIMITS } from "../lib/uploads/read/limits.ts";
import { type OpenTable, openUpload } from "../lib/uploads/read/open-upload.ts";
import { ReadingChoices, UploadSettings } from "../lib/uploads/settings.ts";
import { stageTable } from "../lib/uploads/stage.ts";
import { median, printBound, printMachine, printRatio } from "./measure.ts";

const SERIES = 100;
const ROUNDS = 7;
const FIRST_YEAR = 1200;
const TODAY = "2026-11-25";
const CONTROL: ReadControl = {
  limits: DEFAULT_LIMITS,
  signal: null,
  now: () => performance.now(),
  pause: () => macrotask(),
};

const [only, path] = process.argv.slice(2);
if (only === "--peak" && path) await printPeak(path);
else await main();

async function main(): Promise<void> {
  printMachine("Reading an uploaded CSV");
  const folder = mkdtempSync(join(tmpdir(), "bubblescope-read-"));
  try {
    const [small, large] = [join(folder, "small.csv"), join(folder, "large.csv")];
    await write(small, 10_000);
    await write(large, 1_000_000);
    const isFast = await compare(large);
    const isLean = comparePeaks(small, large);
    process.exitCode = isFast && isLean ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures in turn, so that the load of the machine falls on all alike. */
async function compare(file: string): Promise<boolean> {
  const times: Record<"bare" | "staged" | "surveyed", number[]> = { bare: [], staged: [], surveyed: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.bare.push(await cpuSeconds(() => cutByCsvParse(file)));
    times.surveyed.push(await cpuSeconds(() => survey(file)));
    const { table, settings } = await prepare(file);
    times.staged.push(await cpuSeconds(() => stage(table, settings)));
  }
  const [bare, staged, surveyed] = [times.bare, times.staged, times.surveyed].map((all) =>
    median(all.slice(1)),
  );
  if (bare === undefined || staged === undefined || surveyed === undefined)
    throw new Error("nothing measured");
  console.log(
    `${Math.round(1_000_000 / staged).toLocaleString("en")} rows per second of processor time, read to checked`,
  );
  const isFast = printRatio("read, map and check over csv-parse alone", staged, bare, { atMost: 2 }, "s");
  return (
    printRatio("the same with the survey before it", staged + surveyed, bare, { atMost: 3 }, "s") && isFast
  );
}

function comparePeaks(small: string, large: string): boolean {
  const [least, most] = [peakOf(small), peakOf(large)];
  console.log(`peak memory: ${least.toFixed(0)} MB for 10,000 rows, ${most.toFixed(0)} MB for 1,000,000`);
  return printBound("growth of peak memory from 10,000 to 1,000,000 rows", most - least, 100, "MB");
}

function peakOf(file: string): number {
  const script = fileURLToPath(import.meta.url);
  return Number(
    execFileSync(process.execPath, [...process.execArgv, script, "--peak", file], { encoding: "utf8" }),
  );
}

async function printPeak(file: string): Promise<void> {
  await survey(file);
  const { table, settings } = await prepare(file);
  await stage(table, settings);
  console.log(process.resourceUsage().maxRSS / 1000);
}

async function cpuSeconds(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function cutByCsvParse(file: string): Promise<void> {
  let records = 0;
  const parser = createReadStream(file).pipe(parse());
  parser.on("data", () => {
    records += 1;
  });
  await finished(parser);
  if (records < 10_000) throw new Error(`csv-parse found ${records} records`);
}

async function openTable(file: string, choices: Partial<ReadingChoices> = {}): Promise<OpenTable> {
  const upload = { name: "large.csv", open: () => createReadStream(file) };
  const opened = await openUpload(upload, ReadingChoices.parse(choices), CONTROL);
  if (!opened.ok || opened.value.kind === "package") throw new Error("the file is no table");
  return opened.value;
}

async function survey(file: string): Promise<Survey> {
  const surveyed = await surveyTable(await openTable(file), null);
  if (!surveyed.ok) throw new Error(surveyed.error.kind);
  return surveyed.value;
}

/** What the editor has confirmed before the rows are staged: nothing is found out a second time. */
async function prepare(file: string): Promise<{ table: OpenTable; settings: UploadSettings }> {
  const { mapping } = proposeMapping(await survey(file), context(), {
    remembered: null,
    isSameSource: false,
    isCommaLikely: false,
  });
  const settings = UploadSettings.parse({ mapping, defaults: { vintage: "2026-11-01" } });
  return {
    table: await openTable(file, { encoding: "utf-8", delimiter: ",", quote: '"', lineEnd: "lf" }),
    settings,
  };
}

async function stage(table: OpenTable, settings: UploadSettings): Promise<void> {
  let staged = 0;
  for await (const batch of stageTable(table, settings, context())) {
    if (!batch.ok) throw new Error(batch.error.kind);
    staged += batch.value.observations.length;
    if (batch.value.problems.length > 0)
      throw new Error(`unexpected problem: ${batch.value.problems[0]?.rule}`);
  }
  if (staged % 10_000 !== 0) throw new Error(`${staged} observations were staged`);
}

function context(): UploadContext {
  const codes = Array.from({ length: SERIES }, (_, index) => seriesCode(index));
  return {
    series: new Map(
      codes.map((code) => [
        code,
        {
          code,
          title: code,
          frequency: "M",
          unitKind: "index",
          currency: null,
          scale: null,
          source: "bench",
          plausibleMin: "0",
          plausibleMax: "10000",
        },
      ]),
    ),
    sources: new Set(["bench"]),
    today: TODAY,
  };
}

function seriesCode(index: number): string {
  return `SERIES_${String(index % SERIES).padStart(3, "0")}`;
}

async function write(file: string, rows: number): Promise<void> {
  await pipeline(Readable.from(lines(rows)), createWriteStream(file));
}

function* lines(rows: number): Generator<string> {
  let text = "series,period,value\n";
  for (let row = 0; row < rows; row += 1) {
    const month = Math.floor(row / SERIES) % (12 * 800);
    const period = `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    text += `${seriesCode(row)},${period},${((row * 7919) % 100_000) / 100}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = "";
  }
  yield text;
}
