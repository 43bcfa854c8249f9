import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { lockFolder } from "./lock.ts";
import type { LockOwner } from "./lock-owner.ts";
import { type OtherProcess, startProcess } from "./testing-process.ts";

let folder: string;
let processes: OtherProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bubblescope-lock-"));
  processes = [];
});
afterEach(async () => {
  await Promise.all(processes.map((other) => other.kill()));
  rmSync(folder, { recursive: true, force: true });
});

function start(): OtherProcess {
  const other = startProcess();
  processes.push(other);
  return other;
}

const lockFile = (of = folder) => join(of, "bubblescope.lock");
const holderOf = (of = folder): LockOwner => JSON.parse(readFileSync(lockFile(of), "utf8"));

/** A holder that is this very process and therefore runs, but for what the test states. */
function leave(name: string, owner: Partial<LockOwner>, secondsAgo = 0): void {
  const whole = { pid: process.pid, startedAt: null, host: hostname(), token: crypto.randomUUID(), ...owner };
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(whole));
  const then = Date.now() / 1000 - secondsAgo;
  utimesSync(path, then, then);
}

describe("between real processes", () => {
  test("a second opener is refused with the holder's process and host", async () => {
    const other = start();
    expect(await other.ask(`lock ${folder}`)).toBe("held");
    expect(() => lockFolder(folder)).toThrow(
      `The data folder ${folder} is in use by process ${other.pid} on ${hostname()}: stop it, or choose another folder with --data.`,
    );
  });

  test("a lock left by a killed process is taken over", async () => {
    const other = start();
    await other.ask(`lock ${folder}`);
    await other.kill();
    expect(holderOf().pid).toBe(other.pid);
    const lock = lockFolder(folder);
    expect(holderOf().pid).toBe(process.pid);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of several processes that find one stale lock, exactly one gets it", async () => {
    const killed = start();
    await killed.ask(`lock ${folder}`);
    await killed.kill();
    const folders = Array.from({ length: 25 }, (_, index) => {
      const one = join(folder, `race-${index}`);
      mkdirSync(one);
      copyFileSync(lockFile(), lockFile(one));
      return one;
    });
    const racers = Array.from({ length: 4 }, start);
    for (const one of folders) {
      const answers = await Promise.all(racers.map((racer) => racer.ask(`lock ${one}`)));
      expect(answers.filter((answer) => answer === "held")).toHaveLength(1);
      expect(answers.filter((answer) => answer.startsWith("refused: The data folder"))).toHaveLength(3);
      expect(holderOf(one).pid).toBe(racers[answers.indexOf("held")]?.pid);
      await Promise.all(racers.map((racer) => racer.ask("release")));
    }
  });
});

describe("who counts as gone", () => {
  const stranger = { host: "elsewhere.example" };

  test("a process whose id now belongs to another that started later", () => {
    leave("bubblescope.lock", { startedAt: "another boot:1" });
    lockFolder(folder).release();
  });

  test("a holder on another host only after 30 seconds of silence", () => {
    leave("bubblescope.lock", stranger, 29);
    expect(() => lockFolder(folder)).toThrow(
      /in use by process \d+ on elsewhere\.example: stop it, wait 30 s/,
    );
    leave("bubblescope.lock", stranger, 31);
    lockFolder(folder).release();
  });

  test("an unreadable lock after 30 seconds", () => {
    writeFileSync(lockFile(), "");
    expect(() => lockFolder(folder)).toThrow("in use by a process that is just starting");
    utimesSync(lockFile(), 0, 0);
    lockFolder(folder).release();
  });

  test("not a process that is about to take over from one that is gone", () => {
    const token = crypto.randomUUID();
    leave("bubblescope.lock", { startedAt: "another boot:1", token });
    leave(`bubblescope.lock.after-${token}`, {});
    expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`);
  });

  test("a process that died while taking over, whose claim is cleared away", () => {
    const gone = { startedAt: "another boot:1" };
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    leave("bubblescope.lock", { ...gone, token: first });
    leave(`bubblescope.lock.after-${first}`, { ...gone, token: second });
    const lock = lockFolder(folder);
    expect(readdirSync(folder)).toEqual(["bubblescope.lock"]);
    lock.release();
  });
});

describe("while it is held", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("the holder shows itself every 5 seconds", () => {
    const lock = lockFolder(folder);
    utimesSync(lockFile(), 0, 0);
    vi.advanceTimersByTime(5_000);
    expect(statSync(lockFile()).mtimeMs).toBeGreaterThan(0);
    lock.release();
  });

  test("a holder that lost the folder is told so and leaves the lock to the new one", () => {
    const onLost = vi.fn();
    lockFolder(folder, onLost);
    leave("bubblescope.lock", { host: "elsewhere.example" });
    vi.advanceTimersByTime(5_000);
    expect(onLost).toHaveBeenCalledOnce();
    expect(holderOf().host).toBe("elsewhere.example");
  });

  test("the same process is refused too, until it is released", () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow("is in use by process");
    lock.release();
    lock.release();
    expect(existsSync(lockFile())).toBe(false);
    lockFolder(folder).release();
  });
});

test("a folder is made if need be, and a file in its place is named", () => {
  const deep = join(folder, "a", "b");
  lockFolder(deep).release();
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(() => lockFolder(file)).toThrow(
    `The data folder ${file} cannot be made because a file is in its place`,
  );
});
