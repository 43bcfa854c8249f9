import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withSetupLock } from "./setup-lock.mjs";

/**
 * A process that is told folders and works once in each, as soon as it may; it answers in how many of them it met
 * another process at work. Told to `hold` a folder, it says so once it is in, and stays.
 */
const worker = `
import { mkdirSync, rmdirSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { createInterface } from "node:readline";
import { withSetupLock } from ${JSON.stringify(new URL("setup-lock.mjs", import.meta.url).href)};

async function work(folder) {
  try {
    mkdirSync(folder + "/at-work");
    for (let turns = 0; turns < 50; turns += 1) await turn();
    rmdirSync(folder + "/at-work");
    return 0;
  } catch {
    return 1;
  }
}
const hold = () => new Promise((resolve) => { console.log("in"); setTimeout(resolve, 60_000); });

process.setMaxListeners(0);
console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const [what, ...folders] = line.split(" ");
  if (what === "hold") await withSetupLock(folders[0], () => {}, hold);
  const met = await Promise.all(folders.map((folder) => withSetupLock(folder, () => {}, () => work(folder))));
  console.log(met.reduce((sum, one) => sum + one));
}
`;

let folder: string;
let started: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bubblescope-setup-"));
  started = [];
});
afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function startWorker() {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", worker], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  started.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  expect(await next()).toBe("ready");
  return {
    pid: child.pid ?? 0,
    ask: (line: string) => {
      child.stdin.write(`${line}\n`);
      return next();
    },
    kill: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** Folders in which nothing was prepared yet, or in which a process died while it prepared. */
async function someFolders(what: "untouched" | "left"): Promise<string[]> {
  const first = join(folder, "first");
  mkdirSync(join(first, ".cache"), { recursive: true });
  if (what === "left") {
    const dying = await startWorker();
    expect(await dying.ask(`hold ${first}`)).toBe("in");
    await dying.kill();
  }
  return Array.from({ length: 25 }, (_, index) => {
    const one = join(folder, String(index));
    cpSync(first, one, { recursive: true });
    return one;
  });
}

test.each(["untouched", "left"] as const)(
  "of several processes that come at once, one at a time works: folders %s",
  async (what) => {
    const folders = await someFolders(what);
    const workers = await Promise.all(Array.from({ length: 4 }, startWorker));
    const met = await Promise.all(workers.map((each) => each.ask(`work ${folders.join(" ")}`)));
    expect(met).toEqual(["0", "0", "0", "0"]);
    expect(folders.flatMap((one) => readdirSync(join(one, ".cache")))).toEqual([]);
  },
);

test("a process that waits is told once who works, and works when that one is gone", async () => {
  const other = await startWorker();
  await other.ask(`hold ${folder}`);
  const onWait = vi.fn(() => void other.kill());
  expect(await withSetupLock(folder, onWait, async () => "worked")).toBe("worked");
  expect(onWait.mock.calls).toEqual([[other.pid]]);
});

test.runIf(process.platform === "linux")(
  "a process whose id another has taken since does not hold the folder",
  async () => {
    mkdirSync(join(folder, ".cache/setup-lock"), { recursive: true });
    writeFileSync(join(folder, ".cache/setup-lock", `${process.pid},another boot:1,token`), "");
    const onWait = vi.fn();
    await withSetupLock(folder, onWait, async () => {});
    expect(onWait).not.toHaveBeenCalled();
  },
);

test("work that fails gives the folder up", async () => {
  const failing = withSetupLock(
    folder,
    () => {},
    () => Promise.reject(new Error("the disk is full")),
  );
  await expect(failing).rejects.toThrow("the disk is full");
  await withSetupLock(
    folder,
    () => expect.unreachable("nobody holds the folder"),
    async () => {},
  );
});
