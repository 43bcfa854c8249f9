import { err, ok, type Result } from "../../result.ts";
import { Mapping, type NumberStyle, type ValueReading } from "../settings.ts";
import type { Role } from "./header-words.ts";

/** What an editor may say that a column means. `values-of-period`: its header is a period, and its cells are the values. */
export const COLUMN_MEANINGS = [
  "unread",
  "series",
  "period",
  "value",
  "values-of-period",
  "vintage",
  "status",
  "source",
  "note",
] as const satisfies readonly (Role | "unread" | "values-of-period")[];
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/** What was chosen for one column. `series`: the code of the series it is of, where a column is of one. */
export interface ColumnChoice {
  readonly name: string;
  readonly means: ColumnMeaning;
  readonly series: string;
  readonly values: ValueReading;
}

/** What is wrong with a set of choices, at the column it is about, or `null` where it is about all of them. */
export interface ChoiceFault {
  readonly column: string | null;
  /** Whether it is about what the column means, or about which series it is of. */
  readonly part: "means" | "series";
  readonly says: string;
}

/**
 * The mapping that a choice for each column amounts to. Its layout follows: columns whose headers are periods make
 * `periods-across`; a column that names the series makes `long`; otherwise one column of values is `one-series` and
 * more of them are `series-across`, each of the series it is said to be of.
 *
 * `base`: what the columns do not say: how dates are meant, and what series are called. Errors: what is missing or said
 * twice.
 */
export function mappingOf(
  columns: readonly ColumnChoice[],
  base: Pick<Mapping, "dates" | "seriesNames">,
): Result<Mapping, readonly ChoiceFault[]> {
  const named = (means: ColumnMeaning) => columns.filter((column) => column.means === means);
  const [values, across, series, periods] = [
    named("value"),
    named("values-of-period"),
    named("series"),
    named("period"),
  ];
  const faults = [
    ...twice(series, "names the series"),
    ...twice(periods, "holds the periods"),
    ...(["vintage", "status", "source", "note"] as const).flatMap((means) =>
      twice(named(means), `is the ${means}`),
    ),
  ];
  const shared = { ...base, ...aboutRows(columns), ...readingsOf(across.length > 0 ? across : values) };

  if (across.length > 0) {
    const [own] = series;
    if (values.length > 0) faults.push(clash(values[0]?.name ?? null));
    if (!own) faults.push({ column: null, part: "means", says: "Choose the column that names the series." });
    return finish(faults, {
      layout: "periods-across",
      series: own?.name,
      periods: across.map(({ name }) => name),
      ...shared,
    });
  }
  if (periods.length === 0)
    faults.push({ column: null, part: "means", says: "Choose the column that holds the periods." });
  if (values.length === 0)
    faults.push({ column: null, part: "means", says: "Choose a column that holds values." });
  const period = periods[0]?.name;
  const [own] = series;
  if (own) {
    faults.push(
      ...values.slice(1).map(({ name }) => ({ column: name, part: "means" as const, says: SECOND_VALUE })),
    );
    return finish(faults, { layout: "long", series: own.name, period, value: values[0]?.name, ...shared });
  }
  faults.push(
    ...values
      .filter((column) => column.series === "")
      .map(({ name }) => ({
        column: name,
        part: "series" as const,
        says: "Say which series its values are of.",
      })),
  );
  const [only] = values;
  if (values.length === 1) {
    return finish(faults, { layout: "one-series", code: only?.series, period, value: only?.name, ...shared });
  }
  const codes = Object.fromEntries(values.map((column) => [column.name, column.series]));
  return finish(faults, { layout: "series-across", period, series: codes, ...shared });
}

/**
 * The mapping of choices that are not complete yet, as far as they go: a column that means what another means already
 * is left unread, and columns of values whose series is not said make `series-across` without them, though how their
 * numbers are written is kept. `null` when they amount to no mapping even so. It is to be gone on with, and not to be
 * read by.
 */
export function draftMapping(
  columns: readonly ColumnChoice[],
  base: Pick<Mapping, "dates" | "seriesNames">,
): Mapping | null {
  const made = mappingOf(columns, base);
  if (made.ok) return made.value;
  const clashing = new Set(made.error.filter(({ part }) => part === "means").map(({ column }) => column));
  const sound = columns.filter(({ name }) => !clashing.has(name));
  const remade = mappingOf(sound, base);
  if (remade.ok) return remade.value;
  const values = sound.filter(({ means }) => means === "value");
  const draft = Mapping.safeParse({
    layout: "series-across",
    period: sound.find(({ means }) => means === "period")?.name,
    series: Object.fromEntries(
      values.filter(({ series }) => series !== "").map(({ name, series }) => [name, series]),
    ),
    ...base,
    ...aboutRows(sound),
    ...readingsOf(values),
  });
  return draft.success ? draft.data : null;
}

