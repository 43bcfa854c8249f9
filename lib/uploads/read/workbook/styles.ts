import { err, ok, type Result } from "../../../result.ts";
import type { Watch } from "../control.ts";
import type { ReadRefusal } from "../refusal.ts";
import type { Archive } from "../zip/archive.ts";
import { readWhole } from "./part.ts";

/** What the format of a cell makes of its number. */
export type NumberForm = "number" | "date" | "percent";

/** The forms of all cell formats of a workbook, by their index; cells without one are numbers. */
export type NumberForms = readonly NumberForm[];

/** Reads the formats of a workbook (ECMA-376, part 1, 18.8.10, 18.8.30 and 18.8.31). */
export async function readNumberForms(
  archive: Archive,
  part: string | null,
  watch: Watch,
): Promise<Result<NumberForms, ReadRefusal>> {
  const forms: NumberForm[] = [];
  if (part === null || !archive.has(part)) return ok(forms);
  const codes = new Map<number, string>();
  let isInCellFormats = false;
  const refusal = await readWhole(
    archive,
    part,
    {
      open(name, { numFmtId, formatCode }) {
        if (name === "numFmt") codes.set(Number(numFmtId), formatCode ?? "");
        if (name === "cellXfs") isInCellFormats = true;
        if (name === "xf" && isInCellFormats) forms.push(numberForm(Number(numFmtId ?? 0), codes));
        return null;
      },
      close(name) {
        if (name === "cellXfs") isInCellFormats = false;
        return null;
      },
    },
    watch,
  );
  return refusal ? err(refusal) : ok(forms);
}

/** Built-in formats that show a date in one language or another: 14 to 17, 22, and the East Asian ones. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
const isBuiltInPercent = (id: number) => id === 9 || id === 10;

function numberForm(id: number, codes: ReadonlyMap<number, string>): NumberForm {
  const code = codes.get(id);
  if (code !== undefined) return formOfCode(code);
  if (isBuiltInDate(id)) return "date";
  return isBuiltInPercent(id) ? "percent" : "number";
}

/**
 * What a custom format shows: a date when it has a day, a month or a year outside quotation marks, brackets and escapes;
 * minutes, which share the letter of months, come with hours or seconds; hours, minutes or seconds in brackets are a
 * length of time. Only the part for positive numbers counts.
 */
export function formOfCode(code: string): NumberForm {
  if (/\[[hms]+\]/i.test(code)) return "number";
  const bare = code
    .replace(/"[^"]*"?|\[[^\]]*\]|\\.|[_*]./g, "")
    .split(";")[0]
    ?.toLowerCase();
  if (bare === undefined || bare.startsWith("general")) return "number";
  if (bare.includes("%")) return "percent";
  const isDate = /[dy]/.test(bare) || (bare.includes("m") && !/[hs]/.test(bare));
  return isDate ? "date" : "number";
}
