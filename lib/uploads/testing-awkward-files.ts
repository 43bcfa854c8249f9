import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fileOf, pastedFile, type UploadFile } from "./read/upload-file.ts";
import { utf16, within } from "./testing.ts";
import type { Choices, Outcome } from "./testing-outcome.ts";
import { aWorkbook, STYLE, zipOf } from "./testing-workbook.ts";

/** A file that is hard to read, and what must become of it when everything proposed is accepted. */
export interface AwkwardFile extends Choices {
  readonly what: string;
  /** Its name in `fixtures/`, where all were made by hand for this table; or how it is built, when it is big or binary. */
  readonly file: string | (() => UploadFile);
  readonly outcome: Outcome;
}

/** Opens the file of an entry. */
export function openAwkward({ file }: AwkwardFile): UploadFile {
  if (typeof file !== "string") return file();
  const path = fileURLToPath(new URL(`fixtures/${file}`, import.meta.url));
  return fileOf(file, new Uint8Array(readFileSync(path)));
}

const US_2023 = "VC_US_A 2023 170.6";
const US_2024 = "VC_US_A 2024 209";
const AI_2023 = "VC_AI_A 2023 42";
const AI_2024 = "VC_AI_A 2024 98";

function staged(observations: readonly string[], problems: readonly string[] = []): Outcome {
  return { staged: observations, problems };
}

const LONG = "series,period,value\nVC_US_A,2023,170.6\n";
const MARK = "\ufeff";

/** A file of some size that is never in memory as a whole. */
function streamed(name: string, bytes: number, fill: string): UploadFile {
  const piece = new TextEncoder().encode(fill.repeat(65_536));
  return {
    name,
    async *open() {
      for (let sent = 0; sent < bytes; sent += piece.length) yield piece.subarray(0, bytes - sent);
    },
  };
}

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? Array.from(part, (c) => c.charCodeAt(0)) : part)),
  );
const wide = (text: string) => Array.from(text).flatMap((letter) => [letter.charCodeAt(0), 0]);
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
const HEADER = ["series", "period", "value"];