const SECOND_VALUE = "Where a column names the series, one column holds the values: choose one.";

/** What a mapping says of one column. */
export function choiceOf(mapping: Mapping | null, name: string): Omit<ColumnChoice, "name"> {
  if (mapping === null) return { means: "unread", series: "", values: UNSAID };
  const values = Object.hasOwn(mapping.valuesOf, name)
    ? (mapping.valuesOf[name] ?? mapping.values)
    : mapping.values;
  return { ...meaningIn(mapping, name), values };
}

/** Whether a mapping says which series is meant by a name in the file: by a column's header, or by a text in a column. */
export function meansSeries(mapping: Mapping | null, name: string): boolean {
  if (mapping === null) return false;
  return Object.hasOwn(mapping.seriesNames, name) || choiceOf(mapping, name).series !== "";
}

const UNSAID: ValueReading = { style: null, scale: null, currency: null };

function meaningIn(mapping: Mapping, name: string): Pick<ColumnChoice, "means" | "series"> {
  for (const means of ["vintage", "status", "source", "note"] as const) {
    if (mapping[means] === name) return { means, series: "" };
  }
  const plain = (means: ColumnMeaning) => ({ means, series: "" });
  switch (mapping.layout) {
    case "long":
      if (name === mapping.series) return plain("series");
      if (name === mapping.period) return plain("period");
      return plain(name === mapping.value ? "value" : "unread");
    case "one-series":
      if (name === mapping.period) return plain("period");
      return name === mapping.value ? { means: "value", series: mapping.code } : plain("unread");
    case "series-across":
      if (name === mapping.period) return plain("period");
      return Object.hasOwn(mapping.series, name)
        ? { means: "value", series: mapping.series[name] ?? "" }
        : plain("unread");
    case "periods-across":
      if (name === mapping.series) return plain("series");
      return plain(mapping.periods.includes(name) ? "values-of-period" : "unread");
  }
}

/** The columns that say something about all values of their row. */
function aboutRows(
  columns: readonly ColumnChoice[],
): Pick<Mapping, "vintage" | "status" | "source" | "note"> {
  const first = (means: ColumnMeaning) => columns.find((column) => column.means === means)?.name ?? null;
  return {
    vintage: first("vintage"),
    status: first("status"),
    source: first("source"),
    note: first("note"),
  };
}

/** The reading of the first column of values for all of them, and of those that are read otherwise their own. */
function readingsOf(columns: readonly ColumnChoice[]): Pick<Mapping, "values" | "valuesOf"> {
  const values = columns[0]?.values ?? UNSAID;
  const others = columns.filter((column) => JSON.stringify(column.values) !== JSON.stringify(values));
  return { values, valuesOf: Object.fromEntries(others.map((column) => [column.name, column.values])) };
}

function twice(columns: readonly ColumnChoice[], what: string): ChoiceFault[] {
  return columns.slice(1).map(({ name }) => ({
    column: name,
    part: "means",
    says: `Another column ${what} already: choose one.`,
  }));
}

function clash(column: string | null): ChoiceFault {
  return {
    column,
    part: "means",
    says: "The headers of other columns are periods, so their cells are the values: choose one way.",
  };
}

function finish(faults: readonly ChoiceFault[], draft: unknown): Result<Mapping, readonly ChoiceFault[]> {
  if (faults.length > 0) return err(faults);
  const read = Mapping.safeParse(draft);
  if (read.success) return ok(read.data);
  return err(
    read.error.issues.map(({ path, message }) => ({
      column: null,
      part: "means",
      says: `${path.join(".")}: ${message}`,
    })),
  );
}

/** The ways in which a number may be written, each by an example; `null` is left open. */
export const NUMBER_STYLES: ReadonlyArray<{ readonly example: string; readonly style: NumberStyle | null }> =
  [
    { example: "1234.5", style: { decimal: "point", group: "none" } },
    { example: "1,234.5", style: { decimal: "point", group: "comma" } },
    { example: "1 234.5", style: { decimal: "point", group: "space" } },
    { example: "1’234.5", style: { decimal: "point", group: "apostrophe" } },
    { example: "1234,5", style: { decimal: "comma", group: "none" } },
    { example: "1.234,5", style: { decimal: "comma", group: "point" } },
    { example: "1 234,5", style: { decimal: "comma", group: "space" } },
    { example: "1’234,5", style: { decimal: "comma", group: "apostrophe" } },
    { example: "not decided", style: null },
  ];

/** The place of a style among `NUMBER_STYLES`, as a form sends it. */
export function indexOfStyle(style: NumberStyle | null): number {
  return NUMBER_STYLES.findIndex((each) => JSON.stringify(each.style) === JSON.stringify(style));
}
