import "server-only";
import type { UploadProblemName } from "../../../lib/api/upload-problems.ts";
import type { CommitRequest } from "../../../lib/api/uploads.ts";
import type { Actor } from "../../../lib/auth/person.ts";
import { invariant } from "../../../lib/invariant.ts";
import type { Severity } from "../../../lib/uploads/staged.ts";
import { discard } from "../uploads/change.ts";
import { type CommitOutcome, type CommitReason, commitStaged } from "../uploads/commit.ts";
import { loadProblems, loadUpload, type UploadView } from "../uploads/review.ts";
import { answered, asAnswer, asFound, inOneLine, refused } from "./answers.ts";

/** How many of the problems that stand in the way are told with the refusal. */
const FIRST = 20;

interface Manner {
  /** Milliseconds to wait for the end of it. */
  readonly patience: number;
  /** Whether the same call sent the file: one that brings nothing new is then not kept. */
  readonly isAtOnce?: boolean;
}

/** Commits an upload by what someone agreed to who saw its changes, and answers what came of it. */
export async function commitAsked(
  view: UploadView,
  agreed: CommitRequest,
  actor: Actor,
  { patience, isAtOnce = false }: Manner,
): Promise<Response> {
  const standsInTheWay = notReady(view);
  if (standsInTheWay) return standsInTheWay;
  const { id } = view.upload;
  const outcome = await commitStaged(id, agreed, actor, patience);
  const isDiscarded = isAtOnce && outcome.kind === "nothing-to-do";
  if (isDiscarded) await discard(id, actor);
  const after = await loadUpload(id);
  invariant(after, "an upload is found again, whatever became of it");
  if (outcome.kind === "working") return answered(after);
  if (outcome.kind === "refused") return notCommitted(outcome, after);
  return answered(after, { status: isAtOnce && !isDiscarded ? 201 : 200, receipt: receiptOf(outcome) });
}

/** What a commit did, as programs see it. */
function receiptOf({ kind, receipt }: Extract<CommitOutcome, { kind: "committed" | "nothing-to-do" }>) {
  const { revision, counts } = receipt;
  return { outcome: kind, revision, counts, page: `/admin/revisions/${revision}` };
}

/** Why an upload cannot be committed as it stands, whatever the store holds; `null` when that is to be tried. */
function notReady(view: UploadView): Response | null {
  const upload = asAnswer(view);
  switch (view.standing.kind) {
    case "checked":
      return null;
    case "committed":
      return refused("upload-closed", `It was committed as revision ${view.standing.revision}.`, { upload });
    case "discarded":
      return refused("upload-closed", "It was discarded: send the file again.", { upload });
    case "working": {
      const detail = `Nothing was committed: ask again at ${upload.links.self}, and commit when it is checked.`;
      return refused("still-working", detail, { upload });
    }
    case "unchecked":
    case "interrupted": {
      const remedy = `change what is in the way and check again, by PATCH of ${upload.links.self}`;
      const failure = upload.failure ?? { says: "Its check ended before it was done", remedy };
      return refused("not-checked", inOneLine(failure), { upload });
    }
  }
}

const PROBLEM_OF: Readonly<Record<CommitReason, UploadProblemName>> = {
  "no-open-upload": "upload-closed",
  superseded: "superseded",
  "not-staged": "not-checked",
  "not-compared": "not-checked",
  "has-errors": "has-errors",
  "left-out-rows": "left-out-rows",
  "store-moved-on": "store-moved-on",
  "unknown-series": "unknown-series",
  "unknown-sources": "unknown-sources",
  "unsound-additions": "unsound-additions",
  cancelled: "cancelled",
  unexpected: "unexpected",
};

async function notCommitted(
  { reason, failure }: Extract<CommitOutcome, { kind: "refused" }>,
  view: UploadView,
): Promise<Response> {
  if (reason === "has-errors") return standingInTheWay("error", view);
  return refused(PROBLEM_OF[reason], inOneLine(failure), { upload: asAnswer(view) });
}

const REMEDY: Readonly<Record<Severity, string>> = {
  error: "mend them, or leave their rows out",
  warning: "look at them, and then commit without strict",
};

/** The refusal of a commit for what is wrong with the file, with the first of it. */
export async function standingInTheWay(severity: Severity, view: UploadView): Promise<Response> {
  const search = { severity, rule: null, offset: 0, limit: FIRST };
  const { problems, total } = await loadProblems(view.upload.id, search);
  const upload = asAnswer(view);
  const left = `${total.toLocaleString("en-GB")} ${severity}${total === 1 ? " is" : "s are"} left`;
  return refused(
    severity === "error" ? "has-errors" : "has-warnings",
    `Nothing was committed: ${left}; ${REMEDY[severity]}. All of them: ${upload.links.problems}`,
    { upload, problems: problems.map(asFound) },
  );
}
