import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileOf, type UploadFile } from "./read/upload-file.ts";
import { within } from "./testing.ts";
import { outcomeOf } from "./testing-outcome.ts";
import { aWorkbook, STYLE } from "./testing-workbook.ts";

const folder = new URL("fixtures/", import.meta.url);
const fixtures = readdirSync(folder)
  .map((name) => new Uint8Array(readFileSync(new URL(name, folder))))
  .filter((bytes) => bytes.length > 0);

const control = within({
  rows: 2000,
  columns: 50,
  cellLength: 500,
  unzippedBytes: 1_000_000,
  sharedText: 10_000,
});

/** A file has an outcome: rows and problems, a package, or a refusal; and a second time it has the same. */
async function hasOutcome(file: UploadFile): Promise<void> {
  const outcome = await outcomeOf(file, { control });
  expect(Object.keys(outcome).join()).toMatch(/^(staged,problems|refused|package)$/);
  expect(await outcomeOf(file, { control })).toEqual(outcome);
}

const starts = [
  "",
  "PK\u0003\u0004",
  "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
  "\u00ff\u00fe",
  "\u00ef\u00bb\u00bf",
  "sep=;\n",
];
const bytes = fc
  .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 600 }))
  .map(([start, rest]) => Uint8Array.from([...Array.from(start, (letter) => letter.charCodeAt(0)), ...rest]));

/** Changes of a sequence: what stands at a place is replaced by something else, longer or shorter. */
const changes = <Part>(part: fc.Arbitrary<Part>) =>
  fc.array(fc.record({ at: fc.nat(5000), remove: fc.nat(6), insert: fc.array(part, { maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 5,
  });

test("any bytes have an outcome", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, (content) => hasOutcome(fileOf("a.csv", content))),
    { numRuns: 300 },
  );
});

test("any change of an awkward file has an outcome", async () => {
  const byte = fc.oneof(
    fc.nat(255),
    fc.constantFrom(...Array.from(',;\t|"\r\n-/.%$(', (c) => c.charCodeAt(0))),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fixtures), changes(byte), async (fixture, edits) => {
      const content = Array.from(fixture);
      for (const { at, remove, insert } of edits)
        content.splice(at % (content.length + 1), remove, ...insert);
      await hasOutcome(fileOf("a.csv", Uint8Array.from(content)));
    }),
    { numRuns: 500 },
  );
});

test("any change of the XML of a workbook has an outcome", async () => {
  const parts = [
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/_rels/workbook.xml.rels",
  ];
  const piece = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom(
      "<row>",
      "</row>",
      '<c r="ZZZ9">',
      "<v>",
      "</v>",
      "<!DOCTYPE a>",
      "&lt;",
      "&x;",
      "<![CDATA[",
      "-1",
      "1e999",
      't="s"',
      'date1904="1"',
    ),
  );
  const rows = [
    ["period", "VC_US_A"],
    [{ s: STYLE.date, v: "45291" }, 170.6],
    [
      { t: "s", v: "0" },
      { f: "A1", v: "2" },
    ],
  ];
  const text = await partsOf(aWorkbook({ sheets: [{ rows }], sharedText: ["<t>2024</t>"] }), parts);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), changes(piece), async (name, edits) => {
      let xml = text.get(name) ?? "";
      for (const { at, remove, insert } of edits) {
        const from = at % (xml.length + 1);
        xml = xml.slice(0, from) + insert.join("") + xml.slice(from + remove);
      }
      await hasOutcome(aWorkbook({ sheets: [{ rows }], parts: { [name]: xml } }));
    }),
    { numRuns: 300 },
  );
});

test("how the bytes of a file arrive does not matter", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fixtures), fc.integer({ min: 1, max: 40 }), async (fixture, size) => {
      const file: UploadFile = {
        name: "a.csv",
        async *open() {
          for (let at = 0; at < fixture.length; at += size) yield fixture.subarray(at, at + size);
        },
      };
      expect(await outcomeOf(file)).toEqual(await outcomeOf(fileOf("a.csv", fixture)));
    }),
  );
});

/** The text of some parts of a built workbook. */
async function partsOf(file: UploadFile, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { unzipSync, strFromU8 } = await import("fflate");
  for await (const archive of file.open()) {
    const parts = unzipSync(archive);
    return new Map(names.map((name) => [name, strFromU8(parts[name] ?? new Uint8Array())]));
  }
  return new Map();
}
