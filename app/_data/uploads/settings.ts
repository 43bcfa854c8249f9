import "server-only";
import type { Upload } from "../../../db/uploads/uploads.ts";
import { UploadSettings } from "../../../lib/uploads/settings.ts";

/**
 * The choices that an editor made for an upload. Those that this version cannot read count as not made: the upload can
 * still be gone on with, or discarded.
 */
export function settingsOf({ settings }: Pick<Upload, "settings">): UploadSettings {
  const read = UploadSettings.safeParse(settings);
  return read.success ? read.data : UploadSettings.parse({});
}
