import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../scripts/launch/port.mjs";

/** A server that was started on a data folder of its own, and what it printed. */
export interface OwnServer {
  readonly url: string;
  /** The link by which the first account is made; `null` where there are accounts already. */
  readonly setUpLink: string | null;
  stop(): Promise<void>;
}

/** The day on which it is asked. */
const TODAY = "2026-11-23";

/**
 * Starts it with the same command as an operator, on an empty folder or on one with the catalogue and an account for each
 * role, and waits until it is ready.
 */
export async function startOwnServer({ withPeople = false } = {}): Promise<OwnServer> {
  const port = String(await freePort());
  const data = mkdtempSync(join(tmpdir(), "bubblescope-e2e-own-"));
  const prepare = ["--import", "tsx", "scripts/journeys/prepare-store.ts", data];
  if (withPeople) execFileSync(process.execPath, prepare, { env: environment(), stdio: "ignore" });
  const child = spawn(process.execPath, ["scripts/start.mjs", "--port", port, "--data", data], {
    env: environment(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const printed = await untilReady(child);
  return {
    url: `http://localhost:${port}`,
    setUpLink: /http\S+\/setup\?token=\S+/.exec(printed)?.[0] ?? null,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "close");
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: "", BUBBLESCOPE_TODAY: TODAY };
}

function untilReady(child: ChildProcess): Promise<string> {
  let printed = "";
  return new Promise((resolve, reject) => {
    child.once("close", (code) => reject(new Error(`the server ended with ${code}:\n${printed}`)));
    child.stdout?.on("data", (chunk) => {
      printed += chunk;
      if (printed.includes("is ready at")) resolve(printed);
    });
  });
}
