import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";

/** Who holds a lock. `startedAt` tells a process from a later one with the same id; null where unknown. */
export const LockOwner = z.strictObject({
  pid: z.int().positive(),
  startedAt: z.string().nullable(),
  host: z.string(),
  token: z.string().regex(/^[0-9a-f-]{36}$/),
});
export type LockOwner = z.infer<typeof LockOwner>;

/** This process as the owner of a lock it is about to take. */
export function thisProcess(): LockOwner {
  return {
    pid: process.pid,
    startedAt: processOf(process.pid)?.startedAt ?? null,
    host: hostname(),
    token: randomUUID(),
  };
}

/** The owner written in a lock's text, or null if the text is not one of ours. */
export function parseOwner(text: string): LockOwner | null {
  try {
    return LockOwner.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether a process of this host still runs: the same id, started at the same moment, and no zombie. */
export function isRunning(owner: LockOwner): boolean {
  if (!isSignalable(owner.pid)) return false;
  const found = processOf(owner.pid);
  if (!found) return true;
  return !found.isDead && (owner.startedAt === null || owner.startedAt === found.startedAt);
}

function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * State and start of a process as Linux tells them (proc_pid_stat(5), fields 3 and 22), or null on other
 * systems. Start times count from boot, so they are told apart by the boot's own id.
 */
function processOf(pid: number): { isDead: boolean; startedAt: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // The second field is the command in brackets and may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { isDead: fields[0] === "Z" || fields[0] === "X", startedAt: `${boot}:${fields[19]}` };
  } catch {
    return null;
  }
}
