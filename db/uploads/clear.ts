import { and, eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { pause } from "../pause.ts";
import { rowsOf } from "../rows.ts";
import {
  stagedChange,
  stagedObservation,
  stagedProblem,
  stagedSeries,
  upload,
  uploadPart,
} from "../schema/index.ts";
import type { Db } from "../store.ts";
import { errorCode } from "../store-error.ts";

/** What of an upload goes: for staging it anew, once it is committed, or all of it. */
const CLEARED = {
  staged: [stagedObservation, stagedChange, stagedProblem],
  committed: [stagedObservation, stagedChange],
  everything: [stagedObservation, stagedChange, stagedProblem, uploadPart],
} as const;

const ROWS_PER_STATEMENT = 5_000;

/**
 * Removes what is staged of an upload, in short statements. Called outside a transaction it also gives the space
 * free for the next upload, since the embedded database has no autovacuum that would: a table that holds nothing else
 * is emptied at once.
 */
export async function clearStaged(
  db: Db,
  number: number,
  what: keyof typeof CLEARED,
  { isWithinCommit = false, signal }: { isWithinCommit?: boolean; signal?: AbortSignal } = {},
): Promise<void> {
  for (const table of CLEARED[what]) {
    if (!isWithinCommit && (await emptyUnlessShared(db, table, number))) continue;
    const removed = await removeRows(db, table, number, signal);
    if (removed > 0 && !isWithinCommit) await db.execute(sql`vacuum ${table}`);
  }
  if (what !== "committed") await db.delete(stagedSeries).where(eq(stagedSeries.upload, number));
}

/**
 * Removes what is left of uploads that ended, where the process that ended one was killed before it had cleared it.
 * Answers of how many.
 */
export async function clearLeftBehind(db: Db): Promise<number> {
  const ended = [
    { state: "committed", what: "committed" },
    { state: "discarded", what: "everything" },
  ] as const;
  let cleared = 0;
  for (const { state, what } of ended) {
    const holds = CLEARED[what].map(
      (table) => sql`exists (select from ${table} where upload = ${upload.number})`,
    );
    const left = await db
      .select({ number: upload.number })
      .from(upload)
      .where(and(eq(upload.state, state), sql`(${sql.join(holds, sql` or `)})`));
    for (const { number } of left) await clearStaged(db, number, what);
    cleared += left.length;
  }
  return cleared;
}

const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Empties a table in which no other upload has rows, and answers whether it did: not if someone else is at work on it,
 * who is not waited for.
 */
async function emptyUnlessShared(db: Db, table: PgTable, number: number): Promise<boolean> {
  try {
    return await db.transaction(async (transaction) => {
      await transaction.execute(sql`lock table ${table} in access exclusive mode nowait`);
      const [found] = await rowsOf<{ shared: boolean }>(
        transaction,
        sql`select exists (select from ${table} where upload < ${number})
          or exists (select from ${table} where upload > ${number}) as shared`,
      );
      if (!found || found.shared) return false;
      await transaction.execute(sql`truncate ${table}`);
      return true;
    });
  } catch (error) {
    if (errorCode(error) === LOCK_NOT_AVAILABLE) return false;
    throw error;
  }
}

async function removeRows(
  db: Db,
  table: PgTable,
  number: number,
  signal: AbortSignal | undefined,
  which = sql``,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const [part] = await rowsOf<{ rows: number }>(
      db,
      sql`with gone as (
        delete from ${table} where ctid = any(array(
          select ctid from ${table} where upload = ${number} ${which} limit ${ROWS_PER_STATEMENT}
        )) returning 1
      ) select count(*)::int as rows from gone`,
    );
    removed += part?.rows ?? 0;
    if ((part?.rows ?? 0) < ROWS_PER_STATEMENT) return removed;
    await pause(signal);
  }
}

/** Removes what an earlier comparison kept. */
export async function clearComparison(
  db: Db,
  number: number,
  { signal }: { signal?: AbortSignal } = {},
): Promise<void> {
  await removeRows(db, stagedChange, number, signal);
  await removeRows(db, stagedProblem, number, signal, sql`and found_by = 'comparing'`);
}
