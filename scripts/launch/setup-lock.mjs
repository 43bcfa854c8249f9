import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isRunning, startOf } from "../../db/running.mjs";
import { systemCode } from "./refusal.mjs";

const pollMs = 100;
const separator = ",";
/** What rename(2) says where a folder that is not empty stands; Windows says so of any folder. */
const isTaken = new Set([
  "ENOTEMPTY",
  "EEXIST",
  ...(process.platform === "win32" ? ["EPERM", "EACCES"] : []),
]);

/**
 * Runs `work` while no other process of this folder installs or builds, waiting for its turn.
 *
 * The lock is a folder with one file in it that bears its holder's name. It is put in its place whole, by
 * rename(2), which fails while a folder with a file stands there: a lock is never without a name. What a process
 * that is gone has left is removed by that name, which no later holder bears, so that however late this comes it
 * takes nobody else's lock away.
 *
 * @template T
 * @param {string} root
 * @param {(holder: number) => void} onWait called once when another process holds the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(root, onWait, work) {
  const cache = join(root, ".cache");
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, "setup-lock");
  const me = [process.pid, startOf(process.pid) ?? "", randomUUID()].join(separator);
  let hasWaited = false;
  for (let holder = holderOf(lock); holder !== null || !take(lock, me); holder = holderOf(lock)) {
    if (holder === null) continue;
    if (!hasWaited) onWait(holder);
    hasWaited = true;
    await wait(pollMs);
  }
  const release = () => remove(lock, me);
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/**
 * @param {string} lock
 * @param {string} me
 */
function take(lock, me) {
  const mine = `${lock}.${me}`;
  mkdirSync(mine);
  writeFileSync(join(mine, me), "");
  try {
    renameSync(mine, lock);
    return true;
  } catch (error) {
    rmSync(mine, { recursive: true });
    if (isTaken.has(systemCode(error))) return false;
    throw error;
  }
}

/**
 * The living process that holds the lock; takes away the name of one that is gone.
 *
 * @param {string} lock
 * @returns {number | null}
 */
function holderOf(lock) {
  for (const name of namesIn(lock)) {
    const [pid, startedAt] = name.split(separator);
    if (isRunning({ pid: Number(pid), startedAt: startedAt || null })) return Number(pid);
    remove(lock, name);
  }
  return null;
}

/**
 * @param {string} lock
 * @param {string} name
 */
function remove(lock, name) {
  rmSync(join(lock, name), { force: true });
  try {
    rmdirSync(lock);
  } catch (error) {
    // Another process removed the empty folder first, or has put its own in its place.
    if (systemCode(error) !== "ENOENT" && !isTaken.has(systemCode(error))) throw error;
  }
}

/** @param {string} lock */
function namesIn(lock) {
  try {
    return readdirSync(lock);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}
