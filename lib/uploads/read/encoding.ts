import { err, ok, type Result } from "../../result.ts";
import type { Encoding } from "./dialect.ts";
import type { ReadRefusal } from "./refusal.ts";
import type { Finding } from "./row.ts";

const MARKS: ReadonlyArray<{ mark: readonly number[]; encoding: Encoding | "utf-32"; name: string }> = [
  { mark: [0xff, 0xfe, 0, 0], encoding: "utf-32", name: "UTF-32" },
  { mark: [0, 0, 0xfe, 0xff], encoding: "utf-32", name: "UTF-32" },
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8", name: "UTF-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le", name: "UTF-16, little-endian" },
  { mark: [0xfe, 0xff], encoding: "utf-16be", name: "UTF-16, big-endian" },
];

/** The encoding of a text file and whether it starts with a byte-order mark, which is never part of the text. */
export interface EncodingFound extends Finding<Encoding> {
  readonly hasByteOrderMark: boolean;
}

/** What the first bytes say; `null` when they may be UTF-8 as far as they go, which the rest of the file decides. */
type ByHead = EncodingFound | null;

/**
 * Finds the encoding by the first bytes of a file: a byte-order mark, or zeros in every second byte. Errors:
 * `encoding-unreadable` for UTF-32; `not-a-table` when the bytes are no text.
 */
export function findEncodingByHead(head: Uint8Array): Result<ByHead, ReadRefusal> {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => head[at] === byte));
  if (marked?.encoding === "utf-32") return err({ kind: "encoding-unreadable", encoding: "utf-8", row: 1 });
  if (marked) {
    return ok({
      value: marked.encoding,
      because: `the file starts with the byte-order mark of ${marked.name}`,
      hasByteOrderMark: true,
    });
  }
  const [first, second] = [zeroShare(head, 0), zeroShare(head, 1)];
  if (second > 0.4 && first < 0.05) return ok(unmarked("utf-16le", "most of every second byte are zero"));
  if (first > 0.4 && second < 0.05) {
    return ok(unmarked("utf-16be", "most of every other byte, from the first, are zero"));
  }
  if (controlShare(head) <= 0.05) return ok(null);
  return err({
    kind: "not-a-table",
    found: "binary data",
    remedy: "upload a CSV file or an Excel workbook (.xlsx)",
  });
}

/**
 * Finds whether a text without a mark is UTF-8 or Windows-1252 by all of its bytes, piece by piece. A byte that UTF-8
 * cannot have, after nothing but ASCII, makes it Windows-1252; after other characters of UTF-8 the file is broken, and
 * neither is taken on trust.
 */
export function createEncodingEvidence(): {
  add(piece: Uint8Array): boolean;
  found(): Result<EncodingFound, ReadRefusal>;
} {
  let read = 0;
  let isPlain = true;
  /** The last bytes before, which may be the first of a character that goes on. */
  let held = new Uint8Array();
  let outcome: Result<EncodingFound, ReadRefusal> | null = null;

  /** Answers whether more pieces are needed. */
  function add(piece: Uint8Array): boolean {
    const bytes = held.length === 0 ? piece : joined(held, piece);
    const at = firstNotUtf8(bytes);
    const end = at ?? bytes.length - openEnd(bytes);
    isPlain &&= isAscii(bytes.subarray(0, end));
    if (at !== null) outcome = isPlain ? byByte(bytes[at], read + at) : broken;
    held = bytes.slice(end);
    read += end;
    return at === null;
  }

  return {
    add,
    found() {
      if (outcome) return outcome;
      if (decoded(held, false) === null) return isPlain ? byByte(held[0], read) : broken;
      const isAll = isPlain && held.length === 0;
      return ok(
        unmarked("utf-8", isAll ? "it has only ASCII characters" : "all of its bytes are those of UTF-8"),
      );
    },
  };
}

/** How many of the last bytes are those of the last character, which may go on; none when that is ASCII. */
function openEnd(bytes: Uint8Array): number {
  let open = 0;
  while (open < 3 && isCarrying(bytes[bytes.length - 1 - open])) open += 1;
  return (bytes[bytes.length - 1 - open] ?? 0) >= 0xc0 ? open + 1 : open;
}

/** Whether a byte carries a character of UTF-8 on. */
function isCarrying(byte = 0): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

const broken = err({ kind: "encoding-unreadable", encoding: "utf-8", row: null } as const);

function byByte(byte: number | undefined, at: number): Result<EncodingFound, never> {
  const code = byte?.toString(16).toUpperCase();
  return ok(unmarked("windows-1252", `byte ${at + 1}, hexadecimal ${code}, cannot stand there in UTF-8`));
}

function unmarked(value: Encoding, because: string): EncodingFound {
  return { value, because, hasByteOrderMark: false };
}

/** The share of zeros among every second byte from `start`. */
function zeroShare(head: Uint8Array, start: 0 | 1): number {
  let zeros = 0;
  for (let at = start; at < head.length; at += 2) if (head[at] === 0) zeros += 1;
  return zeros / Math.max(1, head.length / 2);
}

/** The share of bytes that no text holds: below the space, and neither tab, line end, form feed nor escape. */
function controlShare(head: Uint8Array): number {
  const isText = new Set([9, 10, 11, 12, 13, 27]);
  let controls = 0;
  for (const byte of head) if (byte < 32 && !isText.has(byte)) controls += 1;
  return controls / Math.max(1, head.length);
}

/** The byte that breaks UTF-8, by halving: a prefix that decodes holds none. The head may end inside a character. */
function firstNotUtf8(head: Uint8Array): number | null {
  const reads = (length: number) => decoded(head.subarray(0, length), true) !== null;
  if (reads(head.length)) return null;
  let good = 0;
  let bad = head.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (reads(middle)) good = middle;
    else bad = middle;
  }
  // What breaks is the first byte of a character that its next byte does not carry on.
  const isCarriedOn = (head[good] ?? 0) >= 0x80 || (head[good - 1] ?? 0) < 0x80;
  return isCarriedOn ? good : good - 1;
}

/** Whether bytes that decode as UTF-8 are all ASCII: every other character has fewer letters than bytes. */
function isAscii(bytes: Uint8Array): boolean {
  return decoded(bytes, true)?.length === bytes.length;
}

function decoded(bytes: Uint8Array, mayGoOn: boolean): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: mayGoOn });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return null;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}

/** Decodes pieces of one file in order; a character may lie across two. `null`: the bytes are not of the encoding. */
export function createDecoder(encoding: Encoding): {
  next(bytes: Uint8Array): string | null;
  end(): string | null;
} {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const attempt = (decode: () => string) => {
    try {
      return decode();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return null;
    }
  };
  return {
    next: (bytes) => attempt(() => decoder.decode(bytes, { stream: true })),
    end: () => attempt(() => decoder.decode()),
  };
}
