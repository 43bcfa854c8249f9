import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../scripts/launch/port.mjs";

/** A server that was started on an empty data folder of its own, and what it printed. */
export interface OwnServer {
  readonly url: string;
  /** The link by which the first account is made. */
  readonly setUpLink: string;
  stop(): Promise<void>;
}

/** Starts it with the same command as an operator, and waits until it is ready. */
export async function startOwnServer(): Promise<OwnServer> {
  const port = String(await freePort());
  const data = mkdtempSync(join(tmpdir(), "bubblescope-e2e-own-"));
  const child = spawn(process.execPath, ["scripts/start.mjs", "--port", port, "--data", data], {
    env: { ...process.env, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const printed = await untilReady(child);
  const setUpLink = /http\S+\/setup\?token=\S+/.exec(printed)?.[0];
  if (setUpLink === undefined) throw new Error(`the server printed no set-up link:\n${printed}`);
  return {
    url: `http://localhost:${port}`,
    setUpLink,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "close");
      rmSync(data, { recursive: true, force: true });
    },
  };
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
