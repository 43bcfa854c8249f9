import type { Watch } from "./control.ts";
import type { ReadRefusal } from "./refusal.ts";
import { pieces, type UploadFile } from "./upload-file.ts";

/** Names of the streams in an OLE compound file, in UTF-16. A workbook with a password is packed into one of these. */
const PROTECTED = "EncryptedPackage";
const OLD_WORKBOOKS = ["Workbook", "Book"];

/**
 * Why a compound file is not read: it holds a workbook behind a password, a workbook of the kind before 2007, or
 * something else, such as an old Word document.
 */
export async function refuseCompound(file: UploadFile, watch: Watch): Promise<ReadRefusal> {
  const found = new Set<string>();
  let tail = "";
  for await (const piece of pieces(file, watch)) {
    if (!piece.ok) return piece.error;
    const text = tail + new TextDecoder("latin1").decode(piece.value);
    for (const name of [PROTECTED, ...OLD_WORKBOOKS]) if (text.includes(wide(name))) found.add(name);
    tail = text.slice(-wide(PROTECTED).length);
    await watch.pause();
  }
  if (found.has(PROTECTED)) return { kind: "password-protected" };
  if (OLD_WORKBOOKS.some((name) => found.has(name))) return { kind: "legacy-xls" };
  const remedy = "open it, copy the table and paste it, or save it as .xlsx";
  return { kind: "not-a-table", found: "a document of an old Office program", remedy };
}

function wide(name: string): string {
  return Array.from(name, (letter) => `${letter}\0`).join("");
}
