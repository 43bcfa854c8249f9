import { lt, max } from "drizzle-orm";
import type { CommitNote, StoreMovedOn } from "../../lib/ingestion/store.ts";
import { invariant } from "../../lib/invariant.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { revision } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { errorCode, StoreError } from "../store-error.ts";

/** What a revision does to observations: for its row, which is written before they are. */
export interface RevisionCounts {
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
}

/** What a roll-back undoes: a revision, or one series of it. */
export interface Undone {
  readonly undoes: number;
  readonly undoesSeries: string | null;
}

/**
 * Runs `work` in one transaction: all of it is stored or none. Within it `refuse` gives all of it up, and
 * `takeRevision` does so when the store has moved on; the refusal is answered here.
 *
 * A commit for which the disk has no room throws `StoreError` `disk-full` and stores nothing.
 */
export async function inOneCommit<Value, Refusal = never>(
  db: Db,
  work: (transaction: Db, refuse: (refusal: Refusal) => never) => Promise<Value>,
): Promise<Result<Value, Refusal | StoreMovedOn>> {
  const refuse = (refusal: Refusal): never => {
    throw new Refused(refusal);
  };
  try {
    return ok(await db.transaction((transaction) => work(transaction, refuse)));
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal as Refusal | StoreMovedOn);
    throw isDiskFull(error) ? diskFull(error) : error;
  }
}

/**
 * Takes the next revision number, if the newest revision is still `base`. Taking it waits for whoever holds one to
 * commit, so the look at the newest revision that follows sees every commit before ours. To be called inside
 * `inOneCommit`.
 */
export async function takeRevision(
  transaction: Db,
  base: number,
  note: CommitNote,
  counts: RevisionCounts,
  undone?: Undone,
): Promise<number> {
  const [taken] = await transaction
    .insert(revision)
    .values({ ...note, ...counts, ...undone })
    .returning({ number: revision.number });
  invariant(taken, "a stored revision answers its number");
  const [before] = await transaction
    .select({ newest: max(revision.number) })
    .from(revision)
    .where(lt(revision.number, taken.number));
  const newest = before?.newest ?? 0;
  if (newest !== base) throw new Refused({ kind: "store-moved-on", planned: base, revision: newest });
  return taken.number;
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

/** Rolls the transaction back; turned into a refusal by `inOneCommit` above. */
class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: unknown;

  constructor(refusal: unknown) {
    super("the commit is refused");
    this.refusal = refusal;
  }
}
