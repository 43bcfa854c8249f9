import "server-only";
import { latestRevision } from "../../db/queries/revision.ts";
import { storeTag } from "../../lib/api/entity-tag.ts";
import { buildId } from "./build-id.ts";
import { today } from "./clock.ts";
import { processWide } from "./process-wide.ts";
import { store } from "./store.ts";

/** What an answer is made of: the store's revision, the day, and both with the build as one tag. */
export interface Standing {
  readonly revision: number;
  readonly today: string;
  readonly tag: string;
}

/**
 * Where the store stands now; revision 0 is an empty store. A PostgreSQL server is asked each time, as any other
 * instance may have committed. The embedded store has no writer but this process, so what was last committed is
 * remembered.
 */
export async function standing(): Promise<Standing> {
  const revision = await currentRevision();
  const day = today();
  return { revision, today: day, tag: storeTag(revision, day, buildId()) };
}

/** Tells this process that `revision` was committed. To be called by whatever commits. */
export function noteRevision(revision: number): void {
  memory().revision = revision;
}

async function currentRevision(): Promise<number> {
  const { db, kind } = await store();
  const remembered = memory();
  if (kind === "embedded" && remembered.revision !== null) return remembered.revision;
  remembered.revision = (await latestRevision(db))?.number ?? 0;
  return remembered.revision;
}

function memory(): { revision: number | null } {
  return processWide("revision", () => ({ revision: null as number | null }));
}
