import type { FigureSpec } from "../figures/spec.ts";
import {
  type EraRow,
  type EventRow,
  type IndicatorRow,
  type RoundRow,
  rowName,
  type SeedFactRow,
  type SeriesRow,
  type SourceRow,
  type TableName,
  type TableRows,
  type ThresholdRow,
} from "../ingestion/tables.ts";

/** A series as stored: its row in a package, and whether it is retired. */
export type StoredSeries = SeriesRow & { readonly isRetired: boolean };

/** A figure as stored: its specification, and its place on the dashboard. */
export interface StoredFigure {
  readonly name: string;
  readonly spec: FigureSpec;
  readonly position: number;
  readonly isOnDashboard: boolean;
}

/** One row of each table but the observations, as stored: a row of a package and what a package does not say. */
export interface StoredRows {
  readonly sources: SourceRow;
  readonly series: StoredSeries;
  readonly eras: EraRow;
  readonly events: EventRow;
  readonly rounds: RoundRow;
  readonly seedFacts: SeedFactRow;
  readonly figures: StoredFigure;
  readonly indicators: IndicatorRow;
  readonly thresholds: ThresholdRow;
}

/** The names of these tables, each after those it refers to. */
export const STORED_TABLES = [
  "sources",
  "series",
  "eras",
  "events",
  "rounds",
  "seedFacts",
  "figures",
  "indicators",
  "thresholds",
] as const satisfies readonly (keyof StoredRows)[];
export type StoredTable = keyof StoredRows;

/** Rows of every table. */
export type StoredTables = { readonly [Table in StoredTable]: readonly StoredRows[Table][] };

/** A row by its table and the name it has within it. */
export interface RowName {
  readonly table: StoredTable;
  readonly key: string;
}

/** One row that a revision added (`before` is null), changed, or removed (`after` is null). */
export type RowChange = {
  [Table in StoredTable]: {
    readonly table: Table;
    readonly key: string;
    readonly before: StoredRows[Table] | null;
    readonly after: StoredRows[Table] | null;
  };
}[StoredTable];

/** The name of a stored row: its key fields, joined. */
export function rowKey<Table extends StoredTable>(table: Table, row: StoredRows[Table]): string {
  if (table === "figures") return (row as StoredFigure).name;
  return rowName(table as TableName, row as TableRows[TableName]);
}

/** What a person calls a row: its title, name, label, company, level or text. */
export function rowTitle(row: StoredRows[StoredTable] | TableRows[Exclude<StoredTable, "figures">]): string {
  if ("title" in row) return row.title;
  if ("label" in row) return row.label;
  if ("company" in row) return row.company;
  if ("level" in row) return row.level;
  return "text" in row ? row.text : row.name;
}
