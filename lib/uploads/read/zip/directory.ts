import { err, ok, type Result } from "../../../result.ts";
import type { ReadLimits } from "../limits.ts";
import type { ReadRefusal } from "../refusal.ts";

/** One file in a zip archive. Its name is a key and nothing else: no path is ever made of it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 is stored, 8 is deflated; others are not read. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** Its bytes in the archive. */
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const FULL_32 = 0xffffffff;
const ENCRYPTED = 1;
const UTF_8_NAMES = 0x800;
const ZIP_64_FIELD = 1;

/**
 * The entries of a zip archive as its central directory lists them (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.3).
 *
 * fflate, which inflates them, lists entries but does not tell where they lie, and as a stream trusts the local headers
 * instead, whose sizes many writers leave empty; so the directory is read here.
 *
 * Errors: `damaged`; `password-protected`; `zip-bomb` for more entries than the limit.
 */
export function readDirectory(
  archive: Uint8Array,
  limits: Pick<ReadLimits, "zipEntries">,
): Result<ReadonlyMap<string, ZipEntry>, ReadRefusal> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(view);
  if (!end) return damaged("its list of files is not there; the file seems to be cut off");
  if (end.entries > limits.zipEntries) {
    return err({ kind: "zip-bomb", limit: "zipEntries", most: limits.zipEntries, part: "list of files" });
  }
  const entries = new Map<string, ZipEntry>();
  let at = end.offset;
  for (let index = 0; index < end.entries; index += 1) {
    const read = readCentral(archive, view, at);
    if (!read.ok) return read;
    const { entry, next } = read.value;
    if (entries.has(entry.name)) return damaged(`it lists ${entry.name} twice`);
    entries.set(entry.name, entry);
    at = next;
  }
  return ok(entries);
}

function findEnd(view: DataView): { offset: number; entries: number } | null {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const entries = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    return offset === FULL_32 || entries === 0xffff ? findEnd64(view, at) : { offset, entries };
  }
  return null;
}

function findEnd64(view: DataView, end: number): { offset: number; entries: number } | null {
  const locator = end - LOCATOR_BYTES;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) return null;
  return {
    entries: Number(view.getBigUint64(at + 32, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
  };
}

function readCentral(
  archive: Uint8Array,
  view: DataView,
  at: number,
): Result<{ entry: ZipEntry; next: number }, ReadRefusal> {
  if (at + CENTRAL_BYTES > view.byteLength || view.getUint32(at, true) !== CENTRAL) {
    return damaged("its list of files breaks off");
  }
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + CENTRAL_BYTES + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) return damaged("its list of files breaks off");
  if (flags & ENCRYPTED) return err({ kind: "password-protected" });

  const nameAt = at + CENTRAL_BYTES;
  const name = nameOf(archive.subarray(nameAt, nameAt + nameLength), (flags & UTF_8_NAMES) !== 0);
  const [size, packedSize, header] = widened(view, nameAt + nameLength, extraLength, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ]);
  const packed = packedBytes(archive, view, header, packedSize);
  if (!packed) return damaged(`${name} lies outside the file`);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  return ok({ entry: { name, method, crc, size, packed }, next });
}

function packedBytes(archive: Uint8Array, view: DataView, header: number, size: number): Uint8Array | null {
  if (header + LOCAL_BYTES > view.byteLength || view.getUint32(header, true) !== LOCAL) return null;
  const start = header + LOCAL_BYTES + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  return start + size > archive.length ? null : archive.subarray(start, start + size);
}

/** Sizes and offset that do not fit 32 bits stand in an extra field, in this order, those that are needed only. */
function widened(
  view: DataView,
  start: number,
  length: number,
  short: readonly [size: number, packedSize: number, header: number],
): [number, number, number] {
  const wide: [number, number, number] = [...short];
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP_64_FIELD) continue;
    const end = Math.min(start + length, at + 4 + view.getUint16(at + 2, true));
    let from = at + 4;
    for (const index of [0, 1, 2] as const) {
      if (short[index] !== FULL_32 || from + 8 > end) continue;
      wide[index] = Number(view.getBigUint64(from, true));
      from += 8;
    }
  }
  return wide;
}

/** Names are UTF-8 or, by the letter of the format, code page 437; the parts of a workbook are plain ASCII in both. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  const name = new TextDecoder(isUtf8 ? "utf-8" : "latin1").decode(bytes);
  return name.replaceAll("\\", "/");
}

function damaged(because: string): Result<never, ReadRefusal> {
  return err({ kind: "damaged", part: "zip archive", because });
}
