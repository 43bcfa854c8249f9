import { err, ok, type Result } from "../../../result.ts";
import type { Watch } from "../control.ts";
import { createDecoder } from "../encoding.ts";
import type { ReadRefusal } from "../refusal.ts";
import type { Archive } from "../zip/archive.ts";
import { createXmlReader, type XmlHandlers } from "./xml.ts";

/**
 * Reads one XML part of an archive with `handlers`, and answers after each piece how much of it is read, as a share
 * of 1. Ends after a refusal: those of the archive, of the XML, of the handlers and of the watch.
 */
export async function* readInPieces(
  archive: Archive,
  name: string,
  handlers: XmlHandlers,
  watch: Watch,
): AsyncGenerator<Result<number, ReadRefusal>> {
  const reader = createXmlReader(name, handlers);
  let decoder: ReturnType<typeof createDecoder> | null = null;
  for (const piece of archive.pieces(name)) {
    if (!piece.ok) return yield piece;
    const { bytes, share } = piece.value;
    decoder ??= createDecoder(xmlEncoding(bytes));
    const text = decoder.next(bytes);
    const refusal = text === null ? notText(name) : (reader.push(text) ?? watch.take(0));
    if (refusal) return yield err(refusal);
    await watch.pause();
    yield ok(share);
  }
  const rest = decoder?.end() ?? null;
  const refusal = rest === null ? notText(name) : (reader.push(rest) ?? reader.end());
  if (refusal) yield err(refusal);
}

/** Reads a whole part; `null` when nothing is wrong with it. */
export async function readWhole(
  archive: Archive,
  name: string,
  handlers: XmlHandlers,
  watch: Watch,
): Promise<ReadRefusal | null> {
  for await (const piece of readInPieces(archive, name, handlers, watch)) if (!piece.ok) return piece.error;
  return null;
}

/** XML is UTF-8 unless it starts with the mark of UTF-16; spreadsheets write no other. */
function xmlEncoding([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function notText(part: string): ReadRefusal {
  return { kind: "damaged", part, because: "its bytes are no text" };
}
