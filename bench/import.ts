/**
 * Uploads of 100 daily series as a long CSV, from the first byte to the commit, on the embedded store and on
 * PostgreSQL: the cost per row by size; at 1,000,000 rows also against one raw COPY of the same rows into `observation`
 * of another new store of the same kind; how much the process's peak memory grows over the smallest upload; and for how
 * long the event loop was held at most. Everything measured is a process of its own.
 * Run with `npx tsx bench/import.ts`; sizes may be given as arguments, up to 3,000,000 rows.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { startTestServer } from "../db/testing-server.ts";
import { median, printBound, printMachine, printRatio } from "./measure.ts";
import { writeCopy, writeUpload } from "./upload-file.ts";
import { copyFile, type ImportCost, importFile, type Spent } from "./upload-import.ts";

const COMPARED = 1_000_000;
const ROUNDS = 3;
const SIZES = [10_000, 100_000, COMPARED];

const [task, place = "", file = "", rows = ""] = process.argv.slice(2);
if (task === "--import") console.log(JSON.stringify(await importFile(place, file, Number(rows))));
else if (task === "--copy") console.log(JSON.stringify(await copyFile(place, file)));
else await main(process.argv.slice(2).map(Number));

async function main(given: readonly number[]): Promise<void> {
  printMachine("Uploads from the first byte to the commit");
  const sizes = given.length > 0 ? given : SIZES;
  const folder = mkdtempSync(join(tmpdir(), "bubblescope-import-"));
  const server = await startTestServer();
  try {
    for (const size of sizes) await writeUpload(join(folder, `${size}.csv`), size);
    if (sizes.includes(COMPARED)) await writeCopy(join(folder, "copy.csv"), COMPARED);
    const embedded = await measure("PGlite", folder, sizes, async () => mkdtempSync(join(folder, "store-")));
    const onServer = await measure("PostgreSQL", folder, sizes, () => newDatabase(server.url));
    process.exitCode = embedded && onServer ? 0 : 1;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  name: string,
  folder: string,
  sizes: readonly number[],
  newPlace: () => Promise<string>,
): Promise<boolean> {
  let holds = true;
  let leastPeak: number | null = null;
  for (const size of sizes) {
    const imports: ImportCost[] = [];
    const copies: Spent[] = [];
    for (let round = 0; round < (size === COMPARED ? ROUNDS : 1); round += 1) {
      if (size === COMPARED) copies.push(inProcess("--copy", await newPlace(), join(folder, "copy.csv")));
      imports.push(inProcess("--import", await newPlace(), join(folder, `${size}.csv`), String(size)));
    }
    printCost(`${name}, ${size.toLocaleString("en")} rows`, imports, size);
    const peak = Math.max(...imports.map(({ peakMegabytes }) => peakMegabytes));
    leastPeak ??= peak;
    if (size !== COMPARED) continue;
    const [measured, baseline] = [imports, copies].map((all) => median(all.map(({ seconds }) => seconds)));
    if (measured === undefined || baseline === undefined) throw new Error("nothing measured");
    const isFast = printRatio(`${name}, over a raw COPY`, measured, baseline, { atMost: 6 }, "s");
    const isLean = printBound(`${name}, growth of peak memory`, peak - leastPeak, 200, "MB");
    holds = isFast && isLean;
  }
  return holds;
}

function printCost(what: string, imports: readonly ImportCost[], rows: number): void {
  const perRow = (spent: readonly Spent[]) =>
    [({ seconds }: Spent) => seconds, ({ cpuSeconds }: Spent) => cpuSeconds]
      .map((of) => ((median(spent.map(of)) * 1e6) / rows).toFixed(1))
      .join(" / ");
  console.log(`${what}: ${perRow(imports)} µs a row by the clock / of the processor in this process`);
  for (const step of Object.keys(imports[0]?.steps ?? {})) {
    const spent = imports.flatMap(({ steps }) => steps[step] ?? []);
    console.log(`        ${step} ${perRow(spent)}`);
  }
  const most = (of: (cost: ImportCost) => number) => Math.max(...imports.map(of)).toFixed(0);
  console.log(
    `        peak memory ${most((cost) => cost.peakMegabytes)} MB, event loop held for ${most((cost) => cost.longestHeldMilliseconds)} ms at most`,
  );
}

function inProcess<Cost>(...request: string[]): Cost {
  const script = fileURLToPath(import.meta.url);
  const said = execFileSync(process.execPath, [...process.execArgv, script, ...request], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(said) as Cost;
}

async function newDatabase(server: string): Promise<string> {
  const url = new URL(server);
  url.pathname = `/bench_${Date.now()}`;
  const client = postgres(server, { max: 1 });
  await client.unsafe(`create database ${url.pathname.slice(1)}`);
  await client.end();
  return url.href;
}
