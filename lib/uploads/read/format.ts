/** What kind of file the first bytes are those of. `other`: something that is read by nobody here. */
export type Format =
  | { readonly kind: "text" }
  | { readonly kind: "zip" }
  | { readonly kind: "compound" }
  | { readonly kind: "other"; readonly found: string; readonly remedy: string };

const TABLE = "upload a CSV file or an Excel workbook (.xlsx)";
const COPY = "open it, copy the table and paste it, or save it as .xlsx";
const UNPACK = "unpack it and upload the table in it";

const SIGNATURES: ReadonlyArray<readonly [signature: string, format: Format]> = [
  ["PK\u0003\u0004", { kind: "zip" }],
  ["PK\u0005\u0006", { kind: "zip" }],
  ["\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", { kind: "compound" }],
  ["%PDF", { kind: "other", found: "a PDF document", remedy: COPY }],
  ["\u0089PNG", { kind: "other", found: "a PNG image", remedy: TABLE }],
  ["\u00ff\u00d8\u00ff", { kind: "other", found: "a JPEG image", remedy: TABLE }],
  ["GIF8", { kind: "other", found: "a GIF image", remedy: TABLE }],
  ["\u001f\u008b", { kind: "other", found: "a gzip archive", remedy: UNPACK }],
  ["BZh91AY", { kind: "other", found: "a bzip2 archive", remedy: UNPACK }],
  ["7z\u00bc\u00af", { kind: "other", found: "a 7-Zip archive", remedy: UNPACK }],
  ["Rar!", { kind: "other", found: "a RAR archive", remedy: UNPACK }],
  ["PAR1", { kind: "other", found: "a Parquet file", remedy: "write it as CSV" }],
  ["SQLite format 3", { kind: "other", found: "a SQLite database", remedy: "write the table as CSV" }],
];

const MARKUP: ReadonlyArray<readonly [form: RegExp, found: string]> = [
  [/^<(!doctype html|html|table|head|body|meta)\b/i, "a web page"],
  [/^<\?xml|^<[a-z][\w:-]*[\s>]/i, "an XML document"],
  [/^[[{]\s*["{[]/, "a JSON document"],
];

/** What the first bytes of a file say that it is. */
export function findFormat(head: Uint8Array): Format {
  const start = latin1(head.subarray(0, 512));
  const signed = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (signed) return signed[1];
  const text = start.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  const markup = MARKUP.find(([form]) => form.test(text));
  return markup ? { kind: "other", found: markup[1], remedy: COPY } : { kind: "text" };
}

const EXTENSIONS: ReadonlyArray<readonly [form: RegExp, kind: string]> = [
  [/\.(csv|tsv|tab|txt|psv|dat)$/i, "a text file"],
  [/\.(xlsx|xlsm|xltx|xltm)$/i, "a workbook"],
  [/\.xls$/i, "an old workbook"],
  [/\.zip$/i, "a data package"],
];

/** What the name of a file says that it is, or `null` when it says nothing known. */
export function kindByName(name: string): string | null {
  return EXTENSIONS.find(([form]) => form.test(name))?.[1] ?? null;
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
