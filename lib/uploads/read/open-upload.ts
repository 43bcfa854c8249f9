import { err, ok, type Result } from "../../result.ts";
import { problemOf } from "../rules.ts";
import type { ReadingChoices } from "../settings.ts";
import type { UploadProblem } from "../staged.ts";
import { refuseCompound } from "./compound.ts";
import { type ReadControl, startWatch } from "./control.ts";
import { findFormat, kindByName } from "./format.ts";
import { type OpenPackage, openPackage, packageFolder } from "./open-package.ts";
import { type OpenText, openText } from "./open-text.ts";
import type { ReadRefusal } from "./refusal.ts";
import { allOf, headOf, type UploadFile } from "./upload-file.ts";
import { type OpenWorkbook, openWorkbook } from "./workbook/open-workbook.ts";
import { openArchive } from "./zip/archive.ts";

/** A file that can be read: a table whose rows are asked for, or a data package. `notes` warn of how it is read. */
export type OpenUpload = (OpenText | OpenWorkbook | OpenPackage) & {
  readonly notes: readonly UploadProblem[];
};

/** An upload that is one table. */
export type OpenTable = Exclude<OpenUpload, { kind: "package" }>;

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
    case "zip":
      return openZip(file, choices, control);
    case "compound":
      return err(await refuseCompound(file, startWatch(control)));
    case "other":
      return err({ kind: "not-a-table", found: format.found, remedy: format.remedy });
  }
}

async function openZip(
  file: UploadFile,
  choices: ReadingChoices,
  control: ReadControl,
): Promise<Result<OpenUpload, ReadRefusal>> {
  const bytes = await allOf(file, startWatch(control));
  if (!bytes.ok) return bytes;
  const archive = openArchive(bytes.value, control.limits);
  if (!archive.ok) return archive;
  const { names } = archive.value;

  const folder = packageFolder(names);
  if (folder !== null) {
    const opened = await openPackage(archive.value, folder, control);
    return opened.ok ? ok({ ...opened.value, notes: nameNotes(file, "a data package") }) : opened;
  }
  const other = otherZip(names);
  if (other) return err(other);
  const opened = await openWorkbook(bytes.value, archive.value, choices, control);
  if (!opened.ok) return opened;
  return ok({ ...opened.value, notes: [...nameNotes(file, "a workbook"), ...opened.value.notes] });
}

const OTHERS: ReadonlyArray<readonly [part: RegExp, found: string]> = [
  [/^xl\/workbook\.bin$/, "a binary workbook (.xlsb)"],
  [/^word\//, "a Word document"],
  [/^ppt\//, "a PowerPoint presentation"],
  [/^mimetype$/, "an OpenDocument file (.ods)"],
  [/^Index\/.*\.iwa$/, "a Numbers document"],
];

function otherZip(names: readonly string[]): ReadRefusal | null {
  for (const [part, found] of OTHERS) {
    if (names.some((name) => part.test(name))) {
      return { kind: "not-a-table", found, remedy: "open it and save the table as .xlsx or CSV" };
    }
  }
  if (names.includes("[Content_Types].xml")) return null;
  const remedy = "unpack it and upload the table in it, or add a datapackage.json";
  return {
    kind: "not-a-table",
    found: "a zip archive that is neither a workbook nor a data package",
    remedy,
  };
}

function nameNotes({ name }: UploadFile, found: string): UploadProblem[] {
  const said = kindByName(name);
  return said === null || said === found ? [] : [problemOf("wrong-extension", { value: found })];
}
