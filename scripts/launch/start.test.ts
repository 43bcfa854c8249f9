import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "./port.mjs";
import { root } from "./root.mjs";

/**
 * Stands in for Next: builds by writing what Next writes, serves by answering `/readyz`. `SERVER_SAYS` makes it
 * end with that sentence, as the server does when the data folder is held by another process.
 */
const fakeNext = `
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
const [command, , port] = process.argv.slice(2);
appendFileSync("calls", command + "\\n");
if (command === "build") {
  if (process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY) {
    appendFileSync("keys", process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY + "\\n");
  }
  if (process.env.BUILD_FAILS) { console.log("app/page.tsx:1 is wrong"); process.exit(1); }
  mkdirSync(".next", { recursive: true });
  writeFileSync(".next/BUILD_ID", "1");
} else {
  if (process.env.SERVER_SAYS) { console.error(process.env.SERVER_SAYS); process.exit(1); }
  console.log("▲ Next.js 0");
  console.log("Opened the store in " + process.env.BUBBLESCOPE_DATA);
  if (process.env.BUBBLESCOPE_RECOVER) console.log("A link for " + process.env.BUBBLESCOPE_RECOVER);
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
  createServer((_, response) => response.end("ok")).listen(Number(port));
}
`;

let project: string;
const started: ChildProcess[] = [];
const listening: Server[] = [];

beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), "bubblescope-start-")));
  cpSync(join(root, "scripts"), join(project, "scripts"), { recursive: true });
  cpSync(join(root, "db/running.mjs"), join(project, "db/running.mjs"));
  const lock = JSON.stringify({ packages: { "": {}, "node_modules/next": { version: "0.0.0" } } });
  writeFileSync(join(project, "package-lock.json"), lock);
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
  mkdirSync(join(project, "node_modules/next/dist/bin"), { recursive: true });
  writeFileSync(join(project, "node_modules/.package-lock.json"), lock);
  writeFileSync(join(project, "node_modules/next/package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(project, "node_modules/next/dist/bin/next"), fakeNext);
  mkdirSync(join(project, "app"));
  writeFileSync(join(project, "app/page.tsx"), "export default () => null;");
});

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  for (const server of listening.splice(0)) server.close();
  rmSync(project, { recursive: true, force: true });
});

describe("a start that cannot go on says why in one sentence and fails", () => {
  test("unknown option", async () => {
    expect(await refusalOf("--prot", "3001")).toBe(
      "Unknown option --prot: npm start -- --help lists the options.",
    );
  });

  test("taken port", async () => {
    const port = await takenPort();
    expect(await refusalOf("--port", String(port))).toBe(
      `Port ${port} is taken: stop the program that listens there, or choose another, as in npm start -- --port ${port + 1}.`,
    );
  });

  test("data folder that is a file", async () => {
    const port = String(await freePort());
    expect(await refusalOf("--port", port, "--data", "package.json")).toBe(
      `The data folder ${project}/package.json cannot be written, because a file is in its place: mend that, or choose another folder with --data DIR.`,
    );
  });

  test.runIf(process.platform === "linux")("data folder in a place that takes none", async () => {
    const port = String(await freePort());
    expect(await refusalOf("--port", port, "--data", "/proc/bubblescope/data")).toBe(
      "The data folder /proc/bubblescope/data cannot be written, because the place where it would be takes no folders: mend that, or choose another folder with --data DIR.",
    );
  });

  test.runIf(process.platform === "linux")("data folder where nobody may write", async () => {
    const port = String(await freePort());
    expect(await refusalOf("--port", port, "--data", "/sys/bubblescope")).toMatch(
      /^The data folder \/sys\/bubblescope cannot be written, because .+: mend that, or choose another folder with --data DIR\.$/,
    );
  });

  test("server that ends while it starts: its own sentence is the last word", async () => {
    const said = "The data folder is in use by process 12: stop it.";
    const { errors, code } = await run(["--port", String(await freePort())], { SERVER_SAYS: said });
    expect(errors).toBe(`${said}\n`);
    expect(code).toBe(1);
  });

  test("failed build: what the build said, then the remedy", async () => {
    const { errors, code } = await run(["--port", String(await freePort())], { BUILD_FAILS: "1" });
    expect(errors).toBe(
      "app/page.tsx:1 is wrong\nThe build failed (next build ended with 1): mend what it names above, then start again.\n",
    );
    expect(code).toBe(1);
  });
});

test("help names every option and starts nothing", async () => {
  const { output, code } = await run(["--help"]);
  for (const option of ["--port", "--host", "--data", "--dev", "--recover", "--help"])
    expect(output).toContain(option);
  expect(code).toBe(0);
});

test("a start ends with one line that holds the address, and a signal stops it cleanly", async () => {
  const port = await freePort();
  const server = await startServer(port);
  expect(server.lines()).toEqual([
    "Building …",
    expect.stringMatching(/^Built in \d+ s\.$/),
    `Opened the store in ${project}/data`,
    `Bubblescope is ready at http://localhost:${port}`,
  ]);
  expect(await (await fetch(`http://localhost:${port}/readyz`)).text()).toBe("ok");
  expect(await server.stop("SIGINT")).toBe(0);
  await expect(fetch(`http://localhost:${port}/readyz`)).rejects.toThrow();
});

