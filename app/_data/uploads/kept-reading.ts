import "server-only";
import { readFile } from "../../../db/uploads/file.ts";
import type { Upload } from "../../../db/uploads/uploads.ts";
import { ok, type Result } from "../../../lib/result.ts";
import { type Survey, surveyTable } from "../../../lib/uploads/map/survey.ts";
import type { ReadControl } from "../../../lib/uploads/read/control.ts";
import { type OpenTable, type OpenUpload, openUpload } from "../../../lib/uploads/read/open-upload.ts";
import type { ReadRefusal } from "../../../lib/uploads/read/refusal.ts";
import type { UploadFile } from "../../../lib/uploads/read/upload-file.ts";
import type { ReadingChoices, UploadSettings } from "../../../lib/uploads/settings.ts";
import { LruCache } from "../lru-cache.ts";
import { processWide } from "../process-wide.ts";
import { store } from "../store.ts";
import { readControl } from "./limits.ts";

type WithoutRows<Table> = Table extends OpenTable ? Omit<Table, "rows"> : never;

/** How the file of an upload is read: as a table whose columns were surveyed, or as a data package. */
export type KeptReading =
  | { readonly kind: "table"; readonly table: WithoutRows<OpenTable>; readonly survey: Survey }
  | { readonly kind: "package" };

const READINGS_KEPT = 8;

/**
 * Reads the kept file of an upload through once, to tell how it is read and what its columns hold. What is found follows
 * from the file and the choices, so the last few are kept in memory.
 */
export function readKept(
  upload: Pick<Upload, "id" | "fileName" | "fileHash">,
  { reading }: Pick<UploadSettings, "reading">,
): Promise<Result<KeptReading, ReadRefusal>> {
  const readings = processWide(
    "upload-readings",
    () => new LruCache<Result<KeptReading, ReadRefusal>>(READINGS_KEPT),
  );
  const key = JSON.stringify([upload.fileName, upload.fileHash, reading]);
  return readings.get(key, () => survey(upload, reading));
}

async function survey(
  upload: Pick<Upload, "id" | "fileName">,
  reading: ReadingChoices,
): Promise<Result<KeptReading, ReadRefusal>> {
  const opened = await openKept(upload, reading, readControl());
  if (!opened.ok) return opened;
  if (opened.value.kind === "package") return ok({ kind: "package" });
  const surveyed = await surveyTable(opened.value, reading.header);
  if (!surveyed.ok) return surveyed;
  const { rows: _, ...table } = opened.value;
  return ok({ kind: "table", table, survey: surveyed.value });
}

/** Opens the kept file of an upload. */
export async function openKept(
  upload: Pick<Upload, "id" | "fileName">,
  reading: ReadingChoices,
  control: ReadControl,
): Promise<Result<OpenUpload, ReadRefusal>> {
  const { db } = await store();
  const file: UploadFile = { name: upload.fileName, open: () => readFile(db, upload.id) };
  return openUpload(file, reading, control);
}
