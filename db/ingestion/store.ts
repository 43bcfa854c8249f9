import { eq } from "drizzle-orm";
import { isEmptyPlan, type Plan } from "../../lib/ingestion/plan.ts";
import type { CommitNote, Committed, IngestionStore } from "../../lib/ingestion/store.ts";
import type { ObservationRow } from "../../lib/ingestion/tables.ts";
import { invariant } from "../../lib/invariant.ts";
import { isNothingToDo } from "../../lib/uploads/comparison.ts";
import type { StagedObservation } from "../../lib/uploads/staged.ts";
import { latestRevision } from "../queries/revision.ts";
import { inOneCommit, takeRevision } from "../revisions/commit.ts";
import { editOfPlan } from "../revisions/plan-edit.ts";
import { writeRows } from "../revisions/write-rows.ts";
import { upload } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { beginAttempt } from "../uploads/attempt.ts";
import { clearStaged } from "../uploads/clear.ts";
import { type Comparison, compareRows } from "../uploads/compare.ts";
import { type StagedBatch, stageRows } from "../uploads/stage.ts";
import { noteGrowth, storeChanges } from "../uploads/store-changes.ts";
import { createUpload } from "../uploads/uploads.ts";
import { readSnapshot } from "./read-snapshot.ts";

/**
 * The ingestion store over the database; see `IngestionStore` for what it promises. A commit for which the
 * disk has no room throws `StoreError` `disk-full` and stores nothing.
 *
 * Observations are staged, compared and stored by the same code as those of an upload, here within the one
 * transaction of the commit, so that nothing of a package is left when it fails.
 */
export function ingestionStore(db: Db): IngestionStore {
  return {
    currentRevision: async () => (await latestRevision(db))?.number ?? 0,
    snapshot: (values) =>
      db.transaction((transaction) => readSnapshot(transaction, values), {
        isolationLevel: "repeatable read",
        accessMode: "read only",
      }),
    commit: async (plan, note) => {
      const committed = await inOneCommit(db, (transaction) => commit(transaction, plan, note));
      if (committed.ok && committed.value.outcome === "committed") {
        const { added, revised } = committed.value.observations;
        await noteGrowth(db, added + revised);
      }
      return committed;
    },
  };
}

async function commit(transaction: Db, plan: Plan, note: CommitNote): Promise<Committed> {
  const { id } = await createUpload(transaction, { author: note.author, fileName: "data package" });
  const attempt = await beginAttempt(transaction, id, {});
  invariant(attempt, "an upload that was just created is open");
  await stageRows(transaction, attempt, inBatches(plan.observations), null, {});
  const newSeries = plan.series.added;
  const { counts } = await compareRows(transaction, attempt, plan.base, { newSeries });
  const committed = await storePlan(transaction, plan, note, counts, attempt.number);
  await clearStaged(transaction, attempt.number, "everything", { isWithinCommit: true });
  await transaction.delete(upload).where(eq(upload.id, id));
  return committed;
}

async function storePlan(
  transaction: Db,
  plan: Plan,
  note: CommitNote,
  counts: Comparison["counts"],
  number: number,
): Promise<Committed> {
  const { added, revised, withdrawn, unchanged, missing } = counts;
  const observations = { added, revised: revised + withdrawn, unchanged, missing };
  if (isNothingToDo(counts) && isEmptyPlan(plan)) {
    return { outcome: "nothing-to-do", revision: plan.base, observations };
  }
  const revision = await takeRevision(transaction, plan.base, note, counts);
  await writeRows(transaction, await editOfPlan(transaction, plan), revision);
  await storeChanges(transaction, number, revision, {});
  return { outcome: "committed", revision, observations };
}

const ROWS_PER_BATCH = 2_000;

function* inBatches(rows: readonly ObservationRow[]): Generator<StagedBatch> {
  for (let at = 0; at < rows.length; at += ROWS_PER_BATCH) {
    const observations = rows
      .slice(at, at + ROWS_PER_BATCH)
      .map((row, index): StagedObservation => ({ ...row, row: at + index + 1, column: "value", cell: null }));
    yield { observations, problems: [] };
  }
}
