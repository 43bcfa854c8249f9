import "server-only";
import { writeAudit } from "../../../db/accounts/write-audit.ts";
import type { Db } from "../../../db/store.ts";
import { noteFailure } from "../../../db/uploads/attempt.ts";
import { rememberMapping } from "../../../db/uploads/column-mappings.ts";
import { type CommitReceipt, commitUpload } from "../../../db/uploads/commit.ts";
import { findUpload, type Upload } from "../../../db/uploads/uploads.ts";
import { by } from "../../../lib/auth/audit.ts";
import type { Actor } from "../../../lib/auth/person.ts";
import type { Plan } from "../../../lib/ingestion/plan.ts";
import { type Problem, problemWords } from "../../../lib/ingestion/problem.ts";
import type { StoreMovedOn } from "../../../lib/ingestion/store.ts";
import { countDeedsByTable, deedsInWords } from "../../../lib/revisions/row-deeds.ts";
import { rowsOfPlan } from "../../../lib/revisions/rows-of-plan.ts";
import { broughtRemedy } from "../../../lib/uploads/brought-rows.ts";
import { countsWords } from "../../../lib/uploads/comparison.ts";
import { headerSignature } from "../../../lib/uploads/map/columns.ts";
import type { CommitRefusal } from "../../../lib/uploads/refusal.ts";
import type { UploadSettings } from "../../../lib/uploads/settings.ts";
import type { Json, UploadFailure } from "../../../lib/uploads/upload.ts";
import { afterCommit } from "../committed.ts";
import { logFailure } from "../failure.ts";
import { store } from "../store.ts";
import { planBrought } from "./brought.ts";
import { compareAgain, PATIENCE } from "./check.ts";
import { CANCELLED, commitFailure } from "./failure-words.ts";
import { readKept } from "./kept-reading.ts";
import { settingsOf } from "./settings.ts";
import { type Task, workOn } from "./work.ts";

/** What an editor agreed to when they committed: the changes that they saw, worked out against revision `base`. */
export interface Agreed {
  readonly base: number;
  readonly message: string;
  readonly leaveOutErrors: boolean;
}

/** Why a commit was refused: nothing of it was stored. */
export type CommitReason =
  | (CommitRefusal | StoreMovedOn)["kind"]
  /** What the upload adds besides values breaks a rule of a data package. */
  | "unsound-additions"
  | "cancelled"
  | "unexpected";

/** How a commit came out; `working` when it goes on after whoever asked for it stopped waiting. */
export type CommitOutcome =
  | { readonly kind: "committed" | "nothing-to-do"; readonly receipt: CommitReceipt }
  | { readonly kind: "refused"; readonly reason: CommitReason; readonly failure: UploadFailure }
  | { readonly kind: "working" };

/**
 * Commits an upload as its dry run has it, by whom and why, with an entry in the audit log. If the store moved on since
 * the dry run, nothing is stored and a new dry run is begun. The work goes on in this process when it takes longer than
 * `patience` milliseconds; why it was refused is kept with the upload.
 */
export async function commitStaged(
  id: string,
  agreed: Agreed,
  actor: Actor,
  patience = PATIENCE,
): Promise<CommitOutcome> {
  const ended: { outcome: CommitOutcome } = { outcome: { kind: "working" } };
  const run = async (task: Task) => {
    ended.outcome = await commit(id, agreed, actor, task);
  };
  await workOn(id, "committing", run, patience);
  const { outcome } = ended;
  if (outcome.kind === "refused" && outcome.reason === "store-moved-on") {
    await compareAgain(id, { patience, because: outcome.failure });
  }
  return outcome;
}

async function commit(id: string, agreed: Agreed, actor: Actor, task: Task): Promise<CommitOutcome> {
  const { db } = await store();
  const refuse = async (reason: CommitReason, failure: UploadFailure): Promise<CommitOutcome> => {
    await noteFailure(db, id, failure);
    return { kind: "refused", reason, failure };
  };
  const refuseAs = (refusal: CommitRefusal | StoreMovedOn) => refuse(refusal.kind, commitFailure(refusal));
  const upload = await findUpload(db, id);
  if (upload === null) return refuseAs({ kind: "no-open-upload", id });
  if (upload.base !== null && upload.base !== agreed.base) {
    return refuseAs({ kind: "store-moved-on", planned: agreed.base, revision: upload.base });
  }
  const settings = settingsOf(upload);
  const brings = await planBrought(upload, settings);
  if (!brings.ok) {
    const says = `Nothing was committed: ${unsoundWords(brings.error)}`;
    return refuse("unsound-additions", { says, remedy: broughtRemedy(settings.brings), limit: null });
  }
  try {
    const committed = await commitUpload(db, id, {
      author: actor.name,
      message: agreed.message,
      leaveOutErrors: agreed.leaveOutErrors,
      brings: brings.value,
      alongside: (transaction, receipt) =>
        writeEntry(transaction, committedWords(upload, receipt, brings.value), receipt, actor),
      ...task.during("committing"),
    });
    if (!committed.ok) return refuseAs(committed.error);
    const receipt = committed.value;
    if (receipt.outcome === "committed") {
      await afterCommit(receipt.revision);
      await remember(db, upload, settings);
    }
    return { kind: receipt.outcome, receipt };
  } catch (error) {
    if (task.signal.aborted) {
      return refuse("cancelled", { ...CANCELLED, says: "The commit was cancelled: nothing was stored" });
    }
    const logged = logFailure(`committing the upload ${id}`, error);
    const remedy = `try again; the server’s log has the reason under ${logged}`;
    const says = "Nothing was committed: something went wrong on the server";
    return refuse("unexpected", { says, remedy, limit: null });
  }
}

/** The first problem, and how many there are besides; the page of the changes has all of them. */
function unsoundWords([first, ...others]: readonly Problem[]): string {
  if (first === undefined) return "what the upload adds is not sound";
  const words = `${first.resource}, ${problemWords(first)}`;
  if (others.length === 0) return words;
  return `${words}, and ${others.length === 1 ? "one problem" : `${others.length} problems`} more`;
}

async function writeEntry(
  transaction: Db,
  detail: string,
  { revision }: Pick<CommitReceipt, "revision">,
  actor: Actor,
): Promise<void> {
  await writeAudit(transaction, {
    ...by(actor),
    action: "upload-committed",
    subject: `revision ${revision}`,
    detail,
  });
}

/** `funding.csv: 3 new, 5 revised; 2 sources and 1 series added, 1 event changed`. */
function committedWords(
  { fileName }: Upload,
  { counts }: Pick<CommitReceipt, "counts">,
  brings: Plan,
): string {
  const deeds = deedsInWords(countDeedsByTable(rowsOfPlan(brings)));
  const rows = deeds.map(({ deed, rows }) => `${rows} ${deed}`).join(", ");
  return `${fileName}: ${countsWords(counts)}${rows === "" ? "" : `; ${rows}`}`;
}

/** The next file of this source with the same header is read the same way. */
async function remember(db: Db, upload: Upload, settings: UploadSettings): Promise<void> {
  const reading = await readKept(upload, settings);
  if (!reading.ok || reading.value.kind !== "table") return;
  const { mapping, defaults } = settings;
  await rememberMapping(db, {
    source: defaults.source ?? "",
    header: headerSignature(reading.value.survey.header),
    settings: { mapping } as unknown as Json,
  });
}
