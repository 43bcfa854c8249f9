/**
 * The warm dashboard's time on the server, the same series read through the app and by a raw query's
 * worth of HTTP, and resident memory after start and after a thousand pages.
 * Run with `npx tsx bench/server-time.ts` after `npm run build`.
 */
import { readFileSync } from "node:fs";
import { load } from "./http-load.ts";
import { median, printBound, printMachine } from "./measure.ts";
import { startApp } from "./servers.ts";

printMachine("Server time and memory");
const app = await startApp();
try {
  const atStart = residentMebibytes(app.process.pid);
  await load(app.url, { count: 50, connections: 1 });
  const times: number[] = [];
  for (let page = 0; page < 100; page += 1) {
    const begin = performance.now();
    // The app's own time: compression, which a proxy may take over, is left out here and printed below.
    const answer = await fetch(app.url, { headers: { "accept-encoding": "identity" } });
    await answer.arrayBuffer();
    times.push(performance.now() - begin);
  }
  const compressed: number[] = [];
  for (let page = 0; page < 50; page += 1) {
    const begin = performance.now();
    await (await fetch(app.url)).arrayBuffer();
    compressed.push(performance.now() - begin);
  }
  const holds = printBound("dashboard HTML, warm, request to last byte", median(times), 40, "ms");
  console.log(`        the same with compression: ${median(compressed).toFixed(1)} ms`);
  await load(app.url, { count: 850, connections: 4 });
  console.log(
    `        resident memory: ${atStart.toFixed(0)} MiB after start, ${residentMebibytes(app.process.pid).toFixed(0)} MiB after 1,000 pages`,
  );
  process.exitCode = holds ? 0 : 1;
} finally {
  await app.stop();
}

/** Resident memory of a process, from /proc (Linux). */
function residentMebibytes(pid: number | undefined): number {
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(match?.[1]) / 1024;
}
