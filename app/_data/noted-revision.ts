import "server-only";
import { processWide } from "./process-wide.ts";

/** Tells this process that `revision` was committed. To be called by whatever commits. */
export function noteRevision(revision: number): void {
  memory().revision = revision;
}

/** The revision that this process was last told of; `null` before the first. */
export function notedRevision(): number | null {
  return memory().revision;
}

function memory(): { revision: number | null } {
  return processWide("revision", () => ({ revision: null as number | null }));
}
