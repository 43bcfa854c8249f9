import { CsvError, parse } from "csv-parse/sync";
import { err, ok, type Result } from "../result.ts";
import type { CellFault } from "./cells.ts";
import type { Problem } from "./problem.ts";
import { columnName, fieldsOf, TABLES, type TableName, type TableRows } from "./tables.ts";

/** One line of a table as found: `row` counts as a spreadsheet does, the header being row 1. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A CSV resource: its header, then its rows. `rows` may be a stream behind an iterable: walk it once. */
export interface RawTable {
  readonly resource: string;
  readonly table: TableName;
  readonly header: readonly string[];
  readonly rows: Iterable<RawRow>;
}

/** A value with the place it was read from. */
export interface Placed<Value> {
  readonly resource: string;
  readonly row: number;
  readonly value: Value;
}

/**
 * Takes a CSV apart (RFC 4180; a byte-order mark is dropped; blank lines are passed over) and checks its
 * header against the columns of the table and against those the package describes.
 */
export function readTable(from: {
  readonly resource: string;
  readonly table: TableName;
  readonly text: string;
  readonly described: readonly string[] | null;
}): Result<RawTable, readonly Problem[]> {
  const { resource, table } = from;
  let records: string[][];
  try {
    records = parse(from.text, { bom: true, relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error.lines === "number" ? error.lines : null;
    return err([
      {
        resource,
        row,
        column: null,
        value: null,
        rule: "readable",
        remedy: `mend the CSV: ${error.message}`,
      },
    ]);
  }
  const header = records[0] ?? [];
  const problems = headerProblems(from, header);
  return problems.length > 0 ? err(problems) : ok({ resource, table, header, rows: numbered(records) });
}

function* numbered(records: readonly string[][]): Generator<RawRow> {
  for (const [index, cells] of records.entries()) {
    const isBlank = cells.length === 1 && cells[0] === "";
    if (index > 0 && !isBlank) yield { row: index + 1, cells };
  }
}

function headerProblems(
  { resource, table, described }: { resource: string; table: TableName; described: readonly string[] | null },
  header: readonly string[],
): Problem[] {
  const expected = fieldsOf(table).map(columnName);
  const about = (column: string, value: string | null, rule: Problem["rule"], remedy: string): Problem => ({
    resource,
    row: 1,
    column,
    value,
    rule,
    remedy,
  });
  const unknown = header.filter((column) => !expected.includes(column));
  const twice = header.filter((column, index) => header.indexOf(column) < index);
  const lacking = expected.filter((column) => !header.includes(column));
  const problems = [
    ...unknown.map((column) =>
      about(column, column, "column", `take it out or use one of ${expected.join(", ")}`),
    ),
    ...twice.map((column) => about(column, column, "unique", "keep one column of each name")),
    ...lacking.map((column) => about(column, null, "absent", "add the column to the header")),
  ];
  if (problems.length === 0 && described && described.join() !== header.join()) {
    const remedy = `describe the columns as the header has them: ${header.join(", ")}`;
    problems.push({ ...about("", described.join(", "), "described", remedy), column: null });
  }
  return problems;
}

/** The rows of a table that could be read, what was wrong with the others, and what every row is called. */
export interface TableRead<Name extends TableName> {
  readonly rows: readonly Placed<TableRows[Name]>[];
  readonly problems: readonly Problem[];
  /** The key cells of each row as found, of rows with a bad cell too: a reference to one is not a second fault. */
  readonly keys: readonly (readonly string[])[];
}

/**
 * Reads every cell of a table. A row with a bad cell gives a problem for each of them and no value; rows
 * come in the order of the file.
 */
export function readRows<Name extends TableName>(table: Name, raw: RawTable): TableRead<Name> {
  const { columns, key } = TABLES[table];
  const readers = fieldsOf(table).map((field) => {
    const column = columnName(field);
    return { field, column, at: raw.header.indexOf(column), cell: columns[field] };
  });
  const keyColumns = key.map((field) => raw.header.indexOf(columnName(field)));
  const rows: Placed<TableRows[Name]>[] = [];
  const problems: Problem[] = [];
  const keys: string[][] = [];

  for (const { row, cells } of raw.rows) {
    const place = { resource: raw.resource, row };
    if (cells.length !== raw.header.length) {
      const remedy = `give it the ${raw.header.length} cells of the header, quoting those that hold a comma`;
      problems.push({ ...place, column: null, value: `${cells.length} cells`, rule: "width", remedy });
      continue;
    }
    keys.push(keyColumns.map((at) => cells[at] ?? ""));
    const before = problems.length;
    const value: Partial<TableRows[Name]> = {};
    for (const { field, column, at, cell } of readers) {
      const text = cells[at] ?? "";
      const found = text === text.trim() ? cell.read(text) : err(padded);
      if (found.ok) value[field] = found.value;
      else problems.push({ ...place, column, value: text, ...found.error });
    }
    // Every field of the columns has been read, which is what a row of this table is.
    if (problems.length === before) rows.push({ ...place, value: value as TableRows[Name] });
  }
  return { rows, problems, keys };
}

const padded: CellFault = { rule: "trimmed", remedy: "take the spaces out" };
