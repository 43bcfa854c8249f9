import { err, ok, type Result } from "../result.ts";
import { checkFigures } from "./check-figures.ts";
import { checkIndicators, checkThresholds } from "./check-indicators.ts";
import { checkObservations } from "./check-observations.ts";
import { checkEras, checkEvents, checkRounds, checkSeedFacts } from "./check-references.ts";
import { checkSeries } from "./check-series.ts";
import { knownTo } from "./known.ts";
import { about, type Problem } from "./problem.ts";
import type { Content, TableReads } from "./read-content.ts";
import type { Placed } from "./read-table.ts";
import type { Snapshot } from "./store.ts";
import {
  type Catalogue,
  columnName,
  rowName,
  TABLE_NAMES,
  TABLES,
  type TableName,
  type TableRows,
} from "./tables.ts";

/**
 * Checks what the rows of a package owe to each other and to what the store holds, and answers the tables
 * the package has, sound throughout. A row with an unreadable cell is reported once, for that cell: rows
 * that refer to it are not reported with it.
 *
 * `today`: `YYYY-MM-DD`; no vintage may be later. Errors: every problem, in the order of the files' rows.
 */
export function checkContent(
  content: Content,
  snapshot: Omit<Snapshot, "revision">,
  today: string,
): Result<Partial<Catalogue>, readonly Problem[]> {
  const known = knownTo(content, snapshot);
  const tables: TableReads = content;
  const rows = <Name extends TableName>(table: Name): readonly Placed<TableRows[Name]>[] =>
    tables[table]?.rows ?? [];
  const figures = content.figures?.rows ?? [];

  const problems = [
    ...Object.values(content).flatMap((read) => read.problems),
    ...TABLE_NAMES.flatMap((table) => repeated(rows(table), keyColumns(table), (row) => rowName(table, row))),
    ...repeated(figures, "name", (figure) => figure.name),
    ...checkSeries(rows("series"), known, snapshot),
    ...checkObservations(rows("observations"), known, snapshot.retired, today),
    ...checkEras(rows("eras"), known),
    ...checkEvents(rows("events"), known),
    ...checkRounds(rows("rounds"), known),
    ...checkSeedFacts(rows("seedFacts"), known),
    ...checkFigures(figures, known),
    ...checkIndicators(rows("indicators"), known),
    ...checkThresholds(rows("thresholds"), snapshot.held.thresholds, known),
  ];
  return problems.length > 0 ? err(inOrder(problems)) : ok(valuesOf(content));
}

/** Names the later of two rows with one key. */
function repeated<Row>(
  rows: readonly Placed<Row>[],
  column: string,
  nameOf: (row: Row) => string,
): Problem[] {
  const first = new Map<string, Placed<Row>>();
  const problems: Problem[] = [];
  for (const placed of rows) {
    const name = nameOf(placed.value);
    const earlier = first.get(name);
    if (!earlier) first.set(name, placed);
    else {
      const where = earlier.resource === placed.resource ? "" : ` of ${earlier.resource}`;
      problems.push(about(placed, column, name, "unique", `keep this row or row ${earlier.row}${where}`));
    }
  }
  return problems;
}

function keyColumns(table: TableName): string {
  return TABLES[table].key.map(columnName).join(", ");
}

/** By file in the order they first come up, then by row. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map((problem) => problem.resource))];
  return problems.toSorted(
    (a, b) => files.indexOf(a.resource) - files.indexOf(b.resource) || (a.row ?? 0) - (b.row ?? 0),
  );
}

function valuesOf({ figures, ...tables }: Content): Partial<Catalogue> {
  const values = Object.fromEntries(
    Object.entries(tables).map(([table, read]) => [table, read.rows.map((placed) => placed.value)]),
  ) as Partial<Catalogue>;
  if (!figures) return values;
  return { ...values, figures: figures.rows.map((placed) => placed.value) };
}
