import { z } from "zod";
import { parsePeriod } from "../periods/period.ts";
import { SERIES_CODE, STATUSES } from "../series/series.ts";
import { SCALES } from "../series/unit.ts";
import { BroughtRows } from "./brought-rows.ts";
import { DELIMITERS, ENCODINGS, LINE_ENDS, QUOTES } from "./read/dialect.ts";

const day = z.string().refine((text) => parsePeriod(text)?.frequency === "D", "write a day as YYYY-MM-DD");
const code = z.string().regex(SERIES_CODE);
const currency = z.string().regex(/^[A-Z]{3}$/);
/** The name of a column: its header, as `columnNames` makes it unique. */
const column = z.string();

/** Where the header stands: its first row, and of how many rows it is made. Row 0: there is none. */
export const HeaderChoice = z.object({ row: z.int().min(0), rows: z.int().min(1).max(3) });
export type HeaderChoice = z.infer<typeof HeaderChoice>;

/** How the file is read; `null` leaves a choice to what is found in the file. */
export const ReadingChoices = z.object({
  encoding: z.enum(ENCODINGS).nullable().default(null),
  delimiter: z.enum(DELIMITERS).nullable().default(null),
  quote: z.enum(QUOTES).nullable().default(null),
  lineEnd: z.enum(LINE_ENDS).nullable().default(null),
  /** Name of the sheet of a workbook. */
  sheet: z.string().nullable().default(null),
  header: HeaderChoice.nullable().default(null),
});
export type ReadingChoices = z.infer<typeof ReadingChoices>;

const DECIMAL_MARKS = ["point", "comma"] as const;
const GROUP_MARKS = ["none", "comma", "point", "space", "apostrophe"] as const;

/** What stands before the decimals and between the thousands of a number. */
export const NumberStyle = z
  .object({ decimal: z.enum(DECIMAL_MARKS), group: z.enum(GROUP_MARKS) })
  .refine(({ decimal, group }) => decimal !== group, "use two marks");
export type NumberStyle = z.infer<typeof NumberStyle>;

/**
 * How the numbers of a column are meant.
 * - `style`: `null` is undecided, and then a number with any mark in it is an error.
 * - `scale`: what one unit of the column is worth; `null` means the scale of each series.
 * - `currency`: the money of the column; `null` means that of each series.
 */
export const ValueReading = z.object({
  style: NumberStyle.nullable().default(null),
  scale: z.literal(SCALES).nullable().default(null),
  currency: currency.nullable().default(null),
});
export type ValueReading = z.infer<typeof ValueReading>;

export const DATE_ORDERS = ["dmy", "mdy", "ymd"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** From which two-digit year on the century is the last one. */
export const DEFAULT_PIVOT = 50;

/**
 * How dates are meant, once for the whole file.
 * - `order`: of day, month and year in dates such as 03/04/25; `null` is undecided, and then such a date is an error.
 * - `pivot`: two-digit years below it are of this century, the others of the last.
 * - `serials`: the date system that bare day numbers such as 45473 are counted by; `null` makes them errors.
 * - `dayInPeriod`: which day of a month, quarter or year stands for it.
 */
export const DateReading = z.object({
  order: z.enum(DATE_ORDERS).nullable().default(null),
  pivot: z.int().min(0).max(100).default(DEFAULT_PIVOT),
  serials: z.enum(["1900", "1904"]).nullable().default(null),
  dayInPeriod: z.enum(["first-or-last", "any"]).default("first-or-last"),
});
export type DateReading = z.infer<typeof DateReading>;

/** Columns that say something about all values of their row. */
const aboutRow = {
  vintage: column.nullable().default(null),
  status: column.nullable().default(null),
  source: column.nullable().default(null),
  note: column.nullable().default(null),
};

/** What every layout says besides its columns. */
const shared = {
  ...aboutRow,
  values: ValueReading.prefault({}),
  /** Columns whose numbers are meant in another way. */
  valuesOf: z.record(column, ValueReading).default({}),
  dates: DateReading.prefault({}),
  /** What the file calls a series, where that is not its code. */
  seriesNames: z.record(z.string(), code).default({}),
};

/**
 * Which columns mean what.
 * - `long`: a row a value, which names its series and its period.
 * - `one-series`: a row a value of one series.
 * - `series-across`: a row a period, a column a series; `series` says which.
 * - `periods-across`: a row a series, a column a period.
 */
export const Mapping = z.discriminatedUnion("layout", [
  z.object({ layout: z.literal("long"), series: column, period: column, value: column, ...shared }),
  z.object({ layout: z.literal("one-series"), code, period: column, value: column, ...shared }),
  z.object({ layout: z.literal("series-across"), period: column, series: z.record(column, code), ...shared }),
  z.object({ layout: z.literal("periods-across"), series: column, periods: z.array(column), ...shared }),
]);
export type Mapping = z.infer<typeof Mapping>;
export type Layout = Mapping["layout"];

/** What holds for every row that does not say otherwise. */
export const UploadDefaults = z.object({
  /** The day on which the values became known. */
  vintage: day.nullable().default(null),
  /** Key of the source, where that is not the source of each series. */
  source: z.string().min(1).nullable().default(null),
  status: z.enum(STATUSES).default("reported"),
});
export type UploadDefaults = z.infer<typeof UploadDefaults>;

/** Another text for one cell; it is read as if the file had it. `column` is the name of the column. */
export const CellFix = z.object({ row: z.int().min(1), column, text: z.string() });
export type CellFix = z.infer<typeof CellFix>;

/** Whether observations that the store holds and the file lacks are kept or withdrawn. */
export const MISSING_ROWS = ["keep", "withdraw"] as const;

/** All choices of the editor for one upload: with the file, everything that decides what a commit would do. */
export const UploadSettings = z.object({
  reading: ReadingChoices.prefault({}),
  mapping: Mapping.nullable().default(null),
  defaults: UploadDefaults.prefault({}),
  fixes: z.array(CellFix).default([]),
  /** Rows that the editor leaves out, by their number. */
  leftOut: z.array(z.int().min(1)).default([]),
  missingRows: z.enum(MISSING_ROWS).default("keep"),
  brings: BroughtRows.prefault({}),
});
export type UploadSettings = z.infer<typeof UploadSettings>;
