import "server-only";
import { writeAudit } from "../../../db/accounts/write-audit.ts";
import { endAttempt } from "../../../db/uploads/attempt.ts";
import { discardUpload, saveSettings } from "../../../db/uploads/uploads.ts";
import { by } from "../../../lib/auth/audit.ts";
import type { Actor } from "../../../lib/auth/person.ts";
import { ok, type Result } from "../../../lib/result.ts";
import { isSameJson } from "../../../lib/same-json.ts";
import type { NoOpenUpload } from "../../../lib/uploads/refusal.ts";
import { UploadSettings } from "../../../lib/uploads/settings.ts";
import type { Json } from "../../../lib/uploads/upload.ts";
import { store } from "../store.ts";
import { checkUpload, compareAgain, PATIENCE } from "./check.ts";
import { CANCELLED } from "./failure-words.ts";
import { loadUpload } from "./review.ts";
import { makeWay, stopWork } from "./work.ts";

/**
 * Keeps other choices for an upload and works out anew what follows from them: all of it, or only the comparison when
 * the rows are read as before. Choices that are the same change nothing.
 */
export async function changeSettings(
  id: string,
  change: (settings: UploadSettings) => UploadSettings,
  { patience = PATIENCE, check = true }: { readonly patience?: number; readonly check?: boolean } = {},
): Promise<Result<void, NoOpenUpload>> {
  const found = await loadUpload(id);
  if (found === null) return { ok: false, error: { kind: "no-open-upload", id } };
  const { settings, standing } = found;
  const changed = UploadSettings.parse(change(settings));
  const isSame = isSameJson(changed, settings);
  if (isSame && (!check || standing.kind === "checked")) return ok(undefined);
  const isReadAsBefore =
    standing.kind === "checked" && isSameJson({ ...changed, missingRows: settings.missingRows }, settings);
  if (!isSame) {
    await makeWay(id);
    const saved = await saveSettings((await store()).db, id, changed as unknown as Json, {
      rowsAre: isReadAsBefore ? "same" : "other",
    });
    if (!saved.ok) return saved;
  }
  if (isReadAsBefore) await compareAgain(id, { patience });
  else if (check) await checkUpload(id, patience);
  return ok(undefined);
}

/** Stops what is being done with an upload, in whichever instance. */
export async function cancelWork(id: string): Promise<void> {
  await stopWork(id);
  await endAttempt((await store()).db, id, CANCELLED);
}

/** Gives an upload up, with an entry in the audit log. */
export async function discard(id: string, actor: Actor): Promise<Result<void, NoOpenUpload>> {
  const { db } = await store();
  await stopWork(id);
  const discarded = await discardUpload(db, id);
  if (!discarded.ok) return discarded;
  const detail = discarded.value.fileName;
  await writeAudit(db, { ...by(actor), action: "upload-discarded", subject: id, detail });
  return ok(undefined);
}
