import "server-only";
import { SendChoices } from "../../../lib/api/uploads.ts";
import { invariant } from "../../../lib/invariant.ts";
import { err, ok, type Result } from "../../../lib/result.ts";
import { issueWords } from "../../../lib/uploads/read-settings.ts";
import type { Call } from "../guarded-route.ts";
import { discard } from "../uploads/change.ts";
import { checkUpload } from "../uploads/check.ts";
import { type ReceiveRefusal, receiveFailure, receiveUploadWithFields } from "../uploads/receive.ts";
import { loadUpload } from "../uploads/review.ts";
import { answered, inOneLine, refused } from "./answers.ts";
import { commitAsked, standingInTheWay } from "./commit.ts";

/**
 * Keeps what was sent and checks it, and commits it if that was asked for and nothing is wrong with it. What cannot be
 * used, or may not be asked for, leaves nothing behind; nor does a file that was to be committed and brings nothing new.
 */
export async function send({ actor, request, refusalOf }: Call<unknown>): Promise<Response> {
  const received = await receiveUploadWithFields(request, actor);
  if (!received.ok) return notReceived(received.error);
  const { upload, fields } = received.value;
  const choices = await readChoices(fields, refusalOf);
  if (!choices.ok) {
    await discard(upload.id, actor);
    return choices.error;
  }
  const { wait, commit, strict, message = "" } = choices.value;
  const patience = wait * 1_000;
  await checkUpload(upload.id, patience);
  const view = await loadUpload(upload.id);
  invariant(view, "an upload that was just kept is stored");
  if (!commit) return answered(view, { status: 201 });
  const { base, errors, warnings } = view.upload;
  const isHeldUp = strict && view.standing.kind === "checked" && errors === 0 && warnings > 0;
  if (isHeldUp) return standingInTheWay("warning", view);
  const agreed = { base: base ?? 0, message, leaveOutErrors: false };
  return commitAsked(view, agreed, actor, { patience, isAtOnce: true });
}

/** What says what the file holds, not what is done with it. */
const ABOUT_THE_FILE = new Set(["name", "table", "settings"]);

async function readChoices(
  fields: ReadonlyMap<string, string>,
  refusalOf: Call<unknown>["refusalOf"],
): Promise<Result<SendChoices, Response>> {
  const given = [...fields].filter(([name]) => !ABOUT_THE_FILE.has(name));
  const choices = SendChoices.safeParse(Object.fromEntries(given));
  if (!choices.success) return err(refused("invalid-choices", `${issueWords(choices.error)}.`));
  const refusal = choices.data.commit ? await refusalOf("commit") : null;
  return refusal === null ? ok(choices.data) : err(refusal);
}

function notReceived(refusal: ReceiveRefusal): Response {
  const detail = inOneLine(receiveFailure(refusal));
  switch (refusal.kind) {
    case "settings":
      return refused("invalid-settings", detail);
    case "unreadable-file":
      return refused(
        refusal.refusal.kind === "file-too-large" ? "file-too-large" : "unreadable-file",
        detail,
      );
    default:
      return refused(refusal.kind, detail);
  }
}
