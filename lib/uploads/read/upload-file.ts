import { err, ok, type Result } from "../../result.ts";
import type { Watch } from "./control.ts";
import type { ReadRefusal } from "./refusal.ts";

/** A file as an editor sent it. It may be opened as often as it needs to be read. */
export interface UploadFile {
  /** As the editor's computer calls it; shown and compared with the content, never used as a path. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** A table pasted into the page, as a file of its own; spreadsheets put tabs between the cells they copy. */
export function pastedFile(text: string): UploadFile {
  return fileOf("pasted table", new TextEncoder().encode(text));
}

/** A file whose bytes are all at hand. */
export function fileOf(name: string, bytes: Uint8Array): UploadFile {
  return {
    name,
    async *open() {
      yield bytes;
    },
  };
}

const PIECE_BYTES = 65_536;

/** The bytes of a file in pieces small enough that what is made of one never matters; ends after a refusal. */
export async function* pieces(
  file: UploadFile,
  watch: Watch,
): AsyncGenerator<Result<Uint8Array, ReadRefusal>> {
  for await (const bytes of file.open()) {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      const refusal = watch.take(piece.length);
      if (refusal) {
        yield err(refusal);
        return;
      }
      yield ok(piece);
    }
  }
}

/** The first bytes of a file, at most `most`. */
export async function headOf(
  file: UploadFile,
  watch: Watch,
  most: number,
): Promise<Result<Uint8Array, ReadRefusal>> {
  const head = new Uint8Array(most);
  let length = 0;
  for await (const piece of pieces(file, watch)) {
    if (!piece.ok) return piece;
    const taken = piece.value.subarray(0, most - length);
    head.set(taken, length);
    length += taken.length;
    if (length === most) break;
  }
  return ok(head.subarray(0, length));
}

/** The whole file in memory, which the limit on bytes bounds. */
export async function allOf(file: UploadFile, watch: Watch): Promise<Result<Uint8Array, ReadRefusal>> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces(file, watch)) {
    if (!piece.ok) return piece;
    parts.push(piece.value.slice());
  }
  const whole = new Uint8Array(watch.bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return ok(whole);
}
