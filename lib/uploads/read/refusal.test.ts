import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "./limits.ts";
import { type ReadRefusal, refusalWords } from "./refusal.ts";

const REFUSALS: readonly ReadRefusal[] = [
  { kind: "empty" },
  { kind: "file-too-large", most: 100_000_000 },
  { kind: "too-many-rows", most: 3_000_000 },
  { kind: "too-many-columns", most: 500, row: 7 },
  { kind: "cell-too-long", most: 32_767, row: 7 },
  { kind: "too-slow", most: 600_000 },
  { kind: "cancelled" },
  { kind: "not-a-table", found: "a PDF document", remedy: "copy the table out of it" },
  { kind: "encoding-unreadable", encoding: "utf-8", row: 12_000 },
  { kind: "unclosed-quote", row: 7 },
  { kind: "password-protected" },
  { kind: "legacy-xls" },
  { kind: "zip-bomb", limit: "unzippedBytes", most: 1_000_000_000, part: "xl/worksheets/sheet1.xml" },
  { kind: "zip-bomb", limit: "unzipRatio", most: 200, part: "xl/worksheets/sheet1.xml" },
  { kind: "zip-bomb", limit: "zipEntries", most: 10_000, part: "list of files" },
  { kind: "zip-bomb", limit: "sharedText", most: 50_000_000, part: "xl/sharedStrings.xml" },
  { kind: "entity", part: "xl/workbook.xml" },
  { kind: "unsafe-name", name: "../a.csv" },
  { kind: "damaged", part: "xl/workbook.xml", because: "its check sum is wrong" },
  { kind: "no-sheet" },
  { kind: "unknown-sheet", sheet: "Data", known: ["Sheet1", "Notes"] },
];

test("a refusal says what is the matter and what to do", () => {
  const said = REFUSALS.map((refusal) => {
    const { says, remedy } = refusalWords(refusal);
    return `${says}; ${remedy}.`;
  });
  expect(said).toEqual([
    "The file holds no rows; check that it was saved, and that the right sheet is chosen.",
    "The file is larger than 100 MB; split it into several files.",
    "The file has more than 3,000,000 rows; split it into several files.",
    "Row 7 has more than 500 columns; check the delimiter, or put the series below each other instead of side by side.",
    "A cell of row 7 holds more than 32,767 characters; shorten it, and look for a quotation mark that is not closed.",
    "Reading took longer than 600 seconds; try again, or split the file into several.",
    "Reading was cancelled; start it again when you are ready.",
    "This is not a table: it is a PDF document; copy the table out of it.",
    "The text is not utf-8, from about row 12,000 on; choose another encoding, or save the file as UTF-8.",
    "The quotation mark that opens in row 7 is never closed; close it, or choose another quotation mark.",
    "The file is protected by a password; save it without one.",
    "The file is an Excel workbook of the kind before 2007 (.xls); save it as .xlsx.",
    "Unzipped, the file is larger than 1,000 MB; save it again from the program it was made with.",
    "The part xl/worksheets/sheet1.xml grows to more than 200 times its size when unzipped; save it again from the program it was made with.",
    "The file has more than 10,000 parts; save it again from the program it was made with.",
    "The texts of the workbook are longer than 50,000,000 characters; save it again from the program it was made with.",
    "The part xl/workbook.xml defines XML entities, which no spreadsheet does; save the file again from a spreadsheet program.",
    "The archive holds a file named ../a.csv; pack the files again, without .. or / at the start of a name.",
    "The part xl/workbook.xml cannot be read: its check sum is wrong; open the file in a spreadsheet program and save it again.",
    "The workbook has no sheet with cells; put the table on a sheet of its own.",
    "The workbook has no sheet named Data; choose one of Sheet1, Notes.",
  ]);
});

test("every limit is named by the refusal that comes of it", () => {
  const named = REFUSALS.flatMap((refusal) => refusalWords(refusal).limit ?? []);
  expect(new Set(named)).toEqual(new Set(Object.keys(DEFAULT_LIMITS)));
});
