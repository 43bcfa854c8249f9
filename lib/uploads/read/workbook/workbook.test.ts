import { describe, expect, test } from "vitest";
import { readFully, within } from "../../testing.ts";
import { aWorkbook, type BookSheet, STYLE, zipOf } from "../../testing-workbook.ts";
import { fileOf } from "../upload-file.ts";
import { serialDate } from "./serial-date.ts";
import { formOfCode } from "./styles.ts";

async function sheet(one: BookSheet, rest: Omit<Parameters<typeof aWorkbook>[0], "sheets"> = {}) {
  const outcome = await readFully(aWorkbook({ sheets: [one], ...rest }));
  if ("refusal" in outcome) throw new Error(JSON.stringify(outcome.refusal));
  return outcome;
}

async function cellsOf(one: BookSheet, rest: Omit<Parameters<typeof aWorkbook>[0], "sheets"> = {}) {
  const { rows } = await sheet(one, rest);
  return rows.flatMap(({ cells, kinds }) => cells.map((text, at) => [text, kinds?.[at]]));
}

// Excel's own table: DATE(1900,1,1) is 1, DATE(1900,2,28) is 59, DATE(1900,3,1) is 61, DATE(2024,6,30) is 45473.
describe("day numbers", () => {
  test.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [60, "1900-02-29"],
    [61, "1900-03-01"],
    [36526, "2000-01-01"],
    [45473, "2024-06-30"],
    [45473.5, "2024-06-30T12:00:00"],
    [0.75, "18:00:00"],
    [2958465, "9999-12-31"],
    [2958466, null],
    [-1, null],
    [Number.NaN, null],
  ])("in the 1900 system %d is %s", (serial, date) => {
    expect(serialDate(serial, false)).toBe(date);
  });

  // 1,462 days lie between the two systems (Microsoft, article 214330).
  test.each([
    [0, "1904-01-01"],
    [1, "1904-01-02"],
    [45473 - 1462, "2024-06-30"],
    [2958465 - 1462, "9999-12-31"],
    [2958465 - 1461, null],
  ])("in the 1904 system %d is %s", (serial, date) => {
    expect(serialDate(serial, true)).toBe(date);
  });
});

describe("what a number format shows", () => {
  test.each([
    ["yyyy\\-mm\\-dd", "date"],
    ["mmm-yy", "date"],
    ["[$-407]d. mmmm yyyy;@", "date"],
    ["mmmm", "date"],
    ["mm:ss", "number"],
    ["[h]:mm", "number"],
    ["0.0%", "percent"],
    ['0.0" % of GDP"', "number"],
    ['#,##0.00 "days"', "number"],
    ["[Red]-0.00", "number"],
    ["General", "number"],
    ["0_d", "number"],
    ["0.00;yyyy", "number"],
  ])("%s: %s", (code, form) => {
    expect(formOfCode(code)).toBe(form);
  });
});

