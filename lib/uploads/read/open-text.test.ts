import { describe, expect, test } from "vitest";
import { AS_FOUND, aFile, cellsOf, FREELY, readFully, utf16, within } from "../testing.ts";
import { openUpload } from "./open-upload.ts";
import { fileOf, pastedFile, type UploadFile } from "./upload-file.ts";

async function found(file: UploadFile) {
  const opened = await openUpload(file, AS_FOUND, FREELY);
  if (!opened.ok || opened.value.kind !== "text") throw new Error(`${file.name} is no text`);
  const { encoding, dialect } = opened.value;
  return { encoding, ...dialect };
}

const MARK = "\ufeff";
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("the encoding is found, with its reason", () => {
  test.each([
    ["ASCII", latin("a,b\n1,2\n"), "utf-8", "it has only ASCII characters"],
    ["UTF-8", new TextEncoder().encode("é,b\n"), "utf-8", "all of its bytes are those of UTF-8"],
    [
      "UTF-8 with a mark",
      new TextEncoder().encode(`${MARK}a,b\n`),
      "utf-8",
      "the file starts with the byte-order mark of UTF-8",
    ],
    [
      "UTF-16 little-endian",
      utf16(`${MARK}a,b\n`),
      "utf-16le",
      "the file starts with the byte-order mark of UTF-16, little-endian",
    ],
    [
      "UTF-16 big-endian",
      utf16(`${MARK}a,b\n`, "be"),
      "utf-16be",
      "the file starts with the byte-order mark of UTF-16, big-endian",
    ],
    ["UTF-16 without a mark", utf16("a,b\n1,2\n"), "utf-16le", "most of every second byte are zero"],
    [
      "UTF-16 big-endian without a mark",
      utf16("a,b\n1,2\n", "be"),
      "utf-16be",
      "most of every other byte, from the first, are zero",
    ],
    [
      "Windows-1252",
      latin("Jahr;Übersicht\n"),
      "windows-1252",
      "byte 6, hexadecimal DC, cannot stand there in UTF-8",
    ],
  ])("%s", async (_, bytes, value, because) => {
    expect((await found(fileOf("a.csv", bytes))).encoding).toMatchObject({ value, because });
  });

  test("a mark is not part of the first cell", async () => {
    expect(await cellsOf(fileOf("a.csv", utf16(`${MARK}é,b\n1,2`)))).toEqual([
      ["é", "b"],
      ["1", "2"],
    ]);
  });

  test.each([65_532, 65_533, 65_534, 65_535, 65_536])(
    "a character across the pieces of a file, at byte %d",
    async (length) => {
      const text = "x".repeat(length);
      const utf8 = fileOf("a.csv", new TextEncoder().encode(`${text}é€`));
      expect((await found(utf8)).encoding.value).toBe("utf-8");
      const windows = fileOf("a.csv", latin(`${text}\xe4\n`));
      expect((await found(windows)).encoding.value).toBe("windows-1252");
    },
  );

  test("a byte far from the start decides too", async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `${row},x\n`).join("");
    const file = fileOf("a.csv", latin(`${rows}\xe4,x\n`));
    expect((await found(file)).encoding).toMatchObject({
      value: "windows-1252",
      because: `byte ${rows.length + 1}, hexadecimal E4, cannot stand there in UTF-8`,
    });
    expect((await cellsOf(file)).at(-1)).toEqual(["ä", "x"]);
  });

  test("Windows-1252 is read by its own table, the euro sign at 0x80", async () => {
    expect(await cellsOf(fileOf("a.csv", latin("\x80;Gr\xf6\xdfe\n1;2\n")))).toEqual([
      ["€", "Größe"],
      ["1", "2"],
    ]);
  });

  test("the editor's choice wins", async () => {
    const file = fileOf("a.csv", new TextEncoder().encode("é,b\n"));
    expect(await cellsOf(file, { encoding: "windows-1252" })).toEqual([["Ã©", "b"]]);
  });
});

describe("the dialect is found, with its reason", () => {
  test.each([
    ["commas", "a,b,c\n1,2,3\n", ",", "2 of the first 2 rows have 3 cells by comma"],
    [
      "semicolons beside decimal commas",
      "s;p;v\nX;2024;1,5\nX;2025;2,5\n",
      ";",
      "3 of the first 3 rows have 3 cells by semicolon",
    ],
    [
      "semicolons without a header",
      "2024;1,5\n2025;2,5\n",
      ";",
      "2 of the first 2 rows have 2 cells by semicolon",
    ],
    ["tabs", "a\tb\n1\t2\n", "\t", "2 of the first 2 rows have 2 cells by tab"],
    ["bars", "a|b\n1|2\n", "|", "2 of the first 2 rows have 2 cells by vertical bar"],
    [
      "commas in quoted text",
      'a;b\n"x, y";1\n"z, w";2\n',
      ";",
      "3 of the first 3 rows have 2 cells by semicolon",
    ],
    ["semicolons in notes", "a,b,n\n1,2,x; y\n3,4,z\n", ",", "3 of the first 3 rows have 3 cells by comma"],
    ["a statement of Excel", "sep=;\na;b\n", ";", "the first line says sep=;"],
    ["one column", "a\n1\n2\n", ",", "no delimiter cuts the rows alike, so each row is one cell"],
  ])("%s", async (_, text, value, because) => {
    expect((await found(aFile(text))).delimiter).toEqual({ value, because });
  });

  test.each([
    ["line feeds", "a,b\n1,2\n", "lf", "2 line feeds"],
    ["carriage returns with line feeds", "a,b\r\n1,2\r\n", "lf", "2 carriage returns with line feeds"],
    ["both kinds", "a\r\nb\r\nc\n", "lf", "2 carriage returns with line feeds, and 1 of the other kind"],
    ["carriage returns", "a,b\r1,2\r", "cr", "1 carriage returns and no line feed"],
    ["all kinds", "a\rb\nc\r\nd\r", "any", "1 carriage returns alone beside 2 line feeds"],
  ])("line ends: %s", async (_, text, value, because) => {
    expect((await found(aFile(text))).lineEnd).toEqual({ value, because });
  });

  test("single quotation marks", async () => {
    expect((await found(aFile("'a','b'\n'x, y','2'\n"))).quote).toEqual({
      value: "'",
      because: "4 cells begin and end with '",
    });
  });

  test("the line that states the delimiter is not a row", async () => {
    const outcome = await readFully(aFile("sep=;\r\na;b\r\n1;2\r\n"));
    expect("rows" in outcome && outcome.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, "a", "b"],
      [3, "1", "2"],
    ]);
  });

  test("the editor's choices win", async () => {
    const file = aFile("a;b\n'1,2';3\n");
    expect(await cellsOf(file, { delimiter: ",", quote: "none" })).toEqual([["a;b"], ["'1", "2';3"]]);
  });

  test("a pasted table has tabs", async () => {
    expect(await cellsOf(pastedFile("period\tvalue\r\n2024\t1,5"))).toEqual([
      ["period", "value"],
      ["2024", "1,5"],
    ]);
  });
});

