import fc from "fast-check";
import { strToU8, Zip, ZipDeflate, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../limits.ts";
import { openArchive } from "./archive.ts";
import { crc32 } from "./crc.ts";

const TEXT = "period,value\n2024,1\n".repeat(200);

/** The text of a part, or the refusal of the archive or of the part. */
function read(bytes: Uint8Array, name = "a.csv", limits = {}) {
  const archive = openArchive(bytes, { ...DEFAULT_LIMITS, ...limits });
  if (!archive.ok) return archive.error;
  let text = "";
  for (const piece of archive.value.pieces(name)) {
    if (!piece.ok) return piece.error;
    text += new TextDecoder().decode(piece.value.bytes);
  }
  return text;
}

/** The archive with other bytes at some places, found from the first central header on. */
function patched(bytes: Uint8Array, change: (view: DataView, central: number) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  let central = 0;
  while (view.getUint32(central, true) !== 0x02014b50) central += 1;
  change(view, central);
  return copy;
}

/** An archive as a program writes it that does not know sizes beforehand: they follow the data. */
function streamed(): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => parts.push(part));
  const file = new ZipDeflate("a.csv");
  zip.add(file);
  file.push(strToU8(TEXT), true);
  zip.end();
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}

/** An archive that gives sizes and places in 64 bits, as programs do for files of any size. */
function wide(): Uint8Array {
  const data = strToU8("x,y\n");
  const bytes = new Uint8Array(400);
  const view = new DataView(bytes.buffer);
  const name = strToU8("a.csv");
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(26, name.length, true);
  bytes.set(name, 30);
  bytes.set(data, 35);
  const central = 39;
  view.setUint32(central, 0x02014b50, true);
  view.setUint32(central + 16, crc32(data), true);
  view.setUint32(central + 20, 0xffffffff, true);
  view.setUint32(central + 24, 0xffffffff, true);
  view.setUint16(central + 28, name.length, true);
  view.setUint16(central + 30, 24, true);
  bytes.set(name, central + 46);
  const extra = central + 51;
  view.setUint16(extra, 7, true);
  view.setUint16(extra + 2, 0, true);
  view.setUint16(extra + 4, 1, true);
  view.setUint16(extra + 6, 16, true);
  view.setBigUint64(extra + 8, BigInt(data.length), true);
  view.setBigUint64(extra + 16, BigInt(data.length), true);
  const end64 = extra + 24;
  view.setUint32(end64, 0x06064b50, true);
  view.setBigUint64(end64 + 32, 1n, true);
  view.setBigUint64(end64 + 48, BigInt(central), true);
  const locator = end64 + 56;
  view.setUint32(locator, 0x07064b50, true);
  view.setBigUint64(locator + 8, BigInt(end64), true);
  const end = locator + 20;
  view.setUint32(end, 0x06054b50, true);
  view.setUint16(end + 10, 0xffff, true);
  view.setUint32(end + 16, 0xffffffff, true);
  return bytes.subarray(0, end + 22);
}

const zipped = zipSync({ "a.csv": strToU8(TEXT) });

// ISO 3309; the check value of the CRC catalogue for the digits 1 to 9.
test("the check sum is CRC-32", () => {
  expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
  expect(crc32(strToU8("6789"), crc32(strToU8("12345")))).toBe(0xcbf43926);
});

describe("a part is read", () => {
  test("deflated", () => {
    expect(read(zipped)).toBe(TEXT);
  });

  test("stored", () => {
    expect(read(zipSync({ "a.csv": strToU8(TEXT) }, { level: 0 }))).toBe(TEXT);
  });

  test("whose sizes follow its data", () => {
    expect(read(streamed())).toBe(TEXT);
  });

  test("whose sizes are written in 64 bits", () => {
    expect(read(wide())).toBe("x,y\n");
  });

  test("of an archive with a comment", () => {
    expect(read(zipSync({ "a.csv": strToU8(TEXT) }, { comment: "made by hand" }))).toBe(TEXT);
  });

  test("named with backslashes", () => {
    expect(read(zipSync({ "b\\a.csv": strToU8(TEXT) }), "b/a.csv")).toBe(TEXT);
  });

  test("in pieces that never run ahead of what is asked for", () => {
    const archive = openArchive(zipSync({ a: new Uint8Array(50_000_000) }, { level: 9 }), {
      ...DEFAULT_LIMITS,
      unzipRatio: 2000,
    });
    if (!archive.ok) throw new Error(archive.error.kind);
    const [piece] = archive.value.pieces("a");
    expect(piece?.ok && piece.value.bytes.length).toBeLessThan(10_000_000);
  });
});

describe("an archive that is not sound is refused", () => {
  test.each([
    ["cut off", zipped.subarray(0, -30), { kind: "damaged" }],
    [
      "with a directory elsewhere",
      patched(zipped, (view) => view.setUint32(zipped.length - 6, 3, true)),
      { kind: "damaged" },
    ],
    [
      "with a part outside",
      patched(zipped, (view, at) => view.setUint32(at + 42, 1e6, true)),
      { kind: "damaged" },
    ],
    [
      "with a part longer than the file",
      patched(zipped, (view, at) => view.setUint32(at + 20, 1e6, true)),
      { kind: "damaged" },
    ],
    [
      "with a wrong size",
      patched(zipped, (view, at) => view.setUint32(at + 24, 5, true)),
      { kind: "damaged", part: "a.csv" },
    ],
    [
      "with a wrong check sum",
      patched(zipped, (view, at) => view.setUint32(at + 16, 5, true)),
      { kind: "damaged", because: "its check sum is wrong" },
    ],
    [
      "packed by another method",
      patched(zipped, (view, at) => view.setUint16(at + 10, 14, true)),
      { kind: "damaged", because: "it is packed by method 14" },
    ],
    [
      "with a broken stream",
      patched(zipped, (view) => view.setUint32(38, 0xffffffff, true)),
      { kind: "damaged" },
    ],
    [
      "encrypted",
      patched(zipped, (view, at) => view.setUint16(at + 8, 1, true)),
      { kind: "password-protected" },
    ],
  ])("%s", (_, bytes, refusal) => {
    expect(read(bytes)).toMatchObject(refusal);
  });

  test("with two files of one name", () => {
    const twice = zipSync({ "a.csv": strToU8("1"), "b.csv": strToU8("2") });
    const renamed = twice.map((byte, at) => (byte === 98 && twice[at + 1] === 46 ? 97 : byte));
    expect(read(renamed)).toMatchObject({ kind: "damaged", because: "it lists a.csv twice" });
  });

  test("without the part that is asked for", () => {
    expect(read(zipped, "b.csv")).toMatchObject({ kind: "damaged", part: "b.csv" });
  });
});

test("any bytes, and any change of a sound archive, give text or a refusal", () => {
  const kinds = ["damaged", "password-protected", "zip-bomb"];
  const answered = (bytes: Uint8Array) => {
    const outcome = read(bytes);
    if (typeof outcome !== "string") expect(kinds).toContain(outcome.kind);
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), answered));
  const change = fc.array(fc.tuple(fc.nat(zipped.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(change, (changes) => {
      const bytes = zipped.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      answered(bytes);
    }),
    { numRuns: 500 },
  );
});
