import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { systemCode } from "./refusal.mjs";

/**
 * Runs `work` while no other process of this folder installs or builds, waiting for its turn.
 *
 * The lock is a file with the holder's process id; one left by a process that is gone is taken over.
 *
 * @template T
 * @param {string} root
 * @param {(holder: number) => void} onWait called once when another process holds the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(root, onWait, work) {
  const file = join(root, ".cache/setup.lock");
  mkdirSync(dirname(file), { recursive: true });
  let hasWaited = false;
  while (!take(file)) {
    const holder = holderOf(file);
    if (holder === null) {
      rmSync(file, { force: true });
      continue;
    }
    if (!hasWaited) onWait(holder);
    hasWaited = true;
    await wait(200);
  }
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {number | null} the living process that holds the lock
 */
function holderOf(file) {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    // An empty file reads as 0, which would ask about our own process group.
    if (!Number.isInteger(holder) || holder <= 0) return null;
    process.kill(holder, 0);
    return holder;
  } catch (error) {
    return systemCode(error) === "EPERM" ? Number(readFileSync(file, "utf8")) : null;
  }
}
