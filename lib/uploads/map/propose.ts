import { isSameJson } from "../../same-json.ts";
import type { UploadContext } from "../check/upload-series.ts";
import { type Layout, Mapping, type ValueReading } from "../settings.ts";
import { nearestSeries } from "./cell-readers.ts";
import type { ColumnSurvey } from "./column-survey.ts";
import { type ColumnGuess, type Guess, guessColumns } from "./guess-columns.ts";
import { columnsOf } from "./mapper.ts";
import { findNumberStyle, type StyleFound } from "./number-style.ts";
import type { Survey } from "./survey.ts";

/** A mapping for the editor to confirm or change, with what each part of it rests on. */
export interface Proposal {
  readonly layout: Guess<Layout | null>;
  /**
   * The whole mapping, ready to be confirmed; `null` while the layout is not known or the one series of the file is not.
   * What the file does not decide, such as the order of its dates, is `null` in it and makes errors until it is chosen.
   */
  readonly mapping: Mapping | null;
  readonly columns: readonly ColumnGuess[];
  readonly styles: ReadonlyArray<StyleFound & { readonly column: string }>;
  /** What the file calls series that are not known, each with the code it most resembles. */
  readonly unknownSeries: ReadonlyArray<{ readonly name: string; readonly nearest: string | null }>;
}

/** What a proposal may build on besides the file. `isCommaLikely`: the cells of the file are cut by semicolons. */
export interface ProposalHints {
  /** The mapping of the last upload with the same header (`headerSignature`). */
  readonly remembered: Mapping | null;
  /** Whether that upload was of the source that is stated for this one. */
  readonly isSameSource: boolean;
  readonly isCommaLikely: boolean;
}

const SERIES_LISTED = 100;

/**
 * Proposes what the columns of a file mean: as the remembered mapping has it when its columns are all there, else by
 * their headers and cells. Nothing is decided that the file leaves open, by memory neither: which series a column of
 * values is of is not remembered where only its source could tell, nor is a way of writing numbers or dates of which
 * this file does not bear it out.
 */
export function proposeMapping(survey: Survey, context: UploadContext, hints: ProposalHints): Proposal {
  const columns = guessColumns(survey.columns, context);
  const { remembered } = hints;
  const isKnown =
    remembered !== null &&
    columnsOf(remembered).every((name) => survey.header.names.includes(name)) &&
    (remembered.layout !== "one-series" || hints.isSameSource);
  const layout = isKnown
    ? { value: remembered.layout, confidence: 0.9, because: "the last file with this header was read so" }
    : guessLayout(columns);
  const styles = stylesOf(survey.columns, hints.isCommaLikely);
  const mapping = isKnown
    ? borneOut(remembered, styles, survey)
    : draftMapping(layout.value, columns, styles, survey);
  return {
    layout,
    mapping,
    columns,
    styles,
    unknownSeries: unknownSeries(layout.value, columns, survey, context),
  };
}

/** From here on a way of writing numbers can be no other. */
const CERTAIN = 0.9;

/** A remembered mapping, with numbers and dates as this file writes them; where it may be read in two ways, undecided. */
function borneOut(mapping: Mapping, styles: Proposal["styles"], { dateOrder }: Survey): Mapping {
  const settled = (column: string): ValueReading => {
    const reading = mapping.valuesOf[column] ?? mapping.values;
    const found = styles.find((each) => each.column === column);
    if (!found?.isStated || isSameJson(found.value, reading.style)) return reading;
    return { ...reading, style: found.confidence >= CERTAIN ? found.value : null };
  };
  const columns = columnsOfValues(mapping);
  const values = columns[0] === undefined ? mapping.values : settled(columns[0]);
  const others = columns.filter((column) => !isSameJson(settled(column), values));
  const order = dateOrder.isNeeded ? dateOrder.value : mapping.dates.order;
  return {
    ...mapping,
    values,
    valuesOf: Object.fromEntries(others.map((column) => [column, settled(column)])),
    dates: { ...mapping.dates, order },
  };
}

function columnsOfValues(mapping: Mapping): readonly string[] {
  switch (mapping.layout) {
    case "long":
    case "one-series":
      return [mapping.value];
    case "series-across":
      return Object.keys(mapping.series);
    case "periods-across":
      return mapping.periods;
  }
}

