import type { LimitName } from "./limits.ts";

/** Why a file, or the rest of it, is not read. `row` counts as a spreadsheet does, the first row being 1. */
export type ReadRefusal =
  | { readonly kind: "empty" }
  | { readonly kind: "file-too-large"; readonly most: number }
  | { readonly kind: "too-many-rows"; readonly most: number }
  | { readonly kind: "too-many-columns"; readonly most: number; readonly row: number }
  | { readonly kind: "cell-too-long"; readonly most: number; readonly row: number }
  | { readonly kind: "too-slow"; readonly most: number }
  | { readonly kind: "cancelled" }
  /** `found`: what the file seems to be, as the end of “it is …”. */
  | { readonly kind: "not-a-table"; readonly found: string; readonly remedy: string }
  | { readonly kind: "encoding-unreadable"; readonly encoding: string; readonly row: number | null }
  | { readonly kind: "unclosed-quote"; readonly row: number }
  | { readonly kind: "password-protected" }
  | { readonly kind: "legacy-xls" }
  | { readonly kind: "zip-bomb"; readonly limit: ZipLimit; readonly most: number; readonly part: string }
  | { readonly kind: "entity"; readonly part: string }
  | { readonly kind: "unsafe-name"; readonly name: string }
  | { readonly kind: "damaged"; readonly part: string; readonly because: string }
  | { readonly kind: "no-sheet" }
  | { readonly kind: "unknown-sheet"; readonly sheet: string; readonly known: readonly string[] };

type ZipLimit = Extract<LimitName, "unzippedBytes" | "unzipRatio" | "zipEntries" | "sharedText">;

/** A refusal for people: what is the matter, what to do, and the limit that was met, if one was. */
export interface RefusalWords {
  readonly says: string;
  readonly remedy: string;
  readonly limit: LimitName | null;
}

/** The words of a refusal. */
export function refusalWords(refusal: ReadRefusal): RefusalWords {
  switch (refusal.kind) {
    case "empty":
      return words("The file holds no rows", "check that it was saved, and that the right sheet is chosen");
    case "file-too-large":
      return words(`The file is larger than ${megabytes(refusal.most)}`, split, "bytes");
    case "too-many-rows":
      return words(`The file has more than ${count(refusal.most)} rows`, split, "rows");
    case "too-many-columns":
      return words(
        `Row ${count(refusal.row)} has more than ${count(refusal.most)} columns`,
        "check the delimiter, or put the series below each other instead of side by side",
        "columns",
      );
    case "cell-too-long":
      return words(
        `A cell of row ${count(refusal.row)} holds more than ${count(refusal.most)} characters`,
        "shorten it, and look for a quotation mark that is not closed",
        "cellLength",
      );
    case "too-slow":
      return words(
        `Reading took longer than ${count(refusal.most / 1000)} seconds`,
        "try again, or split the file into several",
        "milliseconds",
      );
    case "cancelled":
      return words("Reading was cancelled", "start it again when you are ready");
    case "not-a-table":
      return words(`This is not a table: it is ${refusal.found}`, refusal.remedy);
    case "encoding-unreadable":
      return words(
        `The text is not ${refusal.encoding}${refusal.row === null ? "" : `, from about row ${count(refusal.row)} on`}`,
        "choose another encoding, or save the file as UTF-8",
      );
    case "unclosed-quote":
      return words(
        `The quotation mark that opens in row ${count(refusal.row)} is never closed`,
        "close it, or choose another quotation mark",
      );
    case "password-protected":
      return words("The file is protected by a password", "save it without one");
    case "legacy-xls":
      return words("The file is an Excel workbook of the kind before 2007 (.xls)", "save it as .xlsx");
    case "zip-bomb":
      return words(zipWords(refusal), "save it again from the program it was made with", refusal.limit);
    case "entity":
      return words(
        `The part ${refusal.part} defines XML entities, which no spreadsheet does`,
        "save the file again from a spreadsheet program",
      );
    case "unsafe-name":
      return words(
        `The archive holds a file named ${refusal.name}`,
        "pack the files again, without .. or / at the start of a name",
      );
    case "damaged":
      return words(
        `The part ${refusal.part} cannot be read: ${refusal.because}`,
        "open the file in a spreadsheet program and save it again",
      );
    case "no-sheet":
      return words("The workbook has no sheet with cells", "put the table on a sheet of its own");
    case "unknown-sheet":
      return words(
        `The workbook has no sheet named ${refusal.sheet}`,
        `choose one of ${refusal.known.join(", ")}`,
      );
  }
}

const split = "split it into several files";

function words(says: string, remedy: string, limit: LimitName | null = null): RefusalWords {
  return { says, remedy, limit };
}

function zipWords({ limit, most, part }: Extract<ReadRefusal, { kind: "zip-bomb" }>): string {
  switch (limit) {
    case "unzippedBytes":
      return `Unzipped, the file is larger than ${megabytes(most)}`;
    case "unzipRatio":
      return `The part ${part} grows to more than ${count(most)} times its size when unzipped`;
    case "zipEntries":
      return `The file has more than ${count(most)} parts`;
    case "sharedText":
      return `The texts of the workbook are longer than ${count(most)} characters`;
  }
}

function megabytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${count(bytes / 1_000_000)} MB` : `${count(bytes)} bytes`;
}

function count(number: number): string {
  return number.toLocaleString("en-GB");
}