describe("a file that cannot be read is refused", () => {
  test.each([
    ["nothing at all", latin(""), { kind: "empty" }],
    ["blank lines only", latin("\n \r\n\n"), { kind: "empty" }],
    [
      "random bytes",
      Uint8Array.from({ length: 300 }, (_, at) => (at * 151 + 7) % 256),
      { kind: "not-a-table", found: "binary data" },
    ],
    ["a PDF", latin("%PDF-1.7\n"), { kind: "not-a-table", found: "a PDF document" }],
    ["a web page", latin("\n<!DOCTYPE html><table>"), { kind: "not-a-table", found: "a web page" }],
    [
      "an XML document",
      latin('<?xml version="1.0"?><Workbook>'),
      { kind: "not-a-table", found: "an XML document" },
    ],
    ["UTF-32", Uint8Array.from([0xff, 0xfe, 0, 0, 97, 0, 0, 0]), { kind: "encoding-unreadable" }],
    [
      "half a character of UTF-16",
      utf16(`${MARK}a,b\n1,2`).subarray(0, -1),
      { kind: "encoding-unreadable", row: 2 },
    ],
  ])("%s", async (_, bytes, refusal) => {
    expect(await readFully(fileOf("a.csv", bytes))).toMatchObject({ refusal });
  });

  test("a byte that is not UTF-8 after characters that are", async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode("é,b\n"), 0xe4, 0x2c, 0x0a]);
    expect(await readFully(fileOf("a.csv", bytes))).toMatchObject({
      refusal: { kind: "encoding-unreadable", encoding: "utf-8" },
    });
  });

  test("a chosen encoding that the file does not have, with about the row", async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `${row},x\n`).join("");
    const outcome = await readFully(fileOf("a.csv", latin(`${rows}\xe4,x\n`)), { encoding: "utf-8" });
    expect(outcome).toMatchObject({ refusal: { kind: "encoding-unreadable", encoding: "utf-8" } });
    const row =
      "refusal" in outcome && outcome.refusal.kind === "encoding-unreadable" ? outcome.refusal.row : null;
    expect(row).toBeGreaterThan(10_000);
    expect(row).toBeLessThanOrEqual(20_001);
  });

  test("more bytes than the limit", async () => {
    expect(await readFully(aFile("a,b\n1,2\n"), {}, within({ bytes: 7 }))).toEqual({
      refusal: { kind: "file-too-large", most: 7 },
    });
  });

  test("a pass that was cancelled", async () => {
    const signal = AbortSignal.abort();
    expect(await readFully(aFile("a,b\n"), {}, { ...FREELY, signal })).toEqual({
      refusal: { kind: "cancelled" },
    });
  });

  test("a pass that takes longer than it may", async () => {
    let time = 0;
    const now = () => {
      time += 400;
      return time;
    };
    expect(await readFully(aFile("a,b\n"), {}, { ...within({ milliseconds: 300 }), now })).toEqual({
      refusal: { kind: "too-slow", most: 300 },
    });
  });
});

test("other work runs after every piece of a file", async () => {
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  const text = "0123456789,abcde\n".repeat(20_000);
  await readFully(aFile(text), {}, { ...FREELY, pause });
  // Once to find the encoding, and once to read the rows.
  expect(pauses).toBe(2 * Math.ceil(text.length / 65_536));
});

test("the batches of a long file come in order, and each says how far the file is read", async () => {
  const text = Array.from({ length: 30_000 }, (_, row) => `${row},x\n`).join("");
  const opened = await openUpload(aFile(text), AS_FOUND, FREELY);
  if (!opened.ok || opened.value.kind !== "text") throw new Error("no text");
  const first: string[] = [];
  const bytes: number[] = [];
  for await (const batch of opened.value.rows()) {
    if (!batch.ok) throw new Error(batch.error.kind);
    first.push(...batch.value.rows.map(({ cells }) => cells[0] ?? ""));
    bytes.push(batch.value.bytes);
  }
  expect(first).toEqual(Array.from({ length: 30_000 }, (_, row) => String(row)));
  expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
  expect(bytes.at(-1)).toBe(text.length);
});
