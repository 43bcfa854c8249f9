import { Inflate } from "fflate";
import { err, ok, type Result } from "../../../result.ts";
import type { ReadLimits } from "../limits.ts";
import type { ReadRefusal } from "../refusal.ts";
import { crc32 } from "./crc.ts";
import { readDirectory, type ZipEntry } from "./directory.ts";

/** A zip archive whose parts are inflated piece by piece, all of them together within the limit. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * The bytes of a part in order, with how much of it has been read, as a share of 1; ends after a refusal:
   * `damaged`, or `zip-bomb` by its size or by its ratio. No more than a piece is ever inflated ahead.
   */
  pieces(name: string): Generator<Result<{ bytes: Uint8Array; share: number }, ReadRefusal>>;
}

/** Deflate makes at most 1032 bytes out of one: a piece of this size inflates to 8 MB at the very worst. */
const PACKED_PIECE = 8192;
/** Small parts may be repetitive: the ratio counts from here on. */
const RATIO_FROM = 1_000_000;
const STORED = 0;
const DEFLATED = 8;

/** Opens an archive. Errors: those of `readDirectory`. */
export function openArchive(
  bytes: Uint8Array,
  limits: Pick<ReadLimits, "unzippedBytes" | "unzipRatio" | "zipEntries">,
): Result<Archive, ReadRefusal> {
  const directory = readDirectory(bytes, limits);
  if (!directory.ok) return directory;
  const entries = directory.value;
  let unzipped = 0;

  function bombIn({ name }: ZipEntry, packed: number, size: number, added: number): ReadRefusal | null {
    unzipped += added;
    const { unzippedBytes, unzipRatio } = limits;
    if (unzipped > unzippedBytes) {
      return { kind: "zip-bomb", limit: "unzippedBytes", most: unzippedBytes, part: name };
    }
    return size > RATIO_FROM && size > packed * unzipRatio
      ? { kind: "zip-bomb", limit: "unzipRatio", most: unzipRatio, part: name }
      : null;
  }

  function* pieces(name: string): ReturnType<Archive["pieces"]> {
    const entry = entries.get(name);
    if (!entry) return yield damaged(name, "it is not there");
    const inflate = inflater(entry);
    if (!inflate) return yield damaged(name, `it is packed by method ${entry.method}`);
    let size = 0;
    let crc = 0;
    for (let at = 0; at < entry.packed.length; at += PACKED_PIECE) {
      const packed = entry.packed.subarray(at, at + PACKED_PIECE);
      const read = at + packed.length;
      const bytes = inflate(packed, read === entry.packed.length);
      if (!bytes) return yield damaged(name, "its packed bytes are not sound");
      size += bytes.length;
      const bomb = bombIn(entry, read, size, bytes.length);
      if (bomb) return yield err(bomb);
      crc = crc32(bytes, crc);
      if (bytes.length > 0) yield ok({ bytes, share: read / entry.packed.length });
    }
    if (size !== entry.size) yield damaged(name, `it holds ${size} bytes and declares ${entry.size}`);
    else if (crc !== entry.crc) yield damaged(name, "its check sum is wrong");
  }

  return ok({ names: [...entries.keys()], has: (name) => entries.has(name), pieces });
}

/** Turns packed bytes into bytes, in order; `null` when they are not sound. */
function inflater({ method }: ZipEntry): ((packed: Uint8Array, isLast: boolean) => Uint8Array | null) | null {
  if (method === STORED) return (packed) => packed;
  if (method !== DEFLATED) return null;
  let made: Uint8Array[] = [];
  const stream = new Inflate((bytes) => made.push(bytes));
  return (packed, isLast) => {
    made = [];
    try {
      stream.push(packed, isLast);
    } catch (error) {
      if (!isFlateError(error)) throw error;
      return null;
    }
    return joined(made);
  };
}

/** fflate marks its errors by a numeric code. */
function isFlateError(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "number";
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function damaged(part: string, because: string): Result<never, ReadRefusal> {
  return err({ kind: "damaged", part, because });
}
