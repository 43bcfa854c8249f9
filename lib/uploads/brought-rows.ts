import { z } from "zod";
import type { Content } from "../ingestion/read-content.ts";
import { readRows, type TableRead } from "../ingestion/read-table.ts";
import { columnName, fieldsOf } from "../ingestion/tables.ts";

/** One row of a table as text by column, an empty text for an empty cell. */
const Cells = z.record(z.string(), z.string());
export type Cells = z.infer<typeof Cells>;

/** What an upload adds to the small tables with its values, as cells: they are read as those of a data package are. */
export const BroughtRows = z.object({
  sources: z.array(Cells).default([]),
  series: z.array(Cells).default([]),
});
export type BroughtRows = z.infer<typeof BroughtRows>;

/** Where what is wrong with what an upload brings is mended: with its new series, or in the package that it is. */
export function broughtRemedy({ sources, series }: BroughtRows): string {
  return sources.length + series.length > 0
    ? "mend it among the new series"
    : "mend the package, and send it again";
}

/** Reads them, each cell by itself; what rows owe to each other and to the store is checked as a package is. */
export function readBrought({ sources, series }: BroughtRows): Pick<Content, "sources" | "series"> {
  return { sources: readCells("sources", sources), series: readCells("series", series) };
}

function readCells<Name extends "sources" | "series">(table: Name, rows: readonly Cells[]): TableRead<Name> {
  const header = fieldsOf(table).map(columnName);
  const lines = rows.map((cells, index) => ({
    row: index + 1,
    cells: header.map((column) => (cells[column] ?? "").trim()),
  }));
  return readRows(table, { resource: table, table, header, rows: lines });
}