/** How a text file is encoded and cut. */
const TEXT_FILES: readonly AwkwardFile[] = [
  { what: "a byte-order mark", file: "bom-utf8.csv", outcome: staged([US_2023]) },
  { what: "UTF-16 with a mark", file: () => fileOf("a.csv", utf16(MARK + LONG)), outcome: staged([US_2023]) },
  {
    what: "UTF-16, the other way round, without a mark",
    file: () => fileOf("a.csv", utf16(LONG, "be")),
    outcome: staged([US_2023]),
  },
  {
    what: "UTF-16 that ends inside a character",
    file: () => fileOf("a.csv", utf16(MARK + LONG).subarray(0, -1)),
    outcome: { refused: "encoding-unreadable" },
  },
  {
    what: "UTF-32",
    file: () => fileOf("a.csv", bytesOf([0xff, 0xfe, 0, 0], [115, 0, 0, 0])),
    outcome: { refused: "encoding-unreadable" },
  },
  {
    what: "Windows-1252",
    file: "windows-1252.csv",
    outcome: staged(["VC_US_A 2023 170.6 “vorläufige Schätzung in €”"]),
  },
  {
    what: "two encodings in one file",
    file: "utf8-then-windows-1252.csv",
    outcome: { refused: "encoding-unreadable" },
  },
  {
    what: "two encodings, one of them chosen",
    file: "utf8-then-windows-1252.csv",
    reading: { encoding: "windows-1252" },
    outcome: staged(["VC_US_A 2023 170.6 “Ãœbersicht”", "VC_AI_A 2023 42 “Übersicht”"]),
  },
  { what: "carriage returns with line feeds", file: "crlf.csv", outcome: staged([US_2023, AI_2023]) },
  { what: "carriage returns only", file: "cr-only.csv", outcome: staged([US_2023, AI_2023]) },
  {
    what: "three kinds of line ends",
    file: "mixed-line-ends.csv",
    outcome: staged([US_2023, AI_2023, US_2024]),
  },
  {
    what: "line ends and quotation marks inside cells",
    file: "quoted-line-ends.csv",
    outcome: staged([`${US_2023} “First report,\nin "PitchBook-NVCA"”`, `${AI_2023} “one\r\ntwo”`]),
  },
  {
    what: "quotation marks where they do not belong",
    file: "stray-quotes.csv",
    outcome: staged(
      [`${US_2023} “the 5" survey”`, `${AI_2023} “firstreport”`],
      ["warning 2 - stray-quote", "warning 3 - stray-quote"],
    ),
  },
  {
    what: "a quotation mark that is never closed",
    file: "lone-quote.csv",
    outcome: { refused: "unclosed-quote" },
  },
  {
    what: "single quotation marks",
    file: "single-quotes.csv",
    outcome: staged([`${US_2023} “so, he said”`, `${AI_2023} “it's new”`]),
  },
  {
    what: "semicolons, decimal commas and points between thousands",
    file: "semicolons.csv",
    outcome: staged(["VC_US_A 2023 1170.6", "VC_AI_A 2023 42.5"]),
  },
  { what: "tabs", file: "tabs.tsv", outcome: staged([US_2023]) },
  { what: "vertical bars", file: "bars.txt", outcome: staged([US_2023]) },
  { what: "a first line that states the delimiter", file: "sep-line.csv", outcome: staged([US_2023]) },
  {
    what: "a pasted table",
    file: () => pastedFile("series\tperiod\tvalue\r\nVC_US_A\t2023\t170,6\r\n"),
    outcome: staged([US_2023]),
  },
  {
    what: "rows of unequal length",
    file: "ragged.csv",
    outcome: staged([AI_2023], ["error 2 - width", "error 3 - width"]),
  },
  {
    what: "commas at the ends of all rows",
    file: "trailing-commas.csv",
    outcome: staged([US_2023, AI_2023]),
  },
  { what: "blank lines at the end", file: "trailing-blank-lines.csv", outcome: staged([US_2023]) },
  { what: "a header and nothing else", file: "header-only.csv", outcome: staged([]) },
  { what: "no byte", file: "empty.csv", outcome: { refused: "empty" } },
  { what: "blank lines only", file: "blank-lines.csv", outcome: { refused: "empty" } },
  {
    what: "a zero byte in a note",
    file: "nul-in-note.csv",
    outcome: staged(
      ["VC_AI_A 2023 42 “fine but for what stands above it in the very same column”"],
      ["error 2 note controls"],
    ),
  },
  {
    what: "a zero byte in a number",
    file: "nul-in-value.csv",
    outcome: staged([AI_2023, "VC_AI_A 2024 43", "VC_AI_A 2025 44"], ["error 2 value number"]),
  },
  {
    what: "random bytes",
    file: () =>
      fileOf(
        "a.csv",
        Uint8Array.from({ length: 999 }, (_, at) => (at * at * 31 + at) % 256),
      ),
    outcome: { refused: "not-a-table" },
  },
  {
    what: "an image named as a table",
    file: () => fileOf("a.csv", bytesOf([0x89], "PNG\r\n", [0x1a, 0x0a])),
    outcome: { refused: "not-a-table" },
  },
  {
    what: "a PDF named as a table",
    file: () => fileOf("a.csv", bytesOf("%PDF-1.7\n1 0 obj")),
    outcome: { refused: "not-a-table" },
  },
  { what: "a web page named as a workbook", file: "web-page.xls", outcome: { refused: "not-a-table" } },
  {
    what: "a text file named as a workbook",
    file: "text-named-workbook.xlsx",
    outcome: staged([US_2023], ["warning - - wrong-extension"]),
  },
  { what: "a letter", file: "prose.txt", outcome: staged([], ["error - - unmapped"]) },
  { what: "JSON", file: "json.csv", outcome: { refused: "not-a-table" } },
  {
    what: "a cell of a million characters",
    file: () => fileOf("a.csv", bytesOf(`${LONG}VC_AI_A,2023,${"9".repeat(1_000_000)}\n`)),
    outcome: { refused: "cell-too-long" },
  },
  {
    what: "10,000 columns",
    file: () =>
      fileOf("a.csv", bytesOf(`${Array.from({ length: 10_000 }, (_, at) => `C${at}`).join(",")}\n`)),
    outcome: { refused: "too-many-columns" },
  },
  {
    what: "200 MB of commas",
    file: () => streamed("a.csv", 200_000_000, ","),
    outcome: { refused: "file-too-large" },
  },
  {
    what: "200 MB of commas where files may be of any size",
    file: () => streamed("a.csv", 200_000_000, ","),
    reading: { encoding: "utf-8" },
    control: within({ bytes: 1e9 }),
    outcome: { refused: "too-many-columns" },
  },
  {
    what: "200 MB of quotation marks",
    file: () => streamed("a.csv", 200_000_000, '"'),
    reading: { encoding: "utf-8" },
    outcome: { refused: "cell-too-long" },
  },
  {
    what: "5 MB of line feeds",
    file: () => streamed("a.csv", 5_000_000, "\n"),
    outcome: { refused: "empty" },
  },
  {
    what: "more rows than the limit",
    file: () => streamed("a.csv", 1_000_000, "1,2\n"),
    control: within({ rows: 200_000 }),
    outcome: { refused: "too-many-rows" },
  },
];

