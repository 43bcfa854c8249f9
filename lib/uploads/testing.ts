import type { ReadControl } from "./read/control.ts";
import { DEFAULT_LIMITS, type ReadLimits } from "./read/limits.ts";
import { openUpload } from "./read/open-upload.ts";
import type { ReadRefusal } from "./read/refusal.ts";
import type { Row } from "./read/row.ts";
import { fileOf, type UploadFile } from "./read/upload-file.ts";
import { ReadingChoices } from "./settings.ts";
import type { UploadProblem } from "./staged.ts";

/** No bounds but the default limits. */
export const FREELY: ReadControl = { limits: DEFAULT_LIMITS, signal: null, now: null, pause: null };

/** The default limits but for some. */
export function within(limits: Partial<ReadLimits>): ReadControl {
  return { ...FREELY, limits: { ...DEFAULT_LIMITS, ...limits } };
}

/** No choice made: everything as found. */
export const AS_FOUND: ReadingChoices = ReadingChoices.parse({});

/** A file of text in UTF-8. */
export function aFile(text: string, name = "table.csv"): UploadFile {
  return fileOf(name, new TextEncoder().encode(text));
}

/** Text in UTF-16, without a byte-order mark unless the text has one. */
export function utf16(text: string, order: "le" | "be" = "le"): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), order === "le");
  return bytes;
}

/** What comes of reading a whole file: all its rows and problems, or the refusal that ended it. */
export type ReadOutcome =
  | { readonly rows: readonly Row[]; readonly problems: readonly UploadProblem[] }
  | { readonly refusal: ReadRefusal };

/** Opens a file and reads every row of it. */
export async function readFully(
  file: UploadFile,
  choices: Partial<ReadingChoices> = {},
  control: ReadControl = FREELY,
): Promise<ReadOutcome> {
  const opened = await openUpload(file, { ...AS_FOUND, ...choices }, control);
  if (!opened.ok) return { refusal: opened.error };
  if (opened.value.kind === "package") throw new Error(`${file.name} is a data package`);
  const rows: Row[] = [];
  const problems: UploadProblem[] = [...opened.value.notes];
  for await (const batch of opened.value.rows()) {
    if (!batch.ok) return { refusal: batch.error };
    rows.push(...batch.value.rows);
    problems.push(...batch.value.problems);
  }
  return { rows, problems };
}

/** The cells of every row of a file. */
export async function cellsOf(
  file: UploadFile,
  choices: Partial<ReadingChoices> = {},
): Promise<readonly (readonly string[])[]> {
  const outcome = await readFully(file, choices);
  if ("refusal" in outcome) throw new Error(`${file.name} is refused: ${outcome.refusal.kind}`);
  return outcome.rows.map(({ cells }) => cells);
}