describe("what a cell becomes", () => {
  test.each([
    ["a number", 12.5, ["12.5", "number"]],
    [
      "a number stored with 17 digits, as the 15 that are shown",
      { v: "0.30000000000000004" },
      ["0.3", "number"],
    ],
    ["a number with an exponent", { v: "1.5E-3" }, ["0.0015", "number"]],
    ["a number beyond all measure, as written", { v: "1E+300" }, ["1E+300", "number"]],
    ["a per cent, as shown", { s: STYLE.percent, v: "0.45" }, ["45%", "number"]],
    [
      "a per cent that floating point would spoil",
      { s: STYLE.percent, v: "0.57999999999999996" },
      ["58%", "number"],
    ],
    ["a date", { s: STYLE.date, v: "45473" }, ["2024-06-30", "date"]],
    [
      "a month, which is the date of its first day",
      { s: STYLE.monthYear, v: "45444" },
      ["2024-06-01", "date"],
    ],
    ["a time, which is no date", { s: STYLE.time, v: "0.5" }, ["0.5", "number"]],
    ["letters of dates that are quoted in the format", { s: STYLE.quarterWords, v: "3" }, ["3", "number"]],
    ["a date that is none", { s: STYLE.date, v: "-3" }, ["-3", "error"]],
    ["an ISO date", { t: "d", v: "2024-06-30T00:00:00Z" }, ["2024-06-30", "date"]],
    ["true", { t: "b", v: "1" }, ["TRUE", "boolean"]],
    ["false", { t: "b", v: "0" }, ["FALSE", "boolean"]],
    ["an error", { t: "e", v: "#DIV/0!" }, ["#DIV/0!", "error"]],
    ["a formula, as its last value", { f: "1+1", v: "2" }, ["2", "number"]],
    ["a formula of text", { t: "str", f: 'T("x")', v: "x" }, ["x", "text"]],
    ["a formula without a value", { f: "SUM(A1:A2)" }, ["=SUM(A1:A2)", "error"]],
    ["text in place", "a & b < c", ["a & b < c", "text"]],
    [
      "rich text, joined, without its pronunciation",
      { t: "inlineStr", is: "<r><t>To</t></r><r><t>kyo</t></r><rPh><t>x</t></rPh>" },
      ["Tokyo", "text"],
    ],
    ["an escaped character", { t: "str", v: "a_x000D_b" }, ["a\rb", "text"]],
    ["no number at all", { v: "abc" }, ["abc", "error"]],
  ])("%s", async (_, cell, expected) => {
    expect(await cellsOf({ rows: [["x", cell]] })).toEqual([["x", "text"], expected]);
  });

  test("shared text", async () => {
    const rows = [
      [
        { t: "s", v: "1" },
        { t: "s", v: "0" },
      ],
    ];
    const sharedText = ["<t>first</t>", "<r><t>sec</t></r><r><t>ond</t></r>"];
    expect(await cellsOf({ rows }, { sharedText })).toEqual([
      ["second", "text"],
      ["first", "text"],
    ]);
  });

  test("a date in a workbook of the 1904 system", async () => {
    const rows = [[{ s: STYLE.date, v: "44011" }]];
    expect(await cellsOf({ rows }, { is1904: true })).toEqual([["2024-06-30", "date"]]);
  });

  test("cells and rows that the file leaves out are empty, and rows keep their numbers", async () => {
    const sheetData =
      '<row r="2"><c r="C2"><v>7</v></c></row><row r="5"><c><v>8</v></c><c><v>9</v></c></row>';
    const { rows } = await sheet({ sheetData });
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, "", "", "7"],
      [5, "8", "9"],
    ]);
  });

  test("elements may have a prefix", async () => {
    const sheetData = '<x:row xmlns:x="m" r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>';
    expect(await cellsOf({ sheetData })).toEqual([["7", "number"]]);
  });
});

describe("what is warned of", () => {
  test("merged cells, hidden rows and formulas, once each", async () => {
    const { problems } = await sheet({
      sheetData:
        '<row r="1" hidden="1"><c r="A1"><f>1</f><v>1</v></c></row><row r="2"><c r="A2"><f>1</f><v>1</v></c></row>',
      after: '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A4"/></mergeCells>',
    });
    expect(problems.map(({ rule, value, severity }) => [rule, value, severity])).toEqual([
      ["formulas", "2", "warning"],
      ["hidden-rows", "1", "warning"],
      ["merged-cells", "A1:B1, A2:A4", "warning"],
    ]);
  });

  test("only the first of merged cells holds the value", async () => {
    const { rows } = await sheet({
      rows: [["a", null, "c"]],
      after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    });
    expect(rows[0]?.cells).toEqual(["a", "", "c"]);
  });

  test("a name that says something else", async () => {
    const { problems } = await sheet({ rows: [["a"]] }, { name: "book.csv" });
    expect(problems).toMatchObject([{ rule: "wrong-extension", value: "a workbook" }]);
  });
});

describe("which sheet is read", () => {
  const sheets: BookSheet[] = [
    { name: "Notes", state: "hidden", rows: [["hidden"]] },
    { name: "Data", rows: [["data"]] },
    { name: "More", rows: [["more"]] },
    { name: "Deep", state: "veryHidden", rows: [["deep"]] },
  ];
  test.each([
    [null, "data"],
    ["More", "more"],
    ["Notes", "hidden"],
    ["Deep", "deep"],
  ])("%s", async (name, text) => {
    const outcome = await readFully(aWorkbook({ sheets }), { sheet: name });
    expect("rows" in outcome && outcome.rows[0]?.cells).toEqual([text]);
  });

  test("hidden sheets are named", async () => {
    const outcome = await readFully(aWorkbook({ sheets }));
    expect("problems" in outcome && outcome.problems).toMatchObject([
      { rule: "hidden-sheets", value: "Notes, Deep" },
    ]);
  });

  test("an unknown one is refused with the known ones", async () => {
    expect(await readFully(aWorkbook({ sheets }), { sheet: "Dato" })).toEqual({
      refusal: { kind: "unknown-sheet", sheet: "Dato", known: ["Notes", "Data", "More", "Deep"] },
    });
  });
});

