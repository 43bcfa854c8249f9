import "server-only";
import { latestRevision } from "../../db/queries/revision.ts";
import { storeTag } from "../../lib/api/entity-tag.ts";
import { buildId } from "./build-id.ts";
import { today } from "./clock.ts";
import { notedRevision } from "./noted-revision.ts";
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
 * known.
 */
export async function standing(): Promise<Standing> {
  const revision = await currentRevision();
  const day = today();
  return { revision, today: day, tag: storeTag(revision, day, buildId()) };
}

async function currentRevision(): Promise<number> {
  const { db, kind } = await store();
  const noted = kind === "embedded" ? notedRevision() : null;
  return noted ?? (await latestRevision(db))?.number ?? 0;
}
