import { err, ok, type Result } from "../../../result.ts";
import { problemOf } from "../../rules.ts";
import type { ReadingChoices } from "../../settings.ts";
import type { UploadProblem } from "../../staged.ts";
import { type ReadControl, startWatch } from "../control.ts";
import type { ReadRefusal } from "../refusal.ts";
import type { Finding, RowBatch } from "../row.ts";
import { type Archive, openArchive } from "../zip/archive.ts";
import { readWorkbookDirectory, type Sheet, type Workbook } from "./directory.ts";
import { readSharedText } from "./shared-text.ts";
import { sheetRows } from "./sheet-rows.ts";
import { readNumberForms } from "./styles.ts";

/** A workbook, with the sheet that is read and the system its dates are counted by. */
export interface OpenWorkbook {
  readonly kind: "workbook";
  readonly sheets: readonly Sheet[];
  readonly sheet: Finding<string>;
  readonly dateSystem: Finding<"1900" | "1904">;
  readonly notes: readonly UploadProblem[];
  /** One pass over all rows of the sheet; may be asked for again. */
  rows(): AsyncGenerator<Result<RowBatch, ReadRefusal>>;
}

/**
 * Opens a workbook (.xlsx, .xlsm). The first sheet that is not hidden is read unless another is chosen. Errors: those of
 * its parts; `no-sheet`; `unknown-sheet`.
 */
export async function openWorkbook(
  file: Uint8Array,
  archive: Archive,
  choices: Pick<ReadingChoices, "sheet">,
  control: ReadControl,
): Promise<Result<OpenWorkbook, ReadRefusal>> {
  const directory = await readWorkbookDirectory(archive, startWatch(control));
  if (!directory.ok) return directory;
  const workbook = directory.value;
  const chosen = chooseSheet(workbook.sheets, choices.sheet);
  if (!chosen.ok) return chosen;
  const { sheet, because } = chosen.value;
  return ok({
    kind: "workbook",
    sheets: workbook.sheets,
    sheet: { value: sheet.name, because },
    dateSystem: workbook.is1904
      ? { value: "1904", because: "the workbook says so" }
      : { value: "1900", because: "the workbook does not say 1904" },
    notes: hiddenSheets(workbook.sheets),
    rows: () => rowsOf(file, workbook, sheet, control),
  });
}

/** Each pass opens the archive again, so that each has the whole limit on unzipped bytes. */
async function* rowsOf(
  file: Uint8Array,
  workbook: Workbook,
  sheet: Sheet,
  control: ReadControl,
): AsyncGenerator<Result<RowBatch, ReadRefusal>> {
  const archive = openArchive(file, control.limits);
  if (!archive.ok) return yield archive;
  const watch = startWatch(control);
  const forms = await readNumberForms(archive.value, workbook.stylesPart, watch);
  if (!forms.ok) return yield forms;
  const sharedText = await readSharedText(archive.value, workbook.sharedTextPart, watch);
  if (!sharedText.ok) return yield sharedText;
  yield* sheetRows(
    archive.value,
    {
      part: sheet.part,
      is1904: workbook.is1904,
      forms: forms.value,
      sharedText: sharedText.value,
      fileBytes: file.length,
    },
    watch,
  );
}

function chooseSheet(
  sheets: readonly Sheet[],
  choice: string | null,
): Result<{ sheet: Sheet; because: string }, ReadRefusal> {
  const named = sheets.find(({ name }) => name === choice);
  if (named) return ok({ sheet: named, because: "chosen by the editor" });
  if (choice !== null) {
    return err({ kind: "unknown-sheet", sheet: choice, known: sheets.map(({ name }) => name) });
  }
  const visible = sheets.filter(({ state }) => state === "visible");
  const sheet = visible[0] ?? sheets[0];
  if (!sheet) return err({ kind: "no-sheet" });
  const because =
    visible.length === 1 ? "the only sheet that is not hidden" : "the first sheet that is not hidden";
  return ok({ sheet, because: visible.length === 0 ? "the first sheet; all of them are hidden" : because });
}

function hiddenSheets(sheets: readonly Sheet[]): UploadProblem[] {
  const hidden = sheets.filter(({ state }) => state !== "visible").map(({ name }) => name);
  return hidden.length === 0 ? [] : [problemOf("hidden-sheets", { value: hidden.join(", ") })];
}
