import "server-only";
import { writeAudit } from "../../../db/accounts/write-audit.ts";
import { keepFile } from "../../../db/uploads/file.ts";
import {
  createUpload,
  discardUpload,
  findUpload,
  saveSettings,
  type Upload,
} from "../../../db/uploads/uploads.ts";
import { by } from "../../../lib/auth/audit.ts";
import type { Actor } from "../../../lib/auth/person.ts";
import { invariant } from "../../../lib/invariant.ts";
import { err, ok, type Result } from "../../../lib/result.ts";
import type { ReadRefusal } from "../../../lib/uploads/read/refusal.ts";
import { pastedFile, type UploadFile } from "../../../lib/uploads/read/upload-file.ts";
import { readSettings } from "../../../lib/uploads/read-settings.ts";
import { UploadSettings } from "../../../lib/uploads/settings.ts";
import type { Json, UploadFailure } from "../../../lib/uploads/upload.ts";
import { environment } from "../environment.ts";
import { store } from "../store.ts";
import { readFailure } from "./failure-words.ts";
import { propose, withProposal } from "./propose.ts";
import { receiveFile, type SendRefusal, type Sent } from "./sent-file.ts";

/** Why nothing of what was sent was kept. */
export type ReceiveRefusal =
  | SendRefusal
  | { readonly kind: "two-tables" }
  | { readonly kind: "settings"; readonly says: string }
  | { readonly kind: "unreadable-file"; readonly fileName: string; readonly refusal: ReadRefusal };

/**
 * Keeps the file that someone sent, or the table that they pasted, as a new upload: read through once, with the choices
 * that came with it and, where those leave it open, what its columns seem to mean. A file that cannot be read at all is
 * not kept, and the audit log has an entry only of one that is.
 *
 * Fields of a form: either `file`, or `table` with the text of a pasted one; `settings` as JSON (`UploadSettings`).
 */
export async function receiveUpload(request: Request, actor: Actor): Promise<Result<Upload, ReceiveRefusal>> {
  const received = await receiveUploadWithFields(request, actor);
  return received.ok ? ok(received.value.upload) : received;
}

/** The same, with all fields of the form, and what the address says besides. */
export async function receiveUploadWithFields(
  request: Request,
  actor: Actor,
): Promise<Result<{ readonly upload: Upload; readonly fields: Sent<unknown>["fields"] }, ReceiveRefusal>> {
  const received = await receiveFile(request, (name, content) => keep({ name, open: () => content }, actor));
  if (!received.ok) return received;
  const { fields, file } = received.value;
  const table = fields.get("table") ?? "";
  const isPasted = table.trim() !== "";
  if (file !== null && isPasted) {
    if (file.ok) await discardUpload((await store()).db, file.value.id);
    return err({ kind: "two-tables" });
  }
  const kept = file ?? (isPasted ? await keep(pastedFile(table), actor) : null);
  if (kept === null) return err({ kind: "no-file" });
  if (!kept.ok) return kept;
  const { db } = await store();
  const settings = settingsIn(fields.get("settings"));
  const proposed = settings.ok
    ? await proposeFor(kept.value, settings.value).catch(async (brokenOff) => {
        await discardUpload(db, kept.value.id);
        throw brokenOff;
      })
    : settings;
  if (!proposed.ok) {
    await discardUpload(db, kept.value.id);
    return proposed;
  }
  const { id, fileName, byteSize } = proposed.value;
  const detail = `${fileName}, ${byteSize.toLocaleString("en-GB")} bytes`;
  await writeAudit(db, { ...by(actor), action: "upload-staged", subject: id, detail });
  return ok({ upload: proposed.value, fields });
}

const LONGEST_NAME = 200;

async function keep({ name, open }: UploadFile, actor: Actor): Promise<Result<Upload, ReceiveRefusal>> {
  const { db } = await store();
  const fileName = shownName(name);
  const created = await createUpload(db, { author: actor.name, fileName });
  const maxBytes = environment().uploadLimits.bytes;
  const kept = await keepFile(db, created.id, open(), { maxBytes }).catch(async (brokenOff) => {
    await discardUpload(db, created.id);
    throw brokenOff;
  });
  const refusal: ReadRefusal | null = !kept.ok
    ? { kind: "file-too-large", most: maxBytes }
    : kept.value.byteSize === 0
      ? { kind: "empty" }
      : null;
  if (refusal !== null) {
    await discardUpload(db, created.id);
    return err({ kind: "unreadable-file", fileName, refusal });
  }
  return ok(await found(created.id));
}

async function proposeFor(upload: Upload, settings: UploadSettings): Promise<Result<Upload, ReceiveRefusal>> {
  const proposed = await propose(upload, settings);
  if (!proposed.ok) {
    return err({ kind: "unreadable-file", fileName: upload.fileName, refusal: proposed.error });
  }
  const complete = proposed.value === null ? settings : withProposal(settings, proposed.value);
  const saved = await saveSettings((await store()).db, upload.id, complete as unknown as Json);
  invariant(saved.ok, "an upload that was just kept is open");
  return saved;
}

async function found(id: string): Promise<Upload> {
  const upload = await findUpload((await store()).db, id);
  invariant(upload, "an upload that was just kept is stored");
  return upload;
}

function settingsIn(text: string | undefined): Result<UploadSettings, ReceiveRefusal> {
  if (text === undefined || text.trim() === "") return ok(UploadSettings.parse({}));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ kind: "settings", says: "they are not JSON" });
  }
  const read = readSettings(json);
  return read.ok ? read : err({ kind: "settings", says: read.error });
}

/** A name to be shown: without a path, without what cannot be seen, and of bounded length. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const visible = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return visible.slice(0, LONGEST_NAME) || "unnamed file";
}

/** What a refusal to keep something says to whoever sent it. */
export function receiveFailure(refusal: ReceiveRefusal): UploadFailure {
  switch (refusal.kind) {
    case "no-file":
      return { says: "Nothing was sent", remedy: "choose a file, or paste a table", limit: null };
    case "two-tables":
      return {
        says: "Nothing was kept: both a file and a pasted table were sent",
        remedy: "choose one of them",
        limit: null,
      };
    case "unreadable-form":
      return { says: "What was sent is not a form with a file", remedy: "send it again", limit: null };
    case "field-too-long":
      return {
        says: `The field ${refusal.field} is longer than ${(refusal.most / 1_000_000).toLocaleString("en-GB")} MB`,
        remedy: "save the table as a file and send that",
        limit: null,
      };
    case "settings":
      return { says: `The settings cannot be read: ${refusal.says}`, remedy: "mend them", limit: null };
    case "unreadable-file": {
      const failure = readFailure(refusal.refusal);
      return { ...failure, says: `${refusal.fileName}: ${lowerFirst(failure.says)}` };
    }
  }
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
