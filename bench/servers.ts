import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A server started by a benchmark on a free port of this machine. */
export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has printed so far. */
  printed(): string;
  stop(): Promise<void>;
}

/** A server on PostgreSQL must be given one; nobody signs in here. */
const AUTH_SECRET = "a secret that only benchmarks know, and that all of them do";
const NEXT = resolve("node_modules/next/dist/bin/next");

/** Starts the built app on a fresh (or the given) data folder and waits until it is ready. */
export async function startApp(
  options: { data?: string; env?: Record<string, string> } = {},
): Promise<RunningServer> {
  const folder = options.data ?? mkdtempSync(join(tmpdir(), "bubblescope-bench-"));
  const server = await startNext(process.cwd(), { BUBBLESCOPE_DATA: folder, ...options.env }, "/readyz");
  return {
    ...server,
    stop: async () => {
      await server.stop();
      if (!options.data) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts `next start` for a built app in `folder` and waits until `readyPath` answers. */
export async function startNext(
  folder: string,
  env: Record<string, string> = {},
  readyPath = "/",
): Promise<RunningServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [NEXT, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: folder,
    env: { ...process.env, AUTH_SECRET, ...env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const url = `http://127.0.0.1:${port}`;
  await untilAnswers(`${url}${readyPath}`, child);
  return {
    url,
    process: child,
    printed: () => printed,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** Builds a Next app in `folder` for production; webpack follows a linked `node_modules`, Turbopack does not. */
export async function buildNext(folder: string): Promise<void> {
  const child = spawn(process.execPath, [NEXT, "build", "--webpack"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`next build in ${folder} ended with ${code}`);
}

/** A port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with ${child.exitCode} before it answered`);
    const answered = await fetch(url).then(
      (response) => response.status < 500,
      () => false,
    );
    if (answered) return;
    await new Promise((wake) => setTimeout(wake, 25));
  }
}
