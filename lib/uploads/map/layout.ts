import type { UploadContext, UploadSeries } from "../check/upload-series.ts";
import type { Mapping } from "../settings.ts";
import type { UploadProblem } from "../staged.ts";
import type { CellReaders, PeriodFound } from "./cell-readers.ts";
import type { Header } from "./columns.ts";
import { placed, type RowView } from "./row-view.ts";

/** A cell that holds a value, with what it is a value of. */
export interface ValueCell {
  readonly series: UploadSeries;
  readonly period: PeriodFound;
  readonly at: number;
  /** Where its period stands, for problems with it; `null` when that is the header. */
  readonly periodAt: number | null;
}

/** Finds the values of a row; what keeps it from finding one is noted on the row. */
export interface Layout {
  valuesOf(view: RowView): readonly ValueCell[];
  /** Whether an empty cell says that there is no value, or says nothing at all. */
  readonly emptyIsMissing: boolean;
  /** What is wrong with the header or the mapping, noted once. */
  readonly problems: readonly UploadProblem[];
}

interface Making {
  readonly header: Header;
  readonly readers: CellReaders;
  readonly context: UploadContext;
  /** The place of a column by its name. */
  at(column: string): number;
  /** What the header says of a column, the editor's fix in it. */
  headerText(column: string): string;
}

const NOTHING: readonly ValueCell[] = [];

/** Makes the layout that a mapping states; all its columns are in the header. */
export function makeLayout(mapping: Mapping, making: Making): Layout {
  switch (mapping.layout) {
    case "long":
      return long(mapping, making);
    case "one-series":
      return oneSeries(mapping, making);
    case "series-across":
      return seriesAcross(mapping, making);
    case "periods-across":
      return periodsAcross(mapping, making);
  }
}

type Of<Name extends Mapping["layout"]> = Extract<Mapping, { layout: Name }>;

function long(mapping: Of<"long">, { readers, at }: Making): Layout {
  const [seriesAt, periodAt, valueAt] = [at(mapping.series), at(mapping.period), at(mapping.value)];
  return {
    emptyIsMissing: true,
    problems: [],
    valuesOf(view) {
      const series = seriesIn(view, seriesAt, readers);
      const period = periodIn(view, periodAt, series, readers);
      return series && period ? [{ series, period, at: valueAt, periodAt }] : NOTHING;
    },
  };
}

function oneSeries(mapping: Of<"one-series">, { readers, context, at }: Making): Layout {
  const [periodAt, valueAt] = [at(mapping.period), at(mapping.value)];
  const series = context.series.get(mapping.code) ?? null;
  return {
    emptyIsMissing: true,
    problems: series ? [] : [placed("series", null, null, mapping.code, undefined)],
    valuesOf(view) {
      const period = periodIn(view, periodAt, series, readers);
      return series && period ? [{ series, period, at: valueAt, periodAt }] : NOTHING;
    },
  };
}

function seriesAcross(mapping: Of<"series-across">, { readers, context, at }: Making): Layout {
  const periodAt = at(mapping.period);
  const columns = Object.entries(mapping.series).map(([column, code]) => ({
    column,
    code,
    at: at(column),
    series: context.series.get(code),
  }));
  return {
    emptyIsMissing: false,
    problems: columns.flatMap(({ column, code, series }) =>
      series ? [] : [placed("series", null, column, code, undefined)],
    ),
    valuesOf(view) {
      const text = view.text(periodAt);
      const values: ValueCell[] = [];
      // The same text may be a month to one series and off the frequency of another.
      const noted = new Set<string>();
      for (const { series, at: valueAt } of columns) {
        if (!series || view.isEmpty(valueAt)) continue;
        const period = readPeriodIn(view, periodAt, text, series, readers);
        if (period.ok) values.push({ series, period: period.value, at: valueAt, periodAt });
        else if (!noted.has(period.error.rule)) {
          noted.add(period.error.rule);
          view.problem(periodAt, period.error);
        }
      }
      return values;
    },
  };
}

function periodsAcross(mapping: Of<"periods-across">, { header, readers, at, headerText }: Making): Layout {
  const seriesAt = at(mapping.series);
  const columns = mapping.periods.map((column) => ({ column, at: at(column), text: headerText(column) }));
  return {
    emptyIsMissing: false,
    problems: columns.flatMap(({ column, text }) => {
      const read = readers.anyPeriod(text);
      return read.ok
        ? []
        : [placed(read.error.rule, header.row === 0 ? null : header.row, column, text, read.error.remedy)];
    }),
    valuesOf(view) {
      const series = seriesIn(view, seriesAt, readers);
      if (!series) return NOTHING;
      const values: ValueCell[] = [];
      for (const { text, at: valueAt } of columns) {
        if (view.isEmpty(valueAt)) continue;
        const period = readers.period(text, "text", series.frequency);
        if (period.ok) values.push({ series, period: period.value, at: valueAt, periodAt: null });
        else if (readers.anyPeriod(text).ok) view.problem(valueAt, period.error);
      }
      return values;
    },
  };
}

function seriesIn(view: RowView, at: number, readers: CellReaders): UploadSeries | null {
  const text = view.text(at);
  const read = text === "" ? filled : readers.series(text);
  if (read.ok) return read.value;
  view.problem(at, read.error);
  return null;
}

function periodIn(
  view: RowView,
  at: number,
  series: UploadSeries | null,
  readers: CellReaders,
): PeriodFound | null {
  if (!series) return null;
  const read = readPeriodIn(view, at, view.text(at), series, readers);
  if (read.ok) return read.value;
  view.problem(at, read.error);
  return null;
}

function readPeriodIn(view: RowView, at: number, text: string, series: UploadSeries, readers: CellReaders) {
  return text === "" ? filled : readers.period(text, view.kind(at), series.frequency);
}

const filled = { ok: false, error: { rule: "filled" } } as const;
