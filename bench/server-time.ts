/**
 * The warm dashboard's time on the server, as it is and with the server's own compression, and resident memory after
 * start and after a thousand pages.
 * Run with `npx tsx bench/server-time.ts` after `npm run build`.
 */
import { readFileSync } from "node:fs";
import { load } from "./http-load.ts";
import { median, printBound, printMachine, quartile } from "./measure.ts";
import { startApp } from "./servers.ts";

/** What a browser that opens the page asks for; the app's own router gets another answer. */
const AS_BROWSER = { accept: "text/html" };

printMachine("Server time and memory");
const app = await startApp();
try {
  const atStart = residentMebibytes(app.process.pid);
  await load(app.url, { count: 50, connections: 1, headers: AS_BROWSER });
  const plain: number[] = [];
  const compressed: number[] = [];
  for (let page = 0; page < 100; page += 1) {
    plain.push(await timed("identity"));
    compressed.push(await timed("gzip"));
  }
  const outcomes: boolean[] = [];
  for (const [what, times] of [
    ["dashboard HTML, warm, request to last byte", plain],
    ["the same, compressed by the server", compressed],
  ] as const) {
    outcomes.push(printBound(what, median(times), 40, "ms"));
    console.log(
      `        middle half: ${quartile(times, 1).toFixed(1)} to ${quartile(times, 3).toFixed(1)} ms`,
    );
  }
  await load(app.url, { count: 750, connections: 4, headers: AS_BROWSER });
  console.log(
    `        resident memory: ${atStart.toFixed(0)} MiB after start, ${residentMebibytes(app.process.pid).toFixed(0)} MiB after 1,000 pages`,
  );
  process.exitCode = outcomes.every(Boolean) ? 0 : 1;
} finally {
  await app.stop();
}

async function timed(encoding: string): Promise<number> {
  const begin = performance.now();
  const page = await fetch(app.url, { headers: { ...AS_BROWSER, "accept-encoding": encoding } });
  await page.arrayBuffer();
  return performance.now() - begin;
}

/** Resident memory of a process, from /proc (Linux). */
function residentMebibytes(pid: number | undefined): number {
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(match?.[1]) / 1024;
}
