/**
 * HTTP throughput of the running app against a bare Next route in the same run, alternating:
 * a series of some 500 observations as JSON, and the answer to a matching `If-None-Match`.
 * Run with `npx tsx bench/http.ts` after `npm run build`.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { load } from "./http-load.ts";
import { median, printMachine, printRatio } from "./measure.ts";
import { buildNext, startApp, startNext } from "./servers.ts";

const ROUNDS = 7;
const SERIES = "/api/v1/series/GDP_US_Q";

printMachine("HTTP throughput");
const app = await startApp();
const answer = await fetch(`${app.url}${SERIES}`);
const body = await answer.text();
const etag = answer.headers.get("etag");
if (!answer.ok || !etag) throw new Error(`${SERIES} answered ${answer.status} with ETag ${etag}`);

const bareFolder = bareApp(body);
await buildNext(bareFolder);
const bare = await startNext(bareFolder);
try {
  const full = await compare(`${app.url}${SERIES}`, `${bare.url}/bytes`, {}, 200);
  const unchanged = await compare(
    `${app.url}${SERIES}`,
    `${bare.url}/unchanged`,
    { "if-none-match": etag },
    304,
  );
  const fullHolds = printRatio(
    `series as JSON (${body.length} bytes)`,
    full.measured,
    full.baseline,
    { atLeast: 0.5 },
    "requests/s",
  );
  const unchangedHolds = printRatio(
    "304 on a matching ETag",
    unchanged.measured,
    unchanged.baseline,
    { atLeast: 0.8 },
    "requests/s",
  );
  process.exitCode = fullHolds && unchangedHolds ? 0 : 1;
} finally {
  await Promise.all([app.stop(), bare.stop()]);
  rmSync(bareFolder, { recursive: true, force: true });
}

/** Alternates the two servers so that whatever else the machine does falls on both. */
async function compare(url: string, baselineUrl: string, headers: Record<string, string>, expected: number) {
  const measured: number[] = [];
  const baseline: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const here = await load(url, { count: 3000, connections: 16, headers });
    const there = await load(baselineUrl, { count: 3000, connections: 16, headers });
    if (here.statuses.get(expected) !== 3000 || there.statuses.get(expected) !== 3000) {
      throw new Error(`expected only ${expected}, got ${[...here.statuses]} and ${[...there.statuses]}`);
    }
    if (round === 0) continue;
    measured.push(here.requestsPerSecond);
    baseline.push(there.requestsPerSecond);
  }
  return { measured: median(measured), baseline: median(baseline) };
}

/** A Next app of two routes: the same bytes from memory, and a bare 304. */
function bareApp(bytes: string): string {
  const folder = mkdtempSync(join(tmpdir(), "bubblescope-bare-"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "bare", type: "module", private: true }),
  );
  for (const [route, handler] of [
    [
      "bytes",
      `const bytes = new TextEncoder().encode(${JSON.stringify(bytes)});\nconst headers = { "content-type": "application/json" };\nexport const GET = (_request) => new Response(bytes, { headers });`,
    ],
    ["unchanged", `export const GET = (_request) => new Response(null, { status: 304 });`],
  ] as const) {
    mkdirSync(join(folder, "app", route), { recursive: true });
    writeFileSync(
      join(folder, "app", route, "route.js"),
      `export const dynamic = "force-dynamic";\n${handler}\n`,
    );
  }
  writeFileSync(
    join(folder, "app/layout.js"),
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }\n',
  );
  return folder;
}
