import "server-only";
import type { Upload } from "../../../db/uploads/uploads.ts";
import { UploadSettings } from "../../../lib/uploads/settings.ts";

/** The choices that an editor made for an upload. */
export function settingsOf({ settings }: Pick<Upload, "settings">): UploadSettings {
  return UploadSettings.parse(settings);
}
