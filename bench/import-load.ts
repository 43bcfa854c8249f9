/**
 * Whether the server answers while it imports: the dashboard is asked for ten times a second, whether or not the
 * answers before have come, first of an idle server and then while an editor sends a file of 1,000,000 rows, has it
 * checked and commits it, on the embedded store. Bound: the 99th percentile is at most five times that of the idle
 * server. Rows may be given as an argument. Run with `npx tsx bench/import-load.ts` after `npm run build`.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { openEmbedded } from "../db/open-embedded.ts";
import { openBrowser } from "./browser.ts";
import { get } from "./http-load.ts";
import { median, percentile99, printMachine, printRatio } from "./measure.ts";
import { startApp } from "./servers.ts";
import { addUploadSeries } from "./stored-series.ts";
import { writeUpload } from "./upload-file.ts";

const ROWS = Number(process.argv[2] ?? 1_000_000);
const EVERY_MS = 100;
const IDLE_MS = 20_000;
/** Every request has a connection of its own, as of another visitor. */
const APART = new Agent({ keepAlive: false });
const PASSWORD = "correct horse battery staple";

printMachine("The dashboard while the server imports");
const folder = mkdtempSync(join(tmpdir(), "bubblescope-load-"));
try {
  await writeUpload(join(folder, "values.csv"), ROWS);
  const data = join(folder, "data");
  await prepare(data);
  const app = await startApp({ data });
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext({ baseURL: app.url, javaScriptEnabled: false })).newPage();
    page.setDefaultTimeout(300_000);
    await signIn(page, app.printed());
    await during(app.url, () => later(5_000));
    const idle = await during(app.url, () => later(IDLE_MS));
    console.log(`idle: median ${median(idle).toFixed(0)} ms, p99 ${percentile99(idle).toFixed(0)} ms`);
    const busy: number[] = [];
    for (const [step, work] of [
      ["sending", () => send(page)],
      ["checking", () => check(page)],
      ["committing", () => commit(page)],
    ] as const) {
      const begin = performance.now();
      const times = await during(app.url, work);
      busy.push(...times);
      console.log(
        `${step}: ${((performance.now() - begin) / 1000).toFixed(0)} s, median ${median(times).toFixed(0)} ms, p99 ${percentile99(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
      );
    }
    const holds = printRatio(
      "p99 of the dashboard",
      percentile99(busy),
      percentile99(idle),
      { atMost: 5 },
      "ms",
    );
    process.exitCode = holds ? 0 : 1;
  } finally {
    await browser.close();
    await app.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A store with the starter catalogue, and the series that the file has rows of. */
async function prepare(data: string): Promise<void> {
  await (await startApp({ data })).stop();
  const store = await openEmbedded(data);
  await addUploadSeries(store);
  await store.close();
}

/** What each request for the dashboard took, from the moment it was due, while `work` was done. */
async function during(url: string, work: () => Promise<unknown>): Promise<number[]> {
  const times: Promise<number>[] = [];
  const timer = setInterval(() => {
    times.push(timed(url));
  }, EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Promise.all(times);
}

/** A request that fails is never answered. */
async function timed(url: string): Promise<number> {
  const begin = performance.now();
  const status = await get(url, APART, { accept: "text/html" }).catch(() => 0);
  return status === 200 ? performance.now() - begin : Number.POSITIVE_INFINITY;
}

async function signIn(page: Page, printed: string): Promise<void> {
  const link = /\/setup\?token=\S+/.exec(printed)?.[0];
  if (link === undefined) throw new Error(`the server printed no set-up link:\n${printed}`);
  await page.goto(link);
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByLabel("E-mail address").fill("ada@example.org");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL("/admin/people");
}

async function send(page: Page): Promise<void> {
  await page.goto("/admin/upload");
  await page.getByLabel("File", { exact: true }).setInputFiles(join(folder, "values.csv"));
  await page.getByRole("button", { name: "Send and read it" }).click();
  await page.waitForURL(/\/admin\/upload\/[^/]+\/file/);
}

async function check(page: Page): Promise<void> {
  await page.goto(`${uploadOf(page)}/columns`);
  await page.getByRole("form", { name: "What the columns mean" }).getByRole("button").last().click();
  await page.waitForURL(/\/check/);
  await untilDone(page, uploadOf(page));
}

async function commit(page: Page): Promise<void> {
  const upload = uploadOf(page);
  await page.goto(`${upload}/changes`);
  await page.getByLabel("Message").fill("A million values");
  await page.getByRole("button", { name: /^Commit/ }).click();
  await untilDone(page, upload);
}

/** The address of the upload whose page is shown. */
function uploadOf(page: Page): string {
  return new URL(page.url()).pathname.split("/").slice(0, 4).join("/");
}

async function untilDone(page: Page, upload: string): Promise<void> {
  for (;;) {
    // On the embedded store whoever is signed in waits for a commit to end.
    const answer = await page.request.get(`${upload}/progress`, { timeout: 300_000 });
    const { progress } = (await answer.json()) as { progress: unknown };
    if (progress === null) return;
    await later(1_000);
  }
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
