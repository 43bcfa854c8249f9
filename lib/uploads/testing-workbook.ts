import { strToU8, zipSync } from "fflate";
import { fileOf, type UploadFile } from "./read/upload-file.ts";

/**
 * One cell: text (in place), a number as its text in the file, nothing, or any attributes and content of the `c`
 * element: `{ s: 1, v: "45473" }` is a number with the style 1.
 */
export type BookCell =
  | string
  | number
  | null
  | {
      readonly t?: string;
      readonly s?: number;
      readonly v?: string;
      readonly f?: string;
      readonly is?: string;
    };

export interface BookSheet {
  readonly name?: string;
  readonly state?: "hidden" | "veryHidden";
  /** Rows from the first on; `[]` is a row without cells. */
  readonly rows?: readonly (readonly BookCell[])[];
  /** The sheet's data written out, in place of `rows`. */
  readonly sheetData?: string;
  /** What follows the data. */
  readonly after?: string;
}

/** Cell formats of every built workbook, by index. */
export const STYLE = { general: 0, date: 1, percent: 2, monthYear: 3, quarterWords: 4, time: 5 } as const;

const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
  <numFmts count="2">
    <numFmt numFmtId="164" formatCode="mmm\\-yy"/>
    <numFmt numFmtId="165" formatCode="&quot;dry&quot; 0"/>
  </numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs>
    <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/>
  </cellXfs>
</styleSheet>`;

/** A workbook as a spreadsheet program writes it, from readable parts; `parts` adds to them or replaces them. */
export function aWorkbook({
  sheets = [{}],
  is1904 = false,
  sharedText = [],
  parts = {},
  name = "book.xlsx",
}: {
  sheets?: readonly BookSheet[];
  is1904?: boolean;
  /** The content of each `si` element. */
  sharedText?: readonly string[];
  parts?: Readonly<Record<string, string | Uint8Array | null>>;
  name?: string;
} = {}): UploadFile {
  return fileOf(name, zipOf({ ...partsOf(sheets, is1904, sharedText), ...parts }));
}

/** The files of a zip archive; `null` leaves one out. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array | null>>): Uint8Array {
  const files = Object.entries(parts).flatMap(([path, content]) =>
    content === null ? [] : [[path, typeof content === "string" ? strToU8(content) : content] as const],
  );
  return zipSync(Object.fromEntries(files), { level: 6 });
}

function partsOf(sheets: readonly BookSheet[], is1904: boolean, sharedText: readonly string[]) {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const listed = sheets.map(
    ({ name = "Sheet1", state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
  );
  const related = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>',
    "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${related.join("")}
      <Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/>
      <Relationship Id="rIdT" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": `<sst>${sharedText.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)] as const),
    ),
  };
}

function sheetXml({ rows = [], sheetData, after = "" }: BookSheet): string {
  const written = rows.map(
    (cells, index) =>
      `<row r="${index + 1}">${cells.map((cell, at) => cellXml(cell, index, at)).join("")}</row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData ?? written.join("")}</sheetData>${after}</worksheet>`;
}

function cellXml(cell: BookCell, row: number, column: number): string {
  if (cell === null) return "";
  const r = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (typeof cell === "number") return `<c r="${r}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${r}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  const { t, s, v, f, is } = cell;
  const attributes = `${t === undefined ? "" : ` t="${t}"`}${s === undefined ? "" : ` s="${s}"`}`;
  const formula = f === undefined ? "" : `<f>${escaped(f)}</f>`;
  const value = v === undefined ? "" : `<v>${escaped(v)}</v>`;
  return `<c r="${r}"${attributes}>${formula}${value}${is === undefined ? "" : `<is>${is}</is>`}</c>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