/** Where the table stands in its file. */
const TABLES: readonly AwkwardFile[] = [
  { what: "title rows above the header", file: "title-rows.csv", outcome: staged([US_2023]) },
  {
    what: "title rows of one cell above the header",
    file: "ragged-title-rows.csv",
    outcome: staged([US_2023, US_2024]),
  },
  {
    what: "a row of totals below",
    file: "totals-row.csv",
    outcome: staged([US_2023, AI_2023, US_2024, AI_2024], ["error 4 year period"]),
  },
  {
    what: "a row of totals, left out",
    file: "totals-row.csv",
    settings: { leftOut: [4] },
    outcome: staged([US_2023, AI_2023, US_2024, AI_2024]),
  },
  {
    what: "footnotes below",
    file: "footnotes.csv",
    outcome: staged([US_2023, US_2024], ["error 5 - width", "error 6 - width"]),
  },
  {
    what: "two header rows",
    file: "two-header-rows.csv",
    mapping: { series: { "Venture · US": "VC_US_A" } },
    outcome: staged([US_2023, US_2024], ["warning - - unread-columns"]),
  },
  {
    what: "a row of units below the header",
    file: "units-row.csv",
    mapping: { series: { "VC_US_A · USD billion": "VC_US_A" } },
    outcome: staged([US_2023, US_2024], ["warning - - unread-columns"]),
  },
  { what: "no header", file: "no-header.csv", outcome: staged([US_2023, US_2024, AI_2024]) },
  {
    what: "two headers of one name",
    file: "same-headers.csv",
    mapping: { series: { Amount: "VC_US_A", "Amount (2)": "VC_AI_A" } },
    outcome: staged([US_2023, AI_2023, US_2024, AI_2024]),
  },
  { what: "a header without a text", file: "headers-without-text.csv", outcome: staged([US_2023, US_2024]) },
  {
    what: "a column for each series",
    file: "wide-series.csv",
    outcome: staged(
      [US_2023, AI_2023, US_2024, "VC_US_A 2025 missing", "VC_AI_A 2025 98"],
      ["warning 4 VC_US_A missing-value"],
    ),
  },
  {
    what: "a column for each period",
    file: "wide-periods.csv",
    outcome: staged(
      [US_2023, US_2024, AI_2023, AI_2024, "VC_AI_A 2025 missing"],
      ["warning 3 2025 missing-value"],
    ),
  },
  {
    what: "a column for a period that is none",
    file: "wide-periods-bad-header.csv",
    mapping: { periods: ["2023", "2024-Q5", "2025"] },
    outcome: staged([US_2023, "VC_US_A 2025 300"], ["error 1 2024-Q5 period"]),
  },
  {
    what: "a file of FRED",
    file: "fred.csv",
    outcome: staged(
      ["CPI_M 2024-01 308.4", "CPI_M 2024-02 310.3", "CPI_M 2024-03 missing"],
      ["warning 4 CPI_M missing-value"],
    ),
  },
  { what: "French headers", file: "french.csv", outcome: staged([US_2023, "VC_US_Q 2024-Q2 55.5"]) },
  {
    what: "the same key three times",
    file: "same-key-twice.csv",
    outcome: staged([US_2023, US_2023, "VC_US_A 2023 171"]),
  },
  {
    what: "an unknown series",
    file: "unknown-series.csv",
    outcome: staged([US_2023], ["error 2 series series"]),
  },
  {
    what: "vintages, statuses, sources and notes",
    file: "vintages.csv",
    outcome: staged([`${US_2023} “First report”`, "VC_US_A 2023 171 “Restated”"], ["error 4 source source"]),
  },
];

