/**
 * The page of an indicator with a test: with a cached result, against that of an indicator without one; and for how long
 * other requests wait while the result of a cold one is simulated.
 * Run with `npx tsx bench/test-page.ts` after `npm run build`.
 */
import { Agent } from "node:http";
import { get, load } from "./http-load.ts";
import { median, percentile99, printBound, printMachine, printRatio } from "./measure.ts";
import { startApp } from "./servers.ts";

const AS_BROWSER = { accept: "text/html" };
const EVERY_MS = 10;
const PAGES = 60;

printMachine("The page of an indicator with a test");
const app = await startApp();
try {
  const [tested, other] = ["explosive-prices", "share-valuation"].map(
    (name) => `${app.url}/indicators/${name}`,
  );
  if (tested === undefined || other === undefined) throw new Error("there are two pages");
  // Everything but the test is made and kept before.
  await load(other, { count: 20, connections: 1, headers: AS_BROWSER });
  const idle = await during(() => new Promise((resolve) => setTimeout(resolve, 3_000)));
  const begin = performance.now();
  const waits = await during(() => page(tested));
  console.log(`the cold page with its test: ${(performance.now() - begin).toFixed(0)} ms`);
  const isFree = printBound(
    `p99 wait of other requests meanwhile (idle ${percentile99(idle).toFixed(1)} ms)`,
    percentile99(waits) - median(idle),
    50,
    "ms more",
  );
  const times = { tested: [] as number[], other: [] as number[] };
  for (let round = 0; round < PAGES; round += 1) {
    times.tested.push(await page(tested));
    times.other.push(await page(other));
  }
  const isCheap = printRatio(
    "a cached test’s page over one without a test",
    median(times.tested),
    median(times.other),
    { atMost: 1.5 },
    "ms",
  );
  process.exitCode = isFree && isCheap ? 0 : 1;
} finally {
  await app.stop();
}

async function page(url: string): Promise<number> {
  const begin = performance.now();
  await (await fetch(url, { headers: AS_BROWSER })).arrayBuffer();
  return performance.now() - begin;
}

/** How long small requests took, sent every some milliseconds while `work` is done. */
async function during(work: () => Promise<unknown>): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const times: Promise<number>[] = [];
  const timer = setInterval(() => {
    const begin = performance.now();
    times.push(get(`${app.url}/healthz`, agent, {}).then(() => performance.now() - begin));
  }, EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  const found = await Promise.all(times);
  agent.destroy();
  return found;
}
