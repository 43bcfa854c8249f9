import "server-only";
import { ingestionStore } from "../../../db/ingestion/store.ts";
import { checkRow } from "../../../lib/editing/check-row.ts";
import type { FieldErrors } from "../../../lib/editing/field-errors.ts";
import type { RowTexts } from "../../../lib/editing/row-texts.ts";
import { columnName, fieldsOf, type SeriesRow } from "../../../lib/ingestion/tables.ts";
import type { Result } from "../../../lib/result.ts";
import type { Cells } from "../../../lib/uploads/brought-rows.ts";
import type { UploadSettings } from "../../../lib/uploads/settings.ts";
import { today } from "../clock.ts";
import { store } from "../store.ts";

/** Checks a series that an upload is to bring, as a data package would be. Errors: what is wrong with each field. */
export async function checkNewSeries(texts: RowTexts): Promise<Result<SeriesRow, FieldErrors>> {
  const snapshot = await ingestionStore((await store()).db).snapshot([]);
  return checkRow("series", texts, { snapshot, today: today(), isNew: true });
}

/** The settings with a series that the upload brings, meant by a name in the file; one of the same code is replaced. */
export function withNewSeries(settings: UploadSettings, texts: RowTexts, name: string): UploadSettings {
  const cells = Object.fromEntries(Object.entries(texts).map(([field, text]) => [columnName(field), text]));
  const code = cells.code ?? "";
  const others = settings.brings.series.filter((each) => each.code !== code);
  const brings = { ...settings.brings, series: [...others, cells] };
  const { mapping } = settings;
  if (mapping === null || name === "") return { ...settings, brings };
  return { ...settings, brings, mapping: meaning(mapping, name, code) };
}

/** The settings without a series that the upload was to bring. */
export function withoutSeries(settings: UploadSettings, code: string): UploadSettings {
  const series = settings.brings.series.filter((each) => each.code !== code);
  return { ...settings, brings: { ...settings.brings, series } };
}

/** A series that an upload brings as its form has it. */
export function textsOfCells(cells: Cells): RowTexts {
  return Object.fromEntries(fieldsOf("series").map((field) => [field, cells[columnName(field)] ?? ""]));
}

/** A column of values is of that series; elsewhere the name in the file stands for its code. */
function meaning(
  mapping: NonNullable<UploadSettings["mapping"]>,
  name: string,
  code: string,
): NonNullable<UploadSettings["mapping"]> {
  switch (mapping.layout) {
    case "one-series":
      return name === mapping.value ? { ...mapping, code } : mapping;
    case "series-across":
      return { ...mapping, series: { ...mapping.series, [name]: code } };
    case "long":
    case "periods-across":
      return name === code ? mapping : { ...mapping, seriesNames: { ...mapping.seriesNames, [name]: code } };
  }
}
