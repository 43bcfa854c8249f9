import { err, ok, type Result } from "../../result.ts";
import { problemOf } from "../rules.ts";
import type { ReadingChoices } from "../settings.ts";
import type { UploadProblem } from "../staged.ts";
import { type ReadControl, startWatch } from "./control.ts";
import { findFormat, kindByName } from "./format.ts";
import { type OpenText, openText } from "./open-text.ts";
import type { ReadRefusal } from "./refusal.ts";
import { headOf, type UploadFile } from "./upload-file.ts";

/** A file that can be read. `notes` warn of how it is read. */
export type OpenUpload = OpenText & { readonly notes: readonly UploadProblem[] };

const HEAD_BYTES = 65_536;

/**
 * Finds out what a file is, by its bytes and never by its name, and how it is read: by what is found in it and the
 * editor's choices, which win. Each finding says what it rests on.
 *
 * Errors: what shows already that the file cannot be read; the rest shows when its rows are asked for.
 */
export async function openUpload(
  file: UploadFile,
  choices: ReadingChoices,
  control: ReadControl,
): Promise<Result<OpenUpload, ReadRefusal>> {
  const head = await headOf(file, startWatch(control), HEAD_BYTES);
  if (!head.ok) return head;
  if (head.value.length === 0) return err({ kind: "empty" });
  const format = findFormat(head.value);
  switch (format.kind) {
    case "text": {
      const opened = await openText(file, head.value, choices, control);
      return opened.ok ? ok({ ...opened.value, notes: nameNotes(file, "a text file") }) : opened;
    }
    case "other":
      return err({ kind: "not-a-table", found: format.found, remedy: format.remedy });
  }
}

function nameNotes({ name }: UploadFile, found: string): UploadProblem[] {
  const said = kindByName(name);
  return said === null || said === found ? [] : [problemOf("wrong-extension", { value: found })];
}
