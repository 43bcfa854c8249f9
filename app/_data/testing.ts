import { ingestionStore } from "../../db/ingestion/store.ts";
import { figure } from "../../db/schema/index.ts";
import type { Store } from "../../db/store.ts";
import { openTestStore } from "../../db/testing.ts";
import { ingest } from "../../lib/ingestion/ingest.ts";
import type { PackageFiles } from "../../lib/ingestion/read-package.ts";
import { invariant } from "../../lib/invariant.ts";
import { noteRevision } from "./noted-revision.ts";

/** The day on which routes and loaders under test are asked. */
export const TODAY = "2026-11-23";

/**
 * Makes a store the one that loaders, actions and routes of this process work on: an embedded one in memory unless
 * given, as in a process that has kept nothing yet. Close it when done.
 */
export async function serveTestStore(opening: Promise<Store> = openTestStore()): Promise<Store> {
  process.env.BUBBLESCOPE_TODAY = TODAY;
  process.env.AUTH_SECRET = "a secret that only tests know, and that all of them do";
  const store = await opening;
  Object.assign(globalThis, {
    [Symbol.for("bubblescope.ready-store")]: Promise.resolve(store),
    [Symbol.for("bubblescope.views")]: undefined,
    [Symbol.for("bubblescope.bodies")]: undefined,
    [Symbol.for("bubblescope.revision")]: undefined,
  });
  return store;
}

/** Commits a package through the ingestion pipeline, as an upload would, and answers the revision it became. */
export async function commitPackage(store: Store, files: PackageFiles, message = "test"): Promise<number> {
  const note = { author: "tester", message, kind: "import" as const, fileHash: "0".repeat(64) };
  const committed = await ingest(ingestionStore(store.db), files, TODAY, note);
  invariant(committed.ok, "the package is sound");
  noteRevision(committed.value.revision);
  return committed.value.revision;
}

/** Puts a figure on the dashboard whose stored specification no longer reads, as one of an older version might. */
export async function addUnreadableFigure(store: Store, name: string): Promise<void> {
  await store.db.insert(figure).values({ name, position: 99, spec: {} as never, isOnDashboard: true });
}