describe("a workbook that cannot be read is refused", () => {
  const rows = [["a", 1]];
  const wide = Array.from({ length: 20 }, () => "x");
  const compound = (name: string) =>
    fileOf(
      "a.xlsx",
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...Array.from(`..${name}`).flatMap((c) => [c.charCodeAt(0), 0]),
      ]),
    );
  test.each([
    ["behind a password", compound("EncryptedPackage"), {}, { kind: "password-protected" }],
    ["of the kind before 2007", compound("Workbook"), {}, { kind: "legacy-xls" }],
    ["another compound file", compound("WordDocument"), {}, { kind: "not-a-table" }],
    ["without a sheet", aWorkbook({ sheets: [] }), {}, { kind: "no-sheet" }],
    ["with an empty sheet", aWorkbook(), {}, { kind: "empty" }],
    [
      "binary",
      aWorkbook({ parts: { "xl/workbook.bin": "x" } }),
      {},
      { kind: "not-a-table", found: "a binary workbook (.xlsb)" },
    ],
    [
      "a Word document",
      fileOf("a.docx", zipOf({ "[Content_Types].xml": "<a/>", "word/document.xml": "<a/>" })),
      {},
      { kind: "not-a-table", found: "a Word document" },
    ],
    ["any zip archive", fileOf("a.zip", zipOf({ "a.csv": "x" })), {}, { kind: "not-a-table" }],
    [
      "XML that is not well formed",
      aWorkbook({ sheets: [{ sheetData: "<row><c></row>" }] }),
      {},
      { kind: "damaged", part: "xl/worksheets/sheet1.xml" },
    ],
    [
      "XML that breaks off",
      aWorkbook({ parts: { "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>" } }),
      {},
      { kind: "damaged" },
    ],
    [
      "a text that is not there",
      aWorkbook({ sheets: [{ rows: [[{ t: "s", v: "4" }]] }] }),
      {},
      { kind: "damaged" },
    ],
    [
      "rows out of order",
      aWorkbook({ sheets: [{ sheetData: '<row r="2"/><row r="1"/>' }] }),
      {},
      { kind: "damaged" },
    ],
    [
      "cells out of order",
      aWorkbook({ sheets: [{ sheetData: '<row><c r="B1"/><c r="A1"/></row>' }] }),
      {},
      { kind: "damaged" },
    ],
    [
      "entities",
      aWorkbook({ parts: { "xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>' } }),
      {},
      { kind: "entity", part: "xl/worksheets/sheet1.xml" },
    ],
    [
      "elements without end",
      aWorkbook({ sheets: [{ after: "<a>".repeat(100) + "</a>".repeat(100) }] }),
      {},
      { kind: "damaged" },
    ],
    [
      "a row too many",
      aWorkbook({ sheets: [{ rows: [rows[0] ?? [], ["b"]] }] }),
      { rows: 1 },
      { kind: "too-many-rows", most: 1 },
    ],
    [
      "a column too many",
      aWorkbook({ sheets: [{ rows: [wide] }] }),
      { columns: 19 },
      { kind: "too-many-columns", most: 19, row: 1 },
    ],
    [
      "a cell too long",
      aWorkbook({ sheets: [{ rows: [["abcd"]] }] }),
      { cellLength: 3 },
      { kind: "cell-too-long", most: 3, row: 1 },
    ],
    [
      "too many parts",
      aWorkbook({ sheets: [{ rows }] }),
      { zipEntries: 3 },
      { kind: "zip-bomb", limit: "zipEntries" },
    ],
    [
      "too large unzipped",
      aWorkbook({ sheets: [{ rows }] }),
      { unzippedBytes: 300 },
      { kind: "zip-bomb", limit: "unzippedBytes" },
    ],
    [
      "too much shared text",
      aWorkbook({ sheets: [{ rows }], sharedText: ["<t>abcdef</t>"] }),
      { sharedText: 5 },
      { kind: "zip-bomb", limit: "sharedText" },
    ],
    [
      "too large for its file",
      aWorkbook({ sheets: [{ rows, after: " ".repeat(3_000_000) }] }),
      {},
      { kind: "zip-bomb", limit: "unzipRatio" },
    ],
  ])("%s", async (_, file, limits, refusal) => {
    expect(await readFully(file, {}, within(limits))).toMatchObject({ refusal });
  });
});
