import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Plan } from "../../lib/ingestion/plan.ts";
import { isEmptyPlan } from "../../lib/ingestion/plan.ts";
import type { StoreMovedOn } from "../../lib/ingestion/store.ts";
import type { Result } from "../../lib/result.ts";
import { type ChangeCounts, isNothingToDo, withdrawsMissing } from "../../lib/uploads/comparison.ts";
import type { CommitRefusal } from "../../lib/uploads/refusal.ts";
import { inOneCommit, takeRevision } from "../revisions/commit.ts";
import { editOfPlan } from "../revisions/plan-edit.ts";
import { writeRows } from "../revisions/write-rows.ts";
import { series, source, stagedProblem, stagedSeries, upload } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { clearStaged } from "./clear.ts";
import type { Working } from "./stage.ts";
import { noteGrowth, storeChanges } from "./store-changes.ts";
import { isOpen } from "./uploads.ts";

/** What a commit did. `nothing-to-do`: the store says already all that the upload says. */
export interface CommitReceipt {
  readonly outcome: "committed" | "nothing-to-do";
  /** The revision that holds the upload. */
  readonly revision: number;
  readonly counts: ChangeCounts;
}

export interface CommitOptions extends Working {
  readonly author: string;
  readonly message: string;
  /** The sources, series and other rows that the upload brings, planned against the revision it was compared with. */
  readonly brings?: Plan;
  /** Whether rows with errors are left out on purpose. */
  readonly leaveOutErrors?: boolean;
  /** Written in the transaction of a commit that makes a revision, so that there is neither without the other. */
  readonly alongside?: (transaction: Db, receipt: CommitReceipt) => Promise<void>;
}

/**
 * Stores what `compareUpload` found, with the rows that the upload brings to other tables, as one revision in one
 * transaction, all or nothing; nobody sees any of it before. An upload that changes nothing makes no revision.
 *
 * Refused, with nothing stored, when the newest revision is no longer the one that was compared with
 * (`store-moved-on`: compare again), and for the reasons of `CommitRefusal`. No row can be left out, with errors or by
 * hand, while values missing from the file are withdrawn: the row that was not read may be the one that is missing.
 *
 * A signal that is aborted stops it with the signal's reason and nothing stored. On the embedded store every other
 * query waits for a commit.
 */
export async function commitUpload(
  db: Db,
  id: string,
  { author, message, brings, leaveOutErrors = false, alongside, ...working }: CommitOptions,
): Promise<Result<CommitReceipt, CommitRefusal | StoreMovedOn>> {
  const committed = await inOneCommit<CommitReceipt & { number: number }, CommitRefusal | StoreMovedOn>(
    db,
    async (transaction, refuse) => {
      const [open] = await transaction.select().from(upload).where(isOpen(id)).for("update");
      if (!open) return refuse({ kind: "no-open-upload", id });
      const { number, base, summary, fileHash } = open;
      if (open.state !== "staged") return refuse({ kind: "not-staged", id });
      if (base === null || summary === null) return refuse({ kind: "not-compared", id });
      const canLeaveOut = leaveOutErrors && !(await isWholeFileInDoubt(transaction, open));
      if (open.errors > 0 && !canLeaveOut) return refuse({ kind: "has-errors", errors: open.errors });
      if (open.rowsLeftOut > 0 && withdrawsMissing(summary)) {
        return refuse({ kind: "left-out-rows", rows: open.rowsLeftOut });
      }
      if (brings && brings.base !== base) {
        return refuse({ kind: "store-moved-on", planned: base, revision: brings.base });
      }
      const { missingAre: _, ...counts } = summary;
      if (isNothingToDo(counts) && (!brings || isEmptyPlan(brings))) {
        return { outcome: "nothing-to-do", revision: base, counts, number };
      }
      const note = { author, message, kind: "import", fileHash } as const;
      const revision = await takeRevision(transaction, base, note, counts);
      if (brings) await writeRows(transaction, await editOfPlan(transaction, brings), revision);
      const codes = await unknownSeries(transaction, number);
      if (codes.length > 0) return refuse({ kind: "unknown-series", codes });
      const keys = await unknownSources(transaction, open.citedSources);
      if (keys.length > 0) return refuse({ kind: "unknown-sources", keys });
      await storeChanges(transaction, number, revision, working);
      await transaction.update(upload).set({ state: "committed", revision }).where(isOpen(id));
      const receipt = { outcome: "committed", revision, counts } as const;
      await alongside?.(transaction, receipt);
      return { ...receipt, number };
    },
  );
  if (!committed.ok) return committed;
  const { number, ...receipt } = committed.value;
  if (receipt.outcome === "committed") {
    await clearStaged(db, number, "committed");
    const { added, revised, withdrawn } = receipt.counts;
    await noteGrowth(db, added + revised + withdrawn);
  }
  return { ok: true, value: receipt };
}

/** An error that is about the whole file, or one that may stand in the place of a value that counts as missing. */
async function isWholeFileInDoubt(db: Db, open: typeof upload.$inferSelect): Promise<boolean> {
  if (open.summary && withdrawsMissing(open.summary)) return true;
  const aboutFile = and(
    eq(stagedProblem.upload, open.number),
    eq(stagedProblem.row, 0),
    eq(stagedProblem.severity, "error"),
  );
  return (await db.$count(stagedProblem, aboutFile)) > 0;
}

async function unknownSeries(db: Db, number: number): Promise<string[]> {
  const rows = await db
    .select({ code: stagedSeries.code })
    .from(stagedSeries)
    .leftJoin(series, eq(series.code, stagedSeries.code))
    .where(and(eq(stagedSeries.upload, number), or(isNull(series.id), isNotNull(series.retiredRevision))))
    .orderBy(stagedSeries.number);
  return rows.map(({ code }) => code);
}

async function unknownSources(db: Db, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const found = await db
    .select({ key: source.key })
    .from(source)
    .where(inArray(source.key, [...keys]));
  const known = new Set(found.map(({ key }) => key));
  return keys.filter((key) => !known.has(key));
}
