import "server-only";
import { invariant } from "../../../lib/invariant.ts";
import { readSettings } from "../../../lib/uploads/read-settings.ts";
import type { UploadSettings } from "../../../lib/uploads/settings.ts";
import { changeSettings } from "../uploads/change.ts";
import { readFailure } from "../uploads/failure-words.ts";
import { propose, withProposal } from "../uploads/propose.ts";
import { loadUpload, type UploadView } from "../uploads/review.ts";
import { answered, asAnswer, inOneLine, refused } from "./answers.ts";

/**
 * Puts the settings that are given in the place of those of an upload, and has it checked anew; one that ended without a
 * result is checked anew in any case. What the columns mean is proposed again where the settings leave it open.
 */
export async function changeAsked(view: UploadView, given: unknown, patience: number): Promise<Response> {
  const { upload, settings, standing } = view;
  if (standing.kind === "committed" || standing.kind === "discarded") return closed(view);
  const changed = readSettings(given, settings);
  if (!changed.ok) return refused("invalid-settings", `${changed.error}.`);
  const proposed =
    changed.value.mapping === null
      ? await propose(upload, changed.value)
      : { ok: true as const, value: null };
  if (!proposed.ok) return refused("unreadable-file", inOneLine(readFailure(proposed.error)));

  const change = (now: UploadSettings): UploadSettings => {
    const merged = readSettings(given, now);
    if (!merged.ok) return now;
    return proposed.value === null ? merged.value : withProposal(merged.value, proposed.value);
  };
  const saved = await changeSettings(upload.id, change, { patience });
  const after = await loadUpload(upload.id);
  invariant(after, "an upload is found again, whatever became of it");
  return saved.ok ? answered(after) : closed(after);
}

/** The refusal to change an upload that is over. */
export function closed(view: UploadView): Response {
  const upload = asAnswer(view);
  return refused("upload-closed", `It is ${upload.state}: send the file again.`, { upload });
}