/** How numbers are written. */
const NUMBERS: readonly AwkwardFile[] = [
  {
    what: "$170.6B",
    file: "dollars-billions.csv",
    outcome: staged([US_2023, US_2024], ["error 4 value currency"]),
  },
  {
    what: "35,5 Mrd",
    file: "milliarden.csv",
    outcome: staged(["EUR_A 2023 35500000000", "EUR_A 2024 36000000000", "EUR_A 2025 900000000"]),
  },
  {
    what: "(1.2)",
    file: "brackets.csv",
    outcome: staged(["GROWTH_A 2023 -1.2", "GROWTH_A 2024 -1.2"], ["error 4 value number"]),
  },
  {
    what: "12%",
    file: "per-cent.csv",
    outcome: staged(["AI_SHARE_A 2023 0.12", "GROWTH_A 2023 12"], ["error 4 value percent"]),
  },
  {
    what: "n/a, dashes and nothing",
    file: "missing-markers.csv",
    outcome: staged(
      [
        ...["2018", "2019", "2020", "2021", "2022"].map((year) => `VC_US_A ${year} missing`),
        "VC_US_A 2023 0",
      ],
      [2, 3, 4, 5, 6].map((row) => `warning ${row} value missing-value`),
    ),
  },
  {
    what: "decimal points and a decimal comma",
    file: "mixed-decimal-styles.csv",
    outcome: staged(["VC_US_A 2021 345.1", "VC_US_A 2022 242.3"], ["error 4 value number-style"]),
  },
  {
    what: "1,234 alone",
    file: "ambiguous-thousands.csv",
    outcome: staged(["DEALS_A 2024 987"], ["error 2 value number-style", "error 3 value number-style"]),
  },
  {
    what: "1,234 alone, decided",
    file: "ambiguous-thousands.csv",
    mapping: { values: { style: { decimal: "point", group: "comma" } }, valuesOf: {} },
    outcome: staged(["DEALS_A 2022 1234", "DEALS_A 2023 2345", "DEALS_A 2024 987"]),
  },
  {
    what: "1.234 alone in a German file",
    file: "ambiguous-points.csv",
    outcome: staged([], ["error 2 Wert number-style", "error 3 Wert number-style"]),
  },
  {
    what: "thousands of two digits",
    file: "indian-thousands.csv",
    outcome: staged(["DEALS_A 2023 1234.5"], ["error 2 value number-style"]),
  },
  {
    what: "spaces that do not break between thousands",
    file: "space-thousands.csv",
    outcome: staged(["DEALS_A 2022 1234.5", "DEALS_A 2023 12345.5", "DEALS_A 2024 1234567"]),
  },
  {
    what: "apostrophes between thousands",
    file: "apostrophe-thousands.csv",
    outcome: staged(["DEALS_A 2022 1234.5", "DEALS_A 2023 12345"]),
  },
  {
    what: "full-width digits",
    file: "full-width-digits.csv",
    outcome: staged(["DEALS_A 2024 123"], ["error 2 value number"]),
  },
  {
    what: "Arabic digits",
    file: "arabic-digits.csv",
    outcome: staged(["DEALS_A 2024 123"], ["error 2 value number"]),
  },
  {
    what: "marks of direction",
    file: "direction-marks.csv",
    outcome: staged([US_2023], ["warning 2 period invisible", "warning 2 value invisible"]),
  },
  {
    what: "a space of no width in a code",
    file: "zero-width-spaces.csv",
    outcome: staged([US_2023], ["warning 2 series invisible"]),
  },
  {
    what: "emoji",
    file: "emoji.csv",
    outcome: staged([`${US_2023} “🚀 to the moon”`], ["error 3 value number"]),
  },
  {
    what: "negative zero",
    file: "negative-zero.csv",
    outcome: staged(["GROWTH_A 2023 0", "GROWTH_A 2024 0.00"]),
  },
  {
    what: "1e309 and 1e-400",
    file: "1e309.csv",
    outcome: staged([], ["error 2 value magnitude", "error 3 value magnitude"]),
  },
  {
    what: "Infinity",
    file: "infinity.csv",
    outcome: staged(
      ["VC_US_A 2024 missing"],
      ["error 2 value number", "error 3 value number", "warning 4 value missing-value"],
    ),
  },
  { what: "exponents", file: "exponents.csv", outcome: staged([US_2023, US_2024]) },
  {
    what: "more digits than floating point holds",
    file: "many-digits.csv",
    outcome: staged(
      ["VC_US_A 2023 0.1234567890123456789", "VC_US_A 2024 12345678901234567890.5"],
      ["error 4 value magnitude"],
    ),
  },
  {
    what: "numbers of programmers",
    file: "hexadecimal.csv",
    outcome: staged([], ["error 2 value number", "error 3 value number"]),
  },
  {
    what: "cells that begin as formulas",
    file: "formula-cells.csv",
    outcome: staged(
      [`${US_2024} “=cmd|' /C calc'!A0”`, `${AI_2024} “@SUM(1+1)”`],
      ["error 2 value number", "warning 3 note formula", "warning 4 note formula"],
    ),
  },
  {
    what: "errors of a spreadsheet",
    file: "spreadsheet-errors.csv",
    outcome: staged(
      [],
      [2, 3, 4].map((row) => `error ${row} value cell-error`),
    ),
  },
  {
    what: "another currency",
    file: "other-currency.csv",
    outcome: staged(["EUR_A 2023 5"], ["error 2 value currency", "error 4 value currency"]),
  },
  {
    what: "marks of footnotes at numbers",
    file: "footnote-marks.csv",
    outcome: staged(
      [],
      [2, 3, 4].map((row) => `error ${row} value number`),
    ),
  },
  {
    what: "a value a thousand million times too large",
    file: "implausible.csv",
    outcome: staged(["VC_AI_A 2023 42000000000", AI_2024], ["warning 2 value plausible"]),
  },
];

