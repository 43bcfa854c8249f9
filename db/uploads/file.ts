import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { and, eq } from "drizzle-orm";
import { err, ok, type Result } from "../../lib/result.ts";
import type { NoOpenUpload, TooLarge } from "../../lib/uploads/refusal.ts";
import { upload, uploadPart } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { isOpen } from "./uploads.ts";

/** Bytes of the file in one part, before they are deflated. */
const PART_BYTES = 256 * 1024;

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** What was kept. */
export interface KeptFile {
  readonly byteSize: number;
  /** SHA-256, in hexadecimal. */
  readonly fileHash: string;
}

/**
 * Keeps the file of an upload as it comes in, in deflated parts: memory does not grow with it. A file that was
 * kept before is replaced.
 *
 * Errors: `too-large` from more than `maxBytes` on, and then nothing is kept; `no-open-upload`.
 */
export async function keepFile(
  db: Db,
  id: string,
  content: AsyncIterable<Uint8Array>,
  { maxBytes = Number.POSITIVE_INFINITY, signal }: { maxBytes?: number; signal?: AbortSignal } = {},
): Promise<Result<KeptFile, NoOpenUpload | TooLarge>> {
  const [found] = await db
    .update(upload)
    .set({ byteSize: 0, fileHash: null })
    .where(isOpen(id))
    .returning({ number: upload.number });
  if (!found) return err({ kind: "no-open-upload", id });
  const { number } = found;
  await dropFile(db, number);
  const hash = createHash("sha256");
  let byteSize = 0;
  let part = 0;
  for await (const bytes of inParts(content)) {
    signal?.throwIfAborted();
    byteSize += bytes.length;
    if (byteSize > maxBytes) {
      await dropFile(db, number);
      return err({ kind: "too-large", maxBytes });
    }
    hash.update(bytes);
    await db.insert(uploadPart).values({ upload: number, part, deflated: await deflate(bytes) });
    part += 1;
  }
  const kept = { byteSize, fileHash: hash.digest("hex") };
  const saved = await db.update(upload).set(kept).where(isOpen(id)).returning({ number: upload.number });
  if (saved.length > 0) return ok(kept);
  await dropFile(db, number);
  return err({ kind: "no-open-upload", id });
}

/** The kept file of an upload from its first byte to its last, in parts; nothing when none is kept. */
export async function* readFile(db: Db, id: string): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const [found] = await db
      .select({ deflated: uploadPart.deflated })
      .from(uploadPart)
      .innerJoin(upload, eq(upload.number, uploadPart.upload))
      .where(and(eq(upload.id, id), eq(uploadPart.part, part)));
    if (!found) return;
    yield await inflate(found.deflated);
  }
}

async function dropFile(db: Db, number: number): Promise<void> {
  await db.delete(uploadPart).where(eq(uploadPart.upload, number));
}

/** The same bytes in parts of `PART_BYTES`, the last one shorter. */
async function* inParts(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of content) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.subarray(at, at + PART_BYTES - length);
      waiting.push(taken);
      length += taken.length;
      at += taken.length;
      if (length === PART_BYTES) {
        yield Buffer.concat(waiting);
        waiting = [];
        length = 0;
      }
    }
  }
  if (length > 0) yield Buffer.concat(waiting);
}
