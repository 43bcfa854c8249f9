import { readFileSync } from "node:fs";

/**
 * Whether a process of this host still runs: the same id, started at the same moment, and no zombie.
 * `startedAt` is what `startOf` said of it; `null` where that was unknown.
 *
 * Plain JavaScript, because a start reads it before there are any packages.
 *
 * @param {{ readonly pid: number, readonly startedAt: string | null }} who
 */
export function isRunning({ pid, startedAt }) {
  if (!isSignalable(pid)) return false;
  const found = processOf(pid);
  if (!found) return true;
  return !found.isDead && (startedAt === null || startedAt === found.startedAt);
}

/**
 * When a process started, which tells it from a later one with the same id; `null` where the system does not say.
 *
 * @param {number} pid
 */
export function startOf(pid) {
  return processOf(pid)?.startedAt ?? null;
}

/** @param {number} pid */
function isSignalable(pid) {
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
 *
 * @param {number} pid
 */
function processOf(pid) {
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