/** How periods are written. */
const PERIODS: readonly AwkwardFile[] = [
  {
    what: "03/04/25 beside 14/04/25",
    file: "slash-dates-decided.csv",
    outcome: staged(["NASDAQ_D 2025-04-03 1", "NASDAQ_D 2025-04-14 2"]),
  },
  {
    what: "03/04/25 alone",
    file: "slash-dates-undecided.csv",
    outcome: staged([], ["error 2 period date-order", "error 3 period date-order"]),
  },
  {
    what: "03/04/25 alone, decided",
    file: "slash-dates-undecided.csv",
    mapping: { dates: { order: "mdy" } },
    outcome: staged(["NASDAQ_D 2025-03-04 1", "NASDAQ_D 2025-04-05 2"]),
  },
  {
    what: "dates that contradict each other, none of which may be two days",
    file: "slash-dates-contradicting.csv",
    outcome: staged(["NASDAQ_D 2025-04-13 1", "NASDAQ_D 2025-04-14 2", "NASDAQ_D 2025-04-15 3"]),
  },
  {
    what: "leap days",
    file: "leap-days.csv",
    outcome: staged(
      ["NASDAQ_D 2024-02-29 1", "NASDAQ_D 2000-02-29 3"],
      [3, 5, 6].map((row) => `error ${row} period period`),
    ),
  },
  {
    what: "2024-Q5",
    file: "fifth-quarter.csv",
    outcome: staged(["VC_US_Q 2024-Q4 2"], ["error 2 period period"]),
  },
  {
    what: "quarters and half-years in many forms",
    file: "quarter-forms.csv",
    outcome: staged([
      ...["2023-Q1 1", "2023-Q2 2", "2023-Q3 3", "2023-Q4 4", "2024-Q1 5"].map((each) => `VC_US_Q ${each}`),
      "VC_US_H 2024-H1 6",
      "VC_US_H 2024-H2 7",
    ]),
  },
  {
    what: "months in many forms and languages",
    file: "month-names.csv",
    outcome: staged([1, 2, 3, 4, 5, 6, 7].map((month) => `CPI_M 2024-0${month} ${month}`)),
  },
  {
    what: "day numbers of a spreadsheet typed as numbers",
    file: "day-numbers.csv",
    outcome: staged([], ["error 2 period serial-date", "error 3 period serial-date"]),
  },
  {
    what: "day numbers, decided",
    file: "day-numbers.csv",
    mapping: { dates: { serials: "1900" } },
    outcome: staged(["NASDAQ_D 2024-06-30 1", "NASDAQ_D 2024-07-01 2"]),
  },
  {
    what: "years of two digits",
    file: "two-digit-years.csv",
    outcome: staged(["CPI_M 1950-01 2"], ["error 2 - vintage-early", "warning 2 period period-future"]),
  },
  {
    what: "German dates",
    file: "german-dates.csv",
    outcome: staged(["NASDAQ_D 2025-04-03 1.5", "NASDAQ_D 2025-04-04 2.5"]),
  },
  {
    what: "times of day",
    file: "times-of-day.csv",
    outcome: staged(["NASDAQ_D 2024-06-28 1"], ["error 3 period period"]),
  },
  {
    what: "fiscal years and marks of estimates",
    file: "fiscal-years.csv",
    outcome: staged(
      [],
      [2, 3, 4].map((row) => `error ${row} period period`),
    ),
  },
  {
    what: "periods off the frequency of their series",
    file: "off-frequency.csv",
    outcome: staged(
      [],
      [2, 3, 4, 5].map((row) => `error ${row} period off-frequency`),
    ),
  },
  {
    what: "periods and vintages in the future",
    file: "future-periods.csv",
    outcome: staged(
      ["VC_US_A 2028 2", "VC_US_A 2026 3"],
      [
        "error 2 as of vintage-early",
        "warning 2 period period-future",
        "warning 4 period period-future",
        "error 5 as of vintage-future",
      ],
    ),
  },
];

