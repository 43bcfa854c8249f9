/**
 * A second `npm start`: from the command to the first page answered.
 * Run with `npx tsx bench/start.ts`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, printBound, printMachine } from "./measure.ts";
import { freePort } from "./servers.ts";

const ROUNDS = 5;

printMachine("Second start");
const data = mkdtempSync(join(tmpdir(), "bubblescope-start-"));
try {
  await startOnce();
  const starts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) starts.push(await startOnce());
  const holds = printBound("from `npm start` to the first page", median(starts), 3, "s");
  process.exitCode = holds ? 0 : 1;
} finally {
  rmSync(data, { recursive: true, force: true });
}

async function startOnce(): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  const child = spawn("npm", ["start", "--silent", "--", "--port", String(port), "--data", data], {
    stdio: "ignore",
    detached: true,
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: "text/html" } }).catch(
      () => null,
    );
    if (page?.ok && (await page.text()).includes("</html>")) break;
    await new Promise((wake) => setTimeout(wake, 10));
  }
  const seconds = (performance.now() - begin) / 1000;
  process.kill(-(child.pid ?? 0), "SIGTERM");
  await once(child, "exit");
  return seconds;
}
