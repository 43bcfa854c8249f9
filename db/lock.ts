import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { type LockOwner, parseOwner, thisProcess } from "./lock-owner.ts";
import { isRunning } from "./running.mjs";
import { errorCode, folderError, StoreError } from "./store-error.ts";

const LOCK = "bubblescope.lock";
const CLAIM = `${LOCK}.after-`;
const HEARTBEAT_MS = 5_000;
/** A holder on another host cannot be asked; it counts as gone when it has not shown itself for this long. */
const SILENCE_MS = 30_000;

/** The exclusive use of a data folder. */
export interface FolderLock {
  /** Gives the folder up; doing it twice is harmless. */
  release(): void;
}

interface Held {
  readonly owner: LockOwner | null;
  readonly lastSeen: number;
}

/**
 * Takes the exclusive use of `folder`, making it if need be. The lock is a file that names its holder; it is
 * refused while the holder lives, and taken over when the holder is gone without having released it.
 *
 * A lock is only ever taken by link(2), which fails if the name exists. A stale lock is not removed, as two
 * processes could each remove the other's. Instead a process claims the succession of the stale token by
 * linking `bubblescope.lock.after-TOKEN`: one process only can be the successor of a token, and only the
 * successor may put its own lock in the stale one's place. A successor that dies before it did so has a
 * token of its own, with a successor of its own.
 *
 * `onLost` is called if another host took the folder over while this process was suspended.
 *
 * Throws `StoreError`: `locked`, `not-writable`, `disk-full`, `no-hard-links`.
 */
export function lockFolder(folder: string, onLost: () => void = () => {}): FolderLock {
  const owner = thisProcess();
  const mine = join(folder, `${LOCK}.${owner.token}`);
  try {
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(mine, `${JSON.stringify(owner)}\n`, { flag: "wx" });
      while (!tryTake(folder, mine)) {}
    } finally {
      rmSync(mine, { force: true });
    }
  } catch (error) {
    throw folderError(folder, error);
  }
  return hold(folder, owner, onLost);
}

/** One attempt; false when somebody else changed the lock meanwhile, and all is to be looked at again. */
function tryTake(folder: string, mine: string): boolean {
  const lock = join(folder, LOCK);
  if (link(mine, lock, folder)) return true;
  const stale = read(lock);
  if (!stale) return false;

  let last = stale;
  for (;;) {
    refuseWhileAlive(folder, last);
    const claim = successionOf(folder, last);
    if (link(mine, claim, folder)) break;
    const successor = read(claim);
    if (!successor) return false;
    last = successor;
  }
  // Claims are cleared away once a successor holds the lock. A claim made after that is void.
  if (tokenOf(read(lock)) !== tokenOf(stale)) {
    rmSync(successionOf(folder, last), { force: true });
    return false;
  }
  renameSync(mine, lock);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(CLAIM)) rmSync(join(folder, name), { force: true });
  }
  return true;
}

function hold(folder: string, owner: LockOwner, onLost: () => void): FolderLock {
  const lock = join(folder, LOCK);
  const isMine = () => tokenOf(read(lock)) === owner.token;
  const release = () => {
    clearInterval(heartbeat);
    process.off("exit", release);
    if (isMine()) rmSync(lock, { force: true });
  };
  const heartbeat = setInterval(() => {
    if (isMine()) {
      utimesSync(lock, new Date(), new Date());
    } else {
      release();
      onLost();
    }
  }, HEARTBEAT_MS).unref();
  process.on("exit", release);
  return { release };
}

function refuseWhileAlive(folder: string, { owner, lastSeen }: Held): void {
  const silentFor = Date.now() - lastSeen;
  const isHere = owner !== null && owner.host === hostname();
  const isAlive = isHere ? isRunning(owner) : silentFor < SILENCE_MS;
  if (!isAlive) return;

  const holder = owner ? `process ${owner.pid} on ${owner.host}` : "a process that is just starting";
  const remedy = isHere
    ? "stop it, or choose another folder with --data"
    : `stop it, wait ${SILENCE_MS / 1000} s if it is already gone, or choose another folder with --data`;
  throw new StoreError("locked", `The data folder ${folder} is in use by ${holder}: ${remedy}.`);
}

function successionOf(folder: string, { owner }: Held): string {
  return join(folder, `${CLAIM}${owner?.token ?? "unreadable"}`);
}

function tokenOf(held: Held | null): string | null {
  return held?.owner?.token ?? null;
}

function read(path: string): Held | null {
  try {
    const lastSeen = statSync(path).mtimeMs;
    return { owner: parseOwner(readFileSync(path, "utf8")), lastSeen };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Gives `existing` a second name; false if that name is taken. */
function link(existing: string, name: string, folder: string): boolean {
  try {
    linkSync(existing, name);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === "EEXIST") return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EOPNOTSUPP" && code !== "ENOSYS") throw error;
    throw new StoreError(
      "no-hard-links",
      `The data folder ${folder} is on a file system without hard links: choose a folder on a local disk with --data.`,
      error,
    );
  }
}