function guessLayout(columns: readonly ColumnGuess[]): Guess<Layout | null> {
  const periodHeaders = columns.filter(({ isPeriod }) => isPeriod).length;
  const [series, period, value] = [best(columns, "series"), best(columns, "period"), best(columns, "value")];
  const numbers = valueColumns(columns);
  if (periodHeaders > 1 && periodHeaders >= columns.length / 2) {
    return { value: "periods-across", confidence: 0.9, because: `${periodHeaders} headers are periods` };
  }
  if (!period) return { value: null, confidence: 0, because: "no column seems to hold periods" };
  const named = numbers.filter((column) => column.series !== null);
  if (series && (value ?? numbers[0])) {
    const confidence = Math.min(series.confidence, period.confidence, value?.confidence ?? 0.6);
    return {
      value: "long",
      confidence,
      because: `${series.column} names the series, ${period.column} the periods`,
    };
  }
  if (numbers.length > 1) {
    const because = `${period.column} holds the periods, and ${numbers.length} columns hold numbers`;
    return { value: "series-across", confidence: named.length > 0 ? 0.9 : 0.6, because };
  }
  const [only] = numbers;
  if (!only) return { value: null, confidence: 0, because: "no column seems to hold values" };
  const because = `${period.column} holds the periods and ${only.column} the values`;
  return { value: "one-series", confidence: only.series === null ? 0.6 : 0.9, because };
}

function draftMapping(
  layout: Layout | null,
  columns: readonly ColumnGuess[],
  styles: Proposal["styles"],
  { dateOrder }: Survey,
): Mapping | null {
  const name = (role: ColumnGuess["value"]) => best(columns, role)?.column ?? null;
  const [series, period] = [name("series") ?? firstWords(columns), name("period")];
  const values = valueColumns(columns);
  const value = name("value") ?? values[0]?.column ?? null;
  const about = {
    vintage: name("vintage"),
    status: name("status"),
    source: name("source"),
    note: name("note"),
  };
  const across = columns.filter(({ isPeriod }) => isPeriod).map(({ column }) => column);
  const read = layout === "periods-across" ? across : values.map(({ column }) => column);
  const shared = { ...about, ...valueReadings(read, styles), dates: { order: dateOrder.value } };
  const draft = {
    long: { layout, series, period, value, ...shared },
    "one-series": { layout, code: values[0]?.series, period, value, ...shared },
    "series-across": { layout, period, series: codesOf(values), ...shared },
    "periods-across": { layout, series, periods: across, ...shared },
  };
  const parsed = layout === null ? null : Mapping.safeParse(draft[layout]);
  return parsed?.success ? parsed.data : null;
}

/** The style that most of the value columns have, and the columns that have another. */
function valueReadings(columns: readonly string[], styles: Proposal["styles"]) {
  const all = styles.filter(({ column }) => columns.includes(column));
  const found = all.filter(({ isStated }) => isStated);
  const style = (found.toSorted((a, b) => b.confidence - a.confidence)[0] ?? all[0])?.value ?? null;
  const others = found.filter(({ value }) => JSON.stringify(value) !== JSON.stringify(style));
  return {
    values: { style },
    valuesOf: Object.fromEntries(others.map(({ column, value }) => [column, { style: value }])),
  };
}

function codesOf(values: readonly ColumnGuess[]): Record<string, string> {
  return Object.fromEntries(
    values.flatMap(({ column, series }) => (series === null ? [] : [[column, series]])),
  );
}

/** The columns that hold values: those that say so, or else those that hold numbers. */
function valueColumns(columns: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const named = columns.filter(
    ({ value, series }) => series !== null && (value === "numbers" || value === null),
  );
  if (named.length > 0)
    return columns.filter(({ value, series }) => value === "numbers" || (series !== null && value === null));
  const said = columns.filter(({ value }) => value === "value");
  return said.length > 0 ? said : columns.filter(({ value, isPeriod }) => value === "numbers" && !isPeriod);
}

function best(columns: readonly ColumnGuess[], role: ColumnGuess["value"]): ColumnGuess | null {
  const found = columns.filter(({ value, isPeriod }) => value === role && !isPeriod);
  return found.toSorted((a, b) => b.confidence - a.confidence)[0] ?? null;
}

function firstWords(columns: readonly ColumnGuess[]): string | null {
  return columns.find(({ value, isPeriod }) => value === null && !isPeriod)?.column ?? null;
}

function stylesOf(columns: readonly ColumnSurvey[], isCommaCut: boolean): Proposal["styles"] {
  const hasCommas = (column: ColumnSurvey) => column.style.comma.count > 0 && column.style.point.count === 0;
  return columns.map((column) => ({
    column: column.name,
    ...findNumberStyle(
      column.style,
      isCommaCut || columns.some((each) => each !== column && hasCommas(each)),
    ),
  }));
}

function unknownSeries(
  layout: Layout | null,
  columns: readonly ColumnGuess[],
  survey: Survey,
  { series }: UploadContext,
): Proposal["unknownSeries"] {
  const namesIn = (): readonly string[] => {
    if (layout === "series-across" || layout === "one-series") {
      return valueColumns(columns).flatMap(({ column, series: code }) => (code === null ? [column] : []));
    }
    const column = best(columns, "series")?.column ?? firstWords(columns);
    return survey.columns.find(({ name }) => name === column)?.texts ?? [];
  };
  return namesIn()
    .filter((name) => !series.has(name))
    .slice(0, SERIES_LISTED)
    .map((name) => ({ name, nearest: nearestSeries(name, series) }));
}
