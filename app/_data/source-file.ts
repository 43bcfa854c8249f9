import "server-only";
import { revisionEntry } from "../../db/revisions/history.ts";
import { readFile } from "../../db/uploads/file.ts";
import { store } from "./store.ts";

/** The file that a revision was read from, as it was sent, in parts that are read as they are asked for. */
export interface KeptSourceFile {
  readonly name: string;
  readonly byteSize: number;
  readonly content: AsyncGenerator<Uint8Array>;
}

/** The file that a revision was read from; `null` when there is no such revision, or none is kept of it. */
export async function sourceFileOf(number: number): Promise<KeptSourceFile | null> {
  const { db } = await store();
  const file = (await revisionEntry(db, number))?.sourceFile ?? null;
  if (file === null) return null;
  return { name: file.fileName, byteSize: file.byteSize, content: readFile(db, file.upload) };
}