test("the recovery link that was asked for is printed before the start is ready, and not by the next one", async () => {
  const port = await freePort();
  const asked = await startServer(port, {}, ["--recover", "ada@example.org"]);
  expect(asked.lines().slice(-2)).toEqual([
    "A link for ada@example.org",
    `Bubblescope is ready at http://localhost:${port}`,
  ]);
  await asked.stop("SIGTERM");
  const next = await startServer(port, { BUBBLESCOPE_RECOVER: "of an earlier start" });
  expect(next.lines().join()).not.toContain("A link");
  await next.stop("SIGTERM");
});

test("a second start builds nothing, and a changed source is built again", async () => {
  const port = await freePort();
  await (await startServer(port)).stop("SIGTERM");
  await (await startServer(port)).stop("SIGTERM");
  expect(calls()).toEqual(["build", "start", "start"]);

  writeFileSync(join(project, "app/page.tsx"), "export default () => 1;");
  await (await startServer(port)).stop("SIGTERM");
  expect(calls()).toEqual(["build", "start", "start", "build", "start"]);
});

test("instances with one secret are built with one key for their forms, and another secret makes another build", async () => {
  const port = await freePort();
  for (const AUTH_SECRET of ["one secret", "one secret", "another secret"]) {
    await (await startServer(port, { AUTH_SECRET })).stop("SIGTERM");
  }
  expect(calls().filter((call) => call === "build")).toHaveLength(2);
  const keys = readFileSync(join(project, "keys"), "utf8").trimEnd().split("\n");
  expect(new Set(keys).size).toBe(2);
  // An AES-256 key in base64, as Next asks for; none of it is the secret itself.
  for (const key of keys) expect(Buffer.from(key, "base64")).toHaveLength(32);

  rmSync(join(project, ".next"), { recursive: true });
  await (await startServer(port, { AUTH_SECRET: "one secret" })).stop("SIGTERM");
  expect(readFileSync(join(project, "keys"), "utf8").trimEnd().split("\n").at(-1)).toBe(keys[0]);
});

test("a failed build does not pass for a finished one", async () => {
  const port = await freePort();
  await (await startServer(port)).stop("SIGTERM");
  writeFileSync(join(project, "app/page.tsx"), "export default () => 1;");
  await run(["--port", String(port)], { BUILD_FAILS: "1" });
  await (await startServer(port)).stop("SIGTERM");
  expect(calls()).toEqual(["build", "start", "build", "build", "start"]);
});

test("two first starts at once build once", async () => {
  const ports = [await freePort(), await freePort()];
  const servers = await Promise.all(ports.map((port) => startServer(port)));
  expect(calls().filter((call) => call === "build")).toEqual(["build"]);
  await Promise.all(servers.map((server) => server.stop("SIGTERM")));
});

test("the server ends with a start that is killed and can tell it nothing", async () => {
  const port = await freePort();
  const server = await startServer(port);
  await server.stop("SIGKILL");
  await expect
    .poll(
      () =>
        fetch(`http://localhost:${port}/readyz`).then(
          () => "serving",
          () => "gone",
        ),
      { timeout: 10_000 },
    )
    .toBe("gone");
});

/** What a start with `args` prints as its error, which must be one line, after which it must fail. */
async function refusalOf(...args: string[]): Promise<string> {
  const { errors, code } = await run(args);
  expect(code).toBe(1);
  expect(errors.trimEnd().split("\n")).toHaveLength(1);
  return errors.trimEnd();
}

function launch(args: readonly string[], env: Record<string, string> = {}) {
  const {
    npm_lifecycle_event: _,
    INIT_CWD: __,
    BUBBLESCOPE_DATA: ___,
    PORT: ____,
    AUTH_SECRET: _____,
    ...inherited
  } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs", ...args], {
    cwd: project,
    env: { ...inherited, DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  return child;
}

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const child = launch(args, env);
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const [code] = await once(child, "close");
  return { output, errors, code };
}

async function startServer(port: number, env: Record<string, string> = {}, options: readonly string[] = []) {
  const child = launch(["--port", String(port), ...options], env);
  let output = "";
  await new Promise<void>((resolve, reject) => {
    child.once("close", () => reject(new Error(`ended before it was ready:\n${output}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        if (output.includes("is ready at")) resolve();
      });
    }
  });
  return {
    lines: () => output.trimEnd().split("\n"),
    stop: async (signal: NodeJS.Signals): Promise<number | null> => {
      child.kill(signal);
      const [code] = await once(child, "close");
      return code;
    },
  };
}

/** The commands that Next was asked for, in order. */
function calls(): string[] {
  return readFileSync(join(project, "calls"), "utf8").trimEnd().split("\n");
}

async function takenPort(): Promise<number> {
  const port = await freePort();
  const server = createServer();
  listening.push(server);
  await once(server.listen(port), "listening");
  return port;
}
