import { z } from "zod";
import { type FormState, refused } from "../forms/form-state.ts";
import { err, ok, type Result } from "../result.ts";
import { someMessage } from "../revisions/message.ts";
import { STATUSES } from "../series/series.ts";
import { SCALES } from "../series/unit.ts";
import { COLUMN_MEANINGS, type ColumnChoice, mappingOf, NUMBER_STYLES } from "./map/choose-columns.ts";
import { DELIMITERS, ENCODINGS, QUOTES } from "./read/dialect.ts";
import {
  CellFix,
  DATE_ORDERS,
  DateReading,
  type Mapping,
  MISSING_ROWS,
  UploadDefaults,
  type UploadSettings,
} from "./settings.ts";

const id = z.string().regex(/^[\w-]{22}$/, "This is not an upload.");
/** An empty choice leaves it to what is found. */
const found = z.literal("").transform(() => null);

/** A form that is about an upload and says nothing else. */
export const UploadForm = z.object({ upload: id });

/** How the file is to be read. */
export const ReadingForm = z
  .object({
    upload: id,
    encoding: z.union([found, z.enum(ENCODINGS)]).default(null),
    delimiter: z.union([found, z.enum(DELIMITERS)]).default(null),
    quote: z.union([found, z.enum(QUOTES)]).default(null),
    sheet: z.union([found, z.string()]).default(null),
    headerRow: z.union([found, z.coerce.number().int().min(0)], "Write the number of a row, or nothing."),
    headerRows: z.coerce.number().int().min(1).max(3),
  })
  .transform(({ headerRow, headerRows, ...rest }) => ({
    ...rest,
    lineEnd: null,
    header: headerRow === null ? null : { row: headerRow, rows: headerRows },
  }));

/** What becomes of stored values that the file lacks. */
export const MissingForm = z.object({ upload: id, missingRows: z.enum(MISSING_ROWS) });

/** A commit: what it is for, against which revision its changes were seen, and whether rows with errors stay out. */
export const CommitForm = z.object({
  upload: id,
  base: z.coerce.number().int().min(0),
  message: someMessage("Say what this is and why it is stored."),
  leaveOutErrors: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked === "on"),
});

/** What the form of the columns says of one of them. */
export const Choice = z.object({
  name: z.string(),
  means: z.enum(COLUMN_MEANINGS),
  series: z.string().trim().toUpperCase().default(""),
  style: z.coerce
    .number()
    .int()
    .transform((at) => NUMBER_STYLES[at]?.style ?? null),
  scale: z.union([found, z.coerce.number().pipe(z.literal(SCALES))]),
});

/** What the form of the columns says of all rows. */
export const Shared = z.object({
  currency: z.union([
    found,
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, "Write three letters, such as USD."),
  ]),
  order: z.union([found, z.enum(DATE_ORDERS)]),
  serials: z.union([found, z.enum(["1900", "1904"])]),
  dayInPeriod: DateReading.shape.dayInPeriod,
  vintage: z.union([found, UploadDefaults.shape.vintage.unwrap()], "Give a day as YYYY-MM-DD."),
  source: z.union([found, z.string()]),
  status: z.enum(STATUSES),
});

/**
 * What the form of the columns says: of each its name, meaning, series, and how its numbers are written, as `name-0`,
 * `means-0` and so on; and for all of them how dates are meant and what holds for every row. `codes`: of the series that
 * there are, those that the upload brings included.
 */
export function readColumns(
  form: FormData,
  { mapping, defaults }: Pick<UploadSettings, "mapping" | "defaults">,
  codes: ReadonlySet<string>,
): Result<Pick<UploadSettings, "mapping" | "defaults">, FormState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const shared = Shared.safeParse(
    Object.fromEntries(Object.keys(Shared.shape).map((name) => [name, text(name)])),
  );
  const errors: Record<string, string> = {};
  for (const { path, message } of shared.error?.issues ?? []) errors[String(path[0])] ??= message;

  const choices: ColumnChoice[] = [];
  for (let at = 0; form.has(`name-${at}`); at += 1) {
    const raw = { name: text(`name-${at}`), means: text(`means-${at}`), series: text(`series-${at}`) };
    const read = Choice.safeParse({ ...raw, style: text(`style-${at}`), scale: text(`scale-${at}`) });
    if (!read.success) {
      errors[`means-${at}`] = read.error.issues[0]?.message ?? "Choose anew.";
      continue;
    }
    const { name, means, series, style, scale } = read.data;
    const currency = shared.data?.currency ?? null;
    if (means === "value" && series !== "" && !codes.has(series)) errors[`series-${at}`] = noSeries(series);
    choices.push({ name, means, series, values: { style, scale, currency } });
  }
  const dates = { ...DateReading.parse(mapping?.dates ?? {}), ...datesIn(shared.data) };
  const names = namesIn(form);
  for (const [at, [, code]] of names.entries()) if (!codes.has(code)) errors[`code-${at}`] = noSeries(code);
  const seriesNames = {
    ...mapping?.seriesNames,
    ...Object.fromEntries(names.filter(([, code]) => codes.has(code))),
  };
  const made = mappingOf(choices, { dates, seriesNames });
  if (!made.ok) {
    for (const { column, part, says } of made.error) {
      const at = choices.findIndex(({ name }) => name === column);
      errors[at === -1 ? "means-0" : `${part}-${at}`] ??= says;
    }
  }
  if (shared.data && shared.data.vintage === null && !choices.some(({ means }) => means === "vintage")) {
    errors.vintage ??= "Say on which day these values became known, or choose the column that does.";
  }
  if (!made.ok || !shared.data || Object.keys(errors).length > 0) {
    return err(refused("The columns need another look.", { errors, form }));
  }
  const { vintage, source, status } = shared.data;
  return ok({ mapping: made.value, defaults: { ...defaults, vintage, source, status } });
}

function datesIn(shared: z.infer<typeof Shared> | undefined): Partial<Mapping["dates"]> {
  if (!shared) return {};
  const { order, serials, dayInPeriod } = shared;
  return { order, serials, dayInPeriod };
}

function noSeries(code: string): string {
  return `There is no series ${code}: write the code of one that there is, or add it.`;
}

/** What the file calls series: `called-0` is meant by the code in `code-0`; an empty code says nothing. */
export function namesIn(form: FormData): [name: string, code: string][] {
  const names: [string, string][] = [];
  for (let at = 0; form.has(`called-${at}`); at += 1) {
    const code = String(form.get(`code-${at}`) ?? "")
      .trim()
      .toUpperCase();
    if (code !== "") names.push([String(form.get(`called-${at}`)), code]);
  }
  return names;
}

/**
 * What the form of the check mends: cells `row-0`, `column-0` whose `text-0` is not what `found-0` was, and rows that are
 * ticked (`leave`). What no page of ours sends is passed over.
 */
export function readMends(form: FormData): { readonly fixes: CellFix[]; readonly leftOut: number[] } {
  const fixes: CellFix[] = [];
  for (let at = 0; form.has(`row-${at}`); at += 1) {
    const text = form.get(`text-${at}`);
    if (text === form.get(`found-${at}`)) continue;
    const fix = CellFix.safeParse({
      row: Number(form.get(`row-${at}`)),
      column: form.get(`column-${at}`),
      text,
    });
    if (fix.success) fixes.push(fix.data);
  }
  const rows = form.getAll("leave").map((row) => CellFix.shape.row.safeParse(Number(row)));
  return { fixes, leftOut: rows.flatMap(({ success, data }) => (success ? [data] : [])) };
}