/** Workbooks and archives, built from readable parts. */
const ARCHIVES: readonly AwkwardFile[] = [
  {
    what: "dates of the 1900 system, and its 29 February 1900",
    file: () =>
      aWorkbook({
        sheets: [
          {
            rows: [
              HEADER,
              ["NASDAQ_D", { s: STYLE.date, v: "45473" }, 1],
              ["NASDAQ_D", { s: STYLE.date, v: "60" }, 2],
              ["NASDAQ_D", { s: STYLE.date, v: "61" }, 3],
              ["CPI_M", { s: STYLE.monthYear, v: "45444" }, 4],
            ],
          },
        ],
      }),
    outcome: staged(
      ["NASDAQ_D 2024-06-30 1", "NASDAQ_D 1900-03-01 3", "CPI_M 2024-06 4"],
      ["error 3 period period"],
    ),
  },
  {
    what: "dates of the 1904 system",
    file: () =>
      aWorkbook({
        is1904: true,
        sheets: [{ rows: [HEADER, ["NASDAQ_D", { s: STYLE.date, v: "44011" }, 1]] }],
      }),
    outcome: staged(["NASDAQ_D 2024-06-30 1"]),
  },
  {
    what: "merged cells",
    file: () =>
      aWorkbook({
        sheets: [
          {
            rows: [HEADER, ["VC_US_A", 2023, 170.6], [null, 2024, 209]],
            after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
          },
        ],
      }),
    outcome: staged([US_2023], ["warning - - merged-cells", "error 3 series filled"]),
  },
  {
    what: "hidden sheets",
    file: () =>
      aWorkbook({
        sheets: [
          { name: "Old", state: "hidden", rows: [["x"]] },
          { name: "Data", rows: [HEADER, ["VC_US_A", 2023, 170.6]] },
        ],
      }),
    outcome: staged([US_2023], ["warning - - hidden-sheets"]),
  },
  {
    what: "hidden rows",
    file: () =>
      aWorkbook({
        sheets: [
          {
            sheetData: `<row r="1"><c t="inlineStr"><is><t>period</t></is></c><c t="inlineStr"><is><t>VC_US_A</t></is></c></row>
              <row r="2" hidden="1"><c><v>2023</v></c><c><v>170.6</v></c></row>`,
          },
        ],
      }),
    outcome: staged([US_2023], ["warning - - hidden-rows"]),
  },
  {
    what: "error cells and formulas",
    file: () =>
      aWorkbook({
        sheets: [
          {
            rows: [
              HEADER,
              ["VC_US_A", 2020, { t: "e", v: "#N/A" }],
              ["VC_US_A", 2021, { t: "e", v: "#DIV/0!" }],
              ["VC_US_A", 2022, { f: "B2*2" }],
              ["VC_US_A", 2023, { f: "170+0.6", v: "170.6" }],
              ["VC_US_A", 2024, { t: "b", v: "1" }],
            ],
          },
        ],
      }),
    outcome: staged(
      ["VC_US_A 2020 missing", US_2023],
      [
        "warning - - formulas",
        "warning 2 value missing-value",
        "error 3 value cell-error",
        "error 4 value cell-error",
        "error 6 value number",
      ],
    ),
  },
  {
    what: "per cents by their format",
    file: () =>
      aWorkbook({
        sheets: [
          {
            rows: [
              HEADER,
              ["AI_SHARE_A", 2023, { s: STYLE.percent, v: "0.45" }],
              ["GROWTH_A", 2023, { s: STYLE.percent, v: "0.45" }],
              ["VC_US_A", 2023, { s: STYLE.percent, v: "0.45" }],
            ],
          },
        ],
      }),
    outcome: staged(["AI_SHARE_A 2023 0.45", "GROWTH_A 2023 45"], ["error 4 value percent"]),
  },
  {
    what: "numbers with the noise of floating point",
    file: () =>
      aWorkbook({
        sheets: [
          {
            rows: [
              HEADER,
              ["GROWTH_A", 2023, { v: "0.30000000000000004" }],
              ["GROWTH_A", 2024, { v: "1.1000000000000001E-2" }],
            ],
          },
        ],
      }),
    outcome: staged(["GROWTH_A 2023 0.3", "GROWTH_A 2024 0.011"]),
  },
  {
    what: "day numbers without a date format",
    file: () => aWorkbook({ sheets: [{ rows: [HEADER, ["NASDAQ_D", 45473, 1]] }] }),
    outcome: staged([], ["error 2 period serial-date"]),
  },
  {
    what: "shared and rich text",
    file: () =>
      aWorkbook({
        sharedText: ["<r><t>VC_</t></r><r><t>US_A</t></r>"],
        sheets: [{ rows: [HEADER, [{ t: "s", v: "0" }, 2023, 170.6]] }],
      }),
    outcome: staged([US_2023]),
  },
  {
    what: "numbers stored as text",
    file: () =>
      aWorkbook({ sheets: [{ rows: [HEADER, ["VC_US_A", "2023", "170,6"], ["VC_US_A", "2024", 209.5]] }] }),
    outcome: staged([US_2023, "VC_US_A 2024 209.5"]),
  },
  {
    what: "a workbook named as text",
    file: () => aWorkbook({ name: "a.csv", sheets: [{ rows: [HEADER, ["VC_US_A", 2023, 170.6]] }] }),
    outcome: staged([US_2023], ["warning - - wrong-extension"]),
  },
  { what: "an empty sheet", file: () => aWorkbook(), outcome: { refused: "empty" } },
  {
    what: "a workbook without a sheet",
    file: () => aWorkbook({ sheets: [] }),
    outcome: { refused: "no-sheet" },
  },
  {
    what: "a sheet that is not there",
    file: () => aWorkbook(),
    reading: { sheet: "Data" },
    outcome: { refused: "unknown-sheet" },
  },
  {
    what: "a zip bomb",
    file: () => aWorkbook({ parts: { "xl/worksheets/sheet1.xml": new Uint8Array(5_000_000) } }),
    outcome: { refused: "zip-bomb" },
  },
  {
    what: "a bomb in a part that is not read",
    file: () =>
      aWorkbook({
        parts: { "xl/media/image1.png": new Uint8Array(5_000_000) },
        sheets: [{ rows: [HEADER, ["VC_US_A", 2023, 170.6]] }],
      }),
    outcome: staged([US_2023]),
  },
  {
    what: "an XML entity bomb",
    file: () =>
      aWorkbook({
        parts: {
          "xl/sharedStrings.xml": `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`,
        },
      }),
    outcome: { refused: "entity" },
  },
  {
    what: "an entity of another file",
    file: () =>
      aWorkbook({
        parts: {
          "xl/workbook.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook>&x;</workbook>',
        },
      }),
    outcome: { refused: "entity" },
  },
  {
    what: "a workbook behind a password",
    file: () => fileOf("a.xlsx", bytesOf(COMPOUND, wide("EncryptedPackage"))),
    outcome: { refused: "password-protected" },
  },
  {
    what: "a workbook of the kind before 2007",
    file: () => fileOf("a.xls", bytesOf(COMPOUND, wide("Workbook"))),
    outcome: { refused: "legacy-xls" },
  },
  {
    what: "a workbook that is cut off",
    file: () => cutOff(aWorkbook({ sheets: [{ rows: [HEADER] }] })),
    outcome: { refused: "damaged" },
  },
  {
    what: "an OpenDocument sheet",
    file: () => fileOf("a.ods", zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" })),
    outcome: { refused: "not-a-table" },
  },
  {
    what: "an archive of tables",
    file: () => fileOf("a.zip", zipOf({ "a.csv": LONG })),
    outcome: { refused: "not-a-table" },
  },
  {
    what: "a data package",
    file: () => fileOf("a.zip", zipOf({ "p/datapackage.json": "{}", "p/series.csv": "code\n" })),
    outcome: { package: ["datapackage.json", "series.csv"] },
  },
  {
    what: "a data package with a name that leads out of it",
    file: () => fileOf("a.zip", zipOf({ "datapackage.json": "{}", "../../x.csv": "x" })),
    outcome: { refused: "unsafe-name" },
  },
];

function cutOff(file: UploadFile): UploadFile {
  return {
    name: file.name,
    async *open() {
      for await (const bytes of file.open()) yield bytes.subarray(0, bytes.length / 2);
    },
  };
}

/** Every awkward file. */
export const AWKWARD_FILES: readonly AwkwardFile[] = [
  ...TEXT_FILES,
  ...TABLES,
  ...NUMBERS,
  ...PERIODS,
  ...ARCHIVES,
];
