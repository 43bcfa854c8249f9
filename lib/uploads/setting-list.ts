import { z } from "zod";
import { invariant } from "../invariant.ts";
import { UploadSettings } from "./settings.ts";

/** A setting of an upload for people to look up. */
export interface ListedSetting {
  /** Where it stands in the JSON: `reading.header.row`, or `fixes[].row` in each of a list. */
  readonly path: string;
  readonly means: string;
  /** What may be given, in words or as JSON. */
  readonly takes: string;
  /** What holds when nothing is given, as JSON; `null` where something must be. */
  readonly usual: string | null;
}

/** Every setting that the contract knows, in its order, with what each means. */
export function listedSettings(): readonly ListedSetting[] {
  const found = new Map<string, { takes: Set<string>; usual: string | null }>();
  for (const { path, takes, usual } of leaves(z.toJSONSchema(UploadSettings, { io: "input" }))) {
    const known = found.get(path) ?? { takes: new Set(), usual };
    found.set(path, { ...known, takes: known.takes.add(takes) });
  }
  return [...found].map(([path, { takes, usual }]) => ({
    path,
    means: meaningOf(path),
    takes: [...takes].join(" or "),
    usual,
  }));
}

function meaningOf(path: string): string {
  const means = MEANINGS[path];
  invariant(means, `the setting ${path} is explained`);
  return means;
}

const MEANINGS: Readonly<Record<string, string>> = {
  "reading.encoding": "How the text of the file is encoded; null: as found.",
  "reading.delimiter": "What stands between cells; null: as found.",
  "reading.quote": "What stands around cells that hold a delimiter; null: as found.",
  "reading.lineEnd": "What ends a row: a line feed, a carriage return, or each of them; null: as found.",
  "reading.sheet": "Name of the sheet of a workbook; null: the first that is not hidden.",
  "reading.header.row": "Row in which the header begins, the first being 1; 0: there is none.",
  "reading.header.rows": "Of how many rows the header is made.",
  "mapping.layout": "How the file is laid out; the whole mapping is proposed when it is null or left out.",
  "mapping.series":
    "Column that names the series (long, periods-across); or which column holds which series (series-across).",
  "mapping.code": "The series that all values are of (one-series).",
  "mapping.period": "Column that holds the periods.",
  "mapping.periods": "Columns whose headers are periods (periods-across).",
  "mapping.value": "Column that holds the values.",
  "mapping.vintage": "Column that holds the day on which each value became known.",
  "mapping.status": "Column that says whether a value is reported, estimate, provisional or claimed.",
  "mapping.source": "Column that holds the key of each value’s own source.",
  "mapping.note": "Column that holds a note on each value.",
  "mapping.values.style.decimal": "What stands before the decimals of numbers.",
  "mapping.values.style.group": "What stands between the thousands of numbers.",
  "mapping.values.scale":
    "What one unit of the column is worth, such as 1000000000; null: the scale of each series.",
  "mapping.values.currency": "Currency of the column, such as USD; null: that of each series.",
  "mapping.valuesOf": "Columns whose numbers are meant in another way than mapping.values says, by name.",
  "mapping.dates.order":
    "Order of day, month and year in dates such as 03/04/25; null: such a date is an error.",
  "mapping.dates.pivot": "Two-digit years below it are of this century, the others of the last.",
  "mapping.dates.serials": "By which system day numbers such as 45473 are counted; null: they are errors.",
  "mapping.dates.dayInPeriod": "Which day of a month, quarter or year may stand for it.",
  "mapping.seriesNames": "What the file calls a series, with the code of the one that is meant.",
  "defaults.vintage": "The day on which the values became known, as YYYY-MM-DD, where no column says it.",
  "defaults.source": "Key of the source of all values; null: that of each series.",
  "defaults.status": "Status of the values, where no column says it.",
  "fixes[].row": "Row of a cell that is read as if it had another text, as a spreadsheet counts.",
  "fixes[].column": "Name of the column of that cell.",
  "fixes[].text": "The text that it is read as.",
  leftOut: "Rows that are left out, as a spreadsheet counts.",
  missingRows: "Whether stored values of which the file has no row are kept or withdrawn.",
  "brings.sources": "Sources to be added, each as the cells of a row of sources.csv of a data package.",
  "brings.series": "Series to be added, each as the cells of a row of series.csv of a data package.",
};

type Schema = z.core.JSONSchema.JSONSchema;
type Leaf = Pick<ListedSetting, "path" | "takes" | "usual">;

function leaves(schema: Schema, path = ""): Leaf[] {
  const alternatives = schema.oneOf ?? schema.anyOf?.filter((each) => asSchema(each).type !== "null") ?? [];
  const inner = alternatives.map(asSchema).filter((each) => each.type === "object" || each.oneOf);
  if (inner.length > 0) return inner.flatMap((each) => leaves(each, path));
  if (schema.type === "array" && asSchema(schema.items).properties)
    return leaves(asSchema(schema.items), `${path}[]`);
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, each]) =>
      leaves(asSchema(each), path === "" ? name : `${path}.${name}`),
    );
  }
  return [
    {
      path,
      takes: takes(schema),
      usual: schema.default === undefined ? null : JSON.stringify(schema.default),
    },
  ];
}

function takes(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map((each) => takes(asSchema(each))).join(", ");
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(", ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.type)) return schema.type.map((type) => takes({ type })).join(", ");
  switch (schema.type) {
    case "integer": {
      const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema;
      return maximum === Number.MAX_SAFE_INTEGER
        ? `a whole number from ${minimum}`
        : `a whole number from ${minimum} to ${maximum}`;
    }
    case "array":
      return `a list, of each: ${takes(asSchema(schema.items))}`;
    case "object":
      return schema.additionalProperties
        ? `an object, by name: ${takes(asSchema(schema.additionalProperties))}`
        : "an object";
    case "null":
      return "null";
    default:
      return "a text";
  }
}

function asSchema(schema: unknown): Schema {
  return typeof schema === "object" && schema !== null ? (schema as Schema) : {};
}
