import type { Cell } from "../ingestion/cells.ts";
import {
  type EraRow,
  type EventRow,
  fieldsOf,
  type IndicatorRow,
  type RoundRow,
  type SeriesRow,
  type SourceRow,
  TABLES,
  type ThresholdRow,
} from "../ingestion/tables.ts";
import { FIGURE_COLUMNS, type FigureRow } from "./figure-row.ts";

/** The tables that are edited by forms, in the order in which they are offered. */
export const EDITED_TABLES = [
  "series",
  "sources",
  "events",
  "eras",
  "rounds",
  "figures",
  "indicators",
  "thresholds",
] as const;
export type EditedTable = (typeof EDITED_TABLES)[number];

/** One row of each, as a form has it. Whether a series is retired is no field: that is an act of its own. */
export interface EditedRows {
  readonly sources: SourceRow;
  readonly series: SeriesRow;
  readonly eras: EraRow;
  readonly events: EventRow;
  readonly rounds: RoundRow;
  readonly figures: FigureRow;
  readonly indicators: IndicatorRow;
  readonly thresholds: ThresholdRow;
}

/** A field of any of these tables. */
export type FieldOf<Table extends EditedTable> = keyof EditedRows[Table] & string;

/** Reads a word from an address or a form. */
export function editedTableOf(word: unknown): EditedTable | null {
  return EDITED_TABLES.find((table) => table === word) ?? null;
}

/** How each field of a table is read: the columns of a data package. */
export function columnsOf(table: EditedTable): Readonly<Record<string, Cell<unknown>>> {
  return table === "figures" ? FIGURE_COLUMNS : TABLES[table].columns;
}

/** The fields of a table in the order of its columns. */
export function fieldNamesOf(table: EditedTable): readonly string[] {
  return table === "figures" ? Object.keys(FIGURE_COLUMNS) : fieldsOf(table);
}

/** The field whose value names a row; it never changes. */
export function keyFieldOf(table: EditedTable): "key" | "code" | "name" {
  if (table === "sources") return "key";
  return table === "figures" || table === "indicators" || table === "thresholds" ? "name" : "code";
}
