import { and, eq, type InferInsertModel, sql } from "drizzle-orm";
import { err, type Result } from "../../lib/result.ts";
import type { Superseded } from "../../lib/uploads/refusal.ts";
import type { UploadFailure } from "../../lib/uploads/upload.ts";
import { upload } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { isOpen } from "./uploads.ts";

/** One go at staging an upload or at comparing it. A later one, or a discard, supersedes it. */
export interface Attempt {
  readonly id: string;
  readonly number: number;
  readonly attempt: number;
}

/** The clock's time, not that of the transaction's start: pieces tell with it that they are still being done. */
const NOW = sql`clock_timestamp()`;

type UploadChange = Partial<InferInsertModel<typeof upload>>;

/** Begins an attempt at an upload that may still be changed; null if there is none of this id. */
export async function beginAttempt(db: Db, id: string, change: UploadChange): Promise<Attempt | null> {
  const [begun] = await db
    .update(upload)
    .set({
      workStartedAt: NOW,
      workSeenAt: NOW,
      failure: null,
      ...change,
      attempt: sql`${upload.attempt} + 1`,
    })
    .where(isOpen(id))
    .returning({ id: upload.id, number: upload.number, attempt: upload.attempt });
  return begun ?? null;
}

/**
 * Does one short piece of an attempt in one transaction, and notes on the upload how far it is. If the attempt was
 * superseded, nothing is done and `whileCurrent` answers so.
 */
export function inAttempt<Value>(
  db: Db,
  { id, attempt }: Attempt,
  change: UploadChange,
  work: (transaction: Db) => Promise<Value>,
): Promise<Value> {
  return db.transaction(async (transaction) => {
    const current = await transaction
      .update(upload)
      .set({ workSeenAt: NOW, ...change })
      .where(and(isOpen(id), eq(upload.attempt, attempt)))
      .returning({ number: upload.number });
    if (current.length === 0) throw new Stopped();
    return work(transaction);
  });
}

/**
 * Ends whatever is being staged or compared of an upload, in this process or in another: its next piece finds that it
 * was superseded. What it did so far is not a result, and why is kept.
 */
export async function endAttempt(db: Db, id: string, failure: UploadFailure): Promise<void> {
  await db
    .update(upload)
    .set({ failure, attempt: sql`${upload.attempt} + 1` })
    .where(isOpen(id));
}

/** Keeps why a commit of an upload was refused, until it is staged or compared the next time. */
export async function noteFailure(db: Db, id: string, failure: UploadFailure): Promise<void> {
  await db.update(upload).set({ failure }).where(isOpen(id));
}

/** Does the pieces of an attempt, unless it is superseded on the way. */
export async function whileCurrent<Value, Refusal>(
  { id }: Attempt,
  work: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | Superseded>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stopped) return err({ kind: "superseded", id });
    throw error;
  }
}

class Stopped extends Error {
  override readonly name = "Stopped";
}
