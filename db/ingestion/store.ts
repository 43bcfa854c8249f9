import { lt, max, sql } from "drizzle-orm";
import type { Plan } from "../../lib/ingestion/plan.ts";
import type { CommitNote, IngestionStore } from "../../lib/ingestion/store.ts";
import { invariant } from "../../lib/invariant.ts";
import { err, ok } from "../../lib/result.ts";
import { latestRevision } from "../queries/revision.ts";
import { observation, revision } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { errorCode, StoreError } from "../store-error.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { writePlan } from "./write-plan.ts";

/** From so many rows on the planner is told at once; the embedded database has no autovacuum to do it later. */
const BULK = 1_000;

/**
 * The ingestion store over the database; see `IngestionStore` for what it promises. A commit for which the
 * disk has no room throws `StoreError` `disk-full` and stores nothing.
 */
export function ingestionStore(db: Db): IngestionStore {
  return {
    currentRevision: async () => (await latestRevision(db))?.number ?? 0,
    snapshot: (seriesCodes) =>
      db.transaction((transaction) => readSnapshot(transaction, seriesCodes), {
        isolationLevel: "repeatable read",
        accessMode: "read only",
      }),
    commit: async (plan, note) => {
      try {
        const number = await db.transaction((transaction) => commit(transaction, plan, note));
        if (plan.observations.added.length >= BULK) await db.execute(sql`analyze ${observation}`);
        return ok(number);
      } catch (error) {
        if (error instanceof MovedOn) {
          return err({ kind: "store-moved-on", planned: plan.base, revision: error.newest });
        }
        throw isDiskFull(error) ? diskFull(error) : error;
      }
    },
  };
}

/**
 * Taking a revision number waits for whoever holds one to commit, so the look at the newest revision that
 * follows sees every commit before ours.
 */
async function commit(db: Db, plan: Plan, note: CommitNote): Promise<number> {
  const [taken] = await db
    .insert(revision)
    .values({ ...note, ...observationCounts(plan) })
    .returning({ number: revision.number });
  invariant(taken, "a stored revision answers its number");
  const [before] = await db
    .select({ newest: max(revision.number) })
    .from(revision)
    .where(lt(revision.number, taken.number));
  const newest = before?.newest ?? 0;
  if (newest !== plan.base) throw new MovedOn(newest);
  await writePlan(db, plan, taken.number);
  return taken.number;
}

/** A value that becomes missing is withdrawn, not revised. */
function observationCounts({ observations: { added, revised } }: Plan) {
  const withdrawn = revised.filter(
    ({ before, after }) => before.value !== null && after.value === null,
  ).length;
  return { added: added.length, revised: revised.length - withdrawn, withdrawn };
}

/** PostgreSQL's own code, or that of the file system below the embedded store. */
function isDiskFull(error: unknown): boolean {
  const code = errorCode(error);
  return code === "53100" || code === "ENOSPC" || code === "EDQUOT";
}

function diskFull(cause: unknown): StoreError {
  return new StoreError(
    "disk-full",
    "The disk that holds the store is full and nothing was stored: free some space and start again.",
    cause,
  );
}

/** Rolls the transaction back; turned into a refusal by `commit` above. */
class MovedOn extends Error {
  override readonly name = "MovedOn";
  readonly newest: number;

  constructor(newest: number) {
    super(`the store is at revision ${newest}`);
    this.newest = newest;
  }
}
