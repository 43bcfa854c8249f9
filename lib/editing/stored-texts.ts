import type { FigureSpec } from "../figures/spec.ts";
import type { StoredFigure, StoredRows, StoredSeries, StoredTables } from "../revisions/row-change.ts";
import type { EditedRows, EditedTable } from "./edited-table.ts";
import type { FigureRow } from "./figure-row.ts";
import { type RowTexts, textsOf } from "./row-texts.ts";

/** A stored row as its form has it, and whether it is a retired series. */
export function textsOfStored<Table extends EditedTable>(
  table: Table,
  row: StoredRows[Table],
): { readonly texts: RowTexts; readonly isRetired: boolean } {
  if (table === "figures")
    return { texts: textsOf("figures", figureRowOf(row as StoredFigure)), isRetired: false };
  const isRetired = table === "series" && (row as StoredSeries).isRetired;
  return { texts: textsOf(table, row as EditedRows[Table]), isRetired };
}

/** A row from a form as it is put into the store. A series from a form is in use. */
export function asStored<Table extends EditedTable>(
  table: Table,
  row: EditedRows[Table],
): Partial<StoredTables> {
  if (table === "series") return { series: [{ ...(row as EditedRows["series"]), isRetired: false }] };
  if (table !== "figures") return { [table]: [row] };
  const { spec, ...figure } = row as FigureRow;
  return { figures: [{ ...figure, spec: { ...spec, name: figure.name } as FigureSpec }] };
}

function figureRowOf({ spec, ...figure }: StoredFigure): FigureRow {
  return { ...figure, spec: withoutName(spec) };
}

/** A specification as a form has it: its name is a field of its own. */
export function withoutName({ name: _, ...spec }: FigureSpec): FigureRow["spec"] {
  return spec;
}
