/**
 * The dashboard as a person's browser meets it, cold cache: first-load JavaScript, requests, time to the
 * first chart against the same HTML with its scripts removed, LCP, and layout shift while every figure
 * turns interactive. Unthrottled, and on slow 4G with a processor four times slower. The server is warm; the
 * HTML without scripts comes from memory, so that the server's time counts too.
 * Run with `npx tsx bench/dashboard.ts` after `npm run build`.
 */

import { once } from "node:events";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright";
import { openBrowser } from "./browser.ts";
import { median, printBound, printMachine, printRatio, quartile } from "./measure.ts";
import { startApp } from "./servers.ts";

const ROUNDS = 15;
const WARM_UP = 30;
const FIRST_LOAD_LIMIT_KB = 170;
/** Lighthouse's "slow 4G": 150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };

printMachine("Dashboard in Chromium");
const app = await startApp();
const html = await askAsBrowser(app.url);
for (let page = 0; page < WARM_UP; page += 1) await askAsBrowser(app.url);
const still = await serveWithoutScripts(app.url, html);
const browser = await openBrowser();
const outcomes: boolean[] = [];
try {
  // What the HTML asks for; a browser of today passes over the `nomodule` one.
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map((match) => match[1] ?? "");
  const sizes = await Promise.all(
    [...new Set(scripts)].map((path) => compressedSize(new URL(path, app.url).href)),
  );
  const firstLoad = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  outcomes.push(
    printBound(
      `first-load JavaScript, ${sizes.length} files, compressed`,
      firstLoad,
      FIRST_LOAD_LIMIT_KB,
      "kB",
    ),
  );
  console.log(
    `        HTML: ${(html.length / 1000).toFixed(0)} kB, ${(gzipSync(html).length / 1000).toFixed(0)} kB compressed`,
  );

  for (const [name, throttled] of [
    ["unthrottled", false],
    ["slow 4G, processor 4x slower", true],
  ] as const) {
    const live: Visit[] = [];
    const plain: Visit[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      live.push(await visit(browser, app.url, throttled));
      plain.push(await visit(browser, still.url, throttled));
    }
    const first = (visits: Visit[]) => median(visits.map((one) => one.firstChart));
    outcomes.push(
      printRatio(`time to first chart, ${name}`, first(live), first(plain), { atMost: 1.5 }, "ms"),
    );
    const ratios = live.map((one, round) => one.firstChart / (plain[round]?.firstChart ?? Number.NaN));
    console.log(
      `        ${name}: ${quartile(ratios, 1).toFixed(2)} to ${quartile(ratios, 3).toFixed(2)} in the middle half of ${ROUNDS} rounds, LCP ${median(live.map((one) => one.lcp)).toFixed(0)} ms, ${median(live.map((one) => one.requests))} requests, ` +
        `${(median(live.map((one) => one.bytes)) / 1000).toFixed(0)} kB in all`,
    );
  }
  const shift = await layoutShift(browser, app.url);
  outcomes.push(
    printBound(`layout shift while ${shift.interactive} figures turn interactive`, shift.cls, 0.01, "CLS"),
  );
} finally {
  await browser.close();
  await Promise.all([app.stop(), still.stop()]);
}
process.exitCode = outcomes.every(Boolean) ? 0 : 1;

interface Visit {
  readonly firstChart: number;
  readonly lcp: number;
  readonly requests: number;
  readonly bytes: number;
}

async function visit(browser: Browser, url: string, throttled: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript({ path: "bench/watch-paint.js" });
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  let requests = 0;
  let bytes = 0;
  cdp.on("Network.loadingFinished", (event) => {
    requests += 1;
    bytes += event.encodedDataLength;
  });
  if (throttled) {
    await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  await page.goto(url, { waitUntil: "load" });
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => window.bench.drawn);
  const { firstChart, lcp } = await page.evaluate(() => window.bench);
  await context.close();
  return { firstChart, lcp, requests, bytes };
}

async function layoutShift(browser: Browser, url: string): Promise<{ cls: number; interactive: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript({ path: "bench/watch-paint.js" });
  await page.goto(url, { waitUntil: "networkidle" });
  const figures = page.locator("figure:has(.drawings)");
  const count = await figures.count();
  for (let index = 0; index < count; index += 1) {
    await figures.nth(index).scrollIntoViewIfNeeded();
    await figures.nth(index).locator("[data-shows=chart]").waitFor();
  }
  const cls = await page.evaluate(() => window.bench.cls);
  await context.close();
  return { cls, interactive: count };
}

declare global {
  interface Window {
    bench: { firstChart: number; lcp: number; cls: number; drawn: Promise<void> };
  }
}

/** Serves the dashboard's HTML without scripts and passes styles and fonts through, compressed alike. */
async function serveWithoutScripts(origin: string, html: string) {
  const stripped = gzipSync(
    html
      .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
      .replaceAll(/<link[^>]+(?:as="script"|rel="modulepreload")[^>]*>/g, ""),
  );
  const server = createServer(async (request, response) => {
    if (request.url === "/") {
      response
        .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" })
        .end(stripped);
      return;
    }
    const passed = await fetch(new URL(request.url ?? "/", origin));
    const body = Buffer.from(await passed.arrayBuffer());
    const type = passed.headers.get("content-type") ?? "application/octet-stream";
    const isText = /css|svg|javascript/.test(type);
    response
      .writeHead(passed.status, { "content-type": type, ...(isText ? { "content-encoding": "gzip" } : {}) })
      .end(isText ? gzipSync(body) : body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function askAsBrowser(url: string): Promise<string> {
  return (await fetch(url, { headers: { accept: "text/html" } })).text();
}

async function compressedSize(url: string): Promise<number> {
  return gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
}
