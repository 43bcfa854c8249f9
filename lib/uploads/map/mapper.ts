import { checkObservation } from "../check/check-observation.ts";
import type { UploadContext } from "../check/upload-series.ts";
import type { Row } from "../read/row.ts";
import { quoted, severityOf } from "../rules.ts";
import type { Mapping, UploadSettings } from "../settings.ts";
import type { StagedObservation, UploadProblem } from "../staged.ts";
import { createCellReaders } from "./cell-readers.ts";
import { type Header, nameByPlace } from "./columns.ts";
import { makeLayout, type ValueCell } from "./layout.ts";
import { readValue } from "./read-value.ts";
import { type AboutRow, createRowReader } from "./row-reader.ts";
import { createRowView, placed, type RowView } from "./row-view.ts";

/** What comes of some rows: the observations that can be staged, and everything that is or looks wrong. */
export interface MappedRows {
  readonly observations: readonly StagedObservation[];
  readonly problems: readonly UploadProblem[];
}

/** Turns the rows below a header into observations, batch by batch and in order. */
export interface Mapper {
  /** What is wrong with the mapping or the header: with the whole file, or with all values of a column. */
  readonly problems: readonly UploadProblem[];
  map(rows: readonly Row[]): MappedRows;
}

/**
 * Makes a mapper: each row is read by the editor's settings and checked against its series and the calendar. A pure
 * function of header, settings, context and rows, so that the dry run and the commit give the same.
 *
 * Every bad cell of a row is named. A value is staged when nothing about it is an error: in a row of many values one
 * bad cell keeps out that value alone. An empty cell is a missing value in a table with one value a row, with a warning,
 * and says nothing in a table with many.
 */
export function createMapper(header: Header, settings: UploadSettings, context: UploadContext): Mapper {
  const { mapping, defaults } = settings;
  if (mapping === null) return nothing([placed("unmapped", null, null, null, undefined)]);
  const problems = mappingProblems(mapping, header, settings, context);
  if (problems.length > 0) return nothing(problems);

  const at = (column: string) => header.names.indexOf(column);
  const readers = createCellReaders(mapping.dates, mapping.seriesNames, context);
  const headerText = (column: string) => fixedHeader(header, settings, column) ?? column;
  const layout = makeLayout(mapping, { header, readers, context, at, headerText });
  const readAbout = createRowReader(mapping, defaults, at, readers);
  const readings = header.names.map((name) => readingOf(mapping, name));
  const view = createRowView(header, settings.fixes);
  const leftOut = new Set(settings.leftOut);
  const lastHeaderRow = header.row + header.rows - 1;

  const valueIn = ({ at: place, series }: ValueCell): { value: string | null } | null => {
    const text = view.text(place);
    if (text === "" && !layout.emptyIsMissing) return null;
    const read =
      text === "" ? MISSING : readValue(text, view.kind(place), readings[place] ?? mapping.values, series);
    if (!read.ok) {
      view.problem(place, read.error);
      return null;
    }
    if (read.value === null) view.problem(place, { rule: "missing-value" });
    return { value: read.value };
  };

  return {
    problems: [...unreadColumns(mapping, header), ...layout.problems],
    map(rows) {
      const observations: StagedObservation[] = [];
      for (const row of rows) {
        if (row.row <= lastHeaderRow || leftOut.has(row.row) || !view.show(row)) continue;
        const about = readAbout(view);
        for (const cell of layout.valuesOf(view)) {
          const read = valueIn(cell);
          if (!read || !about) continue;
          const observation = observationOf(cell, read.value, about, view, header);
          if (isSound(observation, cell, about, view, context.today)) observations.push(observation);
        }
      }
      return { observations, problems: view.problems() };
    },
  };
}

const MISSING = { ok: true, value: null } as const;

function nothing(problems: readonly UploadProblem[]): Mapper {
  return { problems, map: () => ({ observations: [], problems: [] }) };
}

function mappingProblems(
  mapping: Mapping,
  { names }: Header,
  { defaults }: UploadSettings,
  { sources }: UploadContext,
): UploadProblem[] {
  const absent = columnsOf(mapping).filter((column) => !names.includes(column));
  const problems = absent.map((column) => placed("column", null, null, column, undefined));
  if (mapping.vintage === null && defaults.vintage === null) {
    problems.push(placed("no-vintage", null, null, null, undefined));
  }
  if (defaults.source !== null && !sources.has(defaults.source)) {
    problems.push(placed("source", null, null, defaults.source, undefined));
  }
  return problems;
}

function unreadColumns(mapping: Mapping, { names }: Header): UploadProblem[] {
  const read = new Set(columnsOf(mapping));
  // Columns without a header are often the empty ones that spreadsheets leave at the end.
  const unread = names.filter((name, at) => !read.has(name) && name !== nameByPlace(at));
  return unread.length === 0 ? [] : [placed("unread-columns", null, null, unread.join(", "), undefined)];
}

/** The columns that a mapping gives a meaning to. */
export function columnsOf(mapping: Mapping): string[] {
  const about = [mapping.vintage, mapping.status, mapping.source, mapping.note].filter(
    (name) => name !== null,
  );
  switch (mapping.layout) {
    case "long":
      return [mapping.series, mapping.period, mapping.value, ...about];
    case "one-series":
      return [mapping.period, mapping.value, ...about];
    case "series-across":
      return [mapping.period, ...Object.keys(mapping.series), ...about];
    case "periods-across":
      return [mapping.series, ...mapping.periods, ...about];
  }
}

function readingOf({ values, valuesOf }: Mapping, column: string) {
  return Object.hasOwn(valuesOf, column) ? (valuesOf[column] ?? values) : values;
}

function fixedHeader({ row, rows }: Header, { fixes }: UploadSettings, column: string): string | undefined {
  return fixes.find((fix) => fix.column === column && fix.row >= row && fix.row < row + rows)?.text;
}

function observationOf(
  { series, period, at }: ValueCell,
  value: string | null,
  { vintage, status, source, note }: AboutRow,
  view: RowView,
  { names }: Header,
): StagedObservation {
  const text = view.cell(at);
  return {
    row: view.row,
    column: names[at] ?? "",
    series: series.code,
    period: period.period,
    value,
    cell: text === (value ?? "") ? null : quoted(text),
    vintage,
    status,
    source: source === series.source ? null : source,
    note,
  };
}

/** Checks an observation, notes what is wrong with it, and answers whether none of that is an error. */
function isSound(
  observation: StagedObservation,
  { series, period, at, periodAt }: ValueCell,
  { vintageAt }: AboutRow,
  view: RowView,
  today: string,
): boolean {
  let sound = true;
  for (const { part, rule, remedy } of checkObservation(observation, period, series, today)) {
    const place = { value: at, period: periodAt, vintage: vintageAt }[part];
    // A period or a vintage that stands in no cell of the row is quoted as it is read, and has no cell to be mended in.
    const read = { value: undefined, period: period.period, vintage: observation.vintage }[part];
    const found = place === null ? read : undefined;
    view.problem(place, remedy === undefined ? { rule } : { rule, remedy }, found);
    if (severityOf(rule) === "error") sound = false;
  }
  return sound;
}
