import "server-only";
import { writeAudit } from "../../db/accounts/write-audit.ts";
import { heldIn } from "../../db/ingestion/read-snapshot.ts";
import { latestRevision } from "../../db/queries/revision.ts";
import { commitEdit } from "../../db/revisions/edit.ts";
import { storedTables } from "../../db/revisions/stored-rows.ts";
import type { RowEdit } from "../../db/revisions/write-rows.ts";
import { type AuditAction, by } from "../../lib/auth/audit.ts";
import type { Actor } from "../../lib/auth/person.ts";
import type { EditedTable } from "../../lib/editing/edited-table.ts";
import type { Snapshot } from "../../lib/ingestion/store.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import type { StoredTables } from "../../lib/revisions/row-change.ts";
import { afterCommit } from "./committed.ts";
import { store } from "./store.ts";

/** Commits of others between looking and storing after which an edit is given back rather than tried again. */
const ATTEMPTS = 5;

/** The store as an edit finds it. */
export interface FoundStore {
  readonly tables: StoredTables;
  readonly snapshot: Snapshot;
}

/** An edit to be stored, and what the audit log says of it. */
export interface PlannedEdit {
  readonly put?: RowEdit["put"];
  readonly remove?: RowEdit["remove"];
  readonly audit: { readonly action: AuditAction; readonly subject: string; readonly detail: string };
}

/** What the audit log calls a change of a row of each table. */
export const EDITED_AS: Readonly<Record<EditedTable, AuditAction>> = {
  series: "series-edited",
  sources: "source-edited",
  events: "event-edited",
  eras: "era-edited",
  rounds: "round-edited",
  figures: "figure-edited",
  indicators: "indicator-edited",
  thresholds: "threshold-edited",
};

/** Others stored something each time before the edit could be. */
export interface TooBusy {
  readonly kind: "too-busy";
}

/**
 * Plans an edit on the newest state of the store and stores it as one revision, with its entry in the audit log; a plan
 * without an edit stores nothing, and its revision is null. When another commit comes in between, the edit is planned
 * again on what that left. Refused as `plan` refuses it.
 */
export async function storeEdit<Plan extends { readonly edit: PlannedEdit | null }, Refusal>(
  { actor, message }: { readonly actor: Actor; readonly message: string },
  plan: (found: FoundStore) => Promise<Result<Plan, Refusal>>,
): Promise<Result<Plan & { readonly revision: number | null }, Refusal | TooBusy>> {
  const { db } = await store();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = await findStore();
    const planned = await plan(found);
    if (!planned.ok) return planned;
    if (planned.value.edit === null) return ok({ ...planned.value, revision: null });
    const { put = {}, remove = [], audit } = planned.value.edit;
    const committed = await commitEdit(
      db,
      { put, remove },
      {
        author: actor.name,
        message,
        base: found.snapshot.revision,
        also: (transaction, revision) =>
          writeAudit(transaction, {
            ...by(actor),
            ...audit,
            detail: `revision ${revision}: ${audit.detail}`,
          }),
      },
    );
    if (!committed.ok) continue;
    await afterCommit(committed.value);
    return ok({ ...planned.value, revision: committed.value });
  }
  return err({ kind: "too-busy" });
}

/** One consistent view of the small tables. */
export async function findStore(): Promise<FoundStore> {
  const { db } = await store();
  return db.transaction(
    async (transaction) => {
      const tables = await storedTables(transaction);
      const revision = (await latestRevision(transaction))?.number ?? 0;
      return { tables, snapshot: { revision, ...heldIn(tables), observed: new Set<string>() } };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
