import { z } from "zod";
import { err, ok, type Result } from "../result.ts";
import type { Problem } from "./problem.ts";
import { type RawTable, readTable } from "./read-table.ts";
import type { TableName } from "./tables.ts";

/** The text of each file of a package by its path inside the package. The caller reads the files. */
export type PackageFiles = ReadonlyMap<string, string>;

/** A data package taken apart; nothing is interpreted yet. */
export interface RawPackage {
  readonly tables: readonly RawTable[];
  /** What `figures.json` holds, or `null` when the package has no figures. */
  readonly figures: readonly unknown[] | null;
}

/** The file that makes a folder a data package. */
const DESCRIPTOR_PATH = "datapackage.json";
/** The saved figures, in the order of the dashboard. */
export const FIGURES_PATH = "figures.json";

/** The part of a Frictionless Data Package descriptor that is read here; the rest is for other tools. */
const Descriptor = z.object({
  resources: z
    .array(
      z.object({
        path: z.string().min(1),
        schema: z.object({ fields: z.array(z.object({ name: z.string() })) }).optional(),
      }),
    )
    .min(1),
});
type Resource = z.infer<typeof Descriptor>["resources"][number];

const TABLE_PATHS: ReadonlyArray<readonly [RegExp, TableName]> = [
  [/^sources\.csv$/, "sources"],
  [/^series\.csv$/, "series"],
  [/^observations(\/[^/]+)?\.csv$/, "observations"],
  [/^eras\.csv$/, "eras"],
  [/^events\.csv$/, "events"],
  [/^rounds\.csv$/, "rounds"],
  [/^seed-facts\.csv$/, "seedFacts"],
  [/^indicators\.csv$/, "indicators"],
  [/^thresholds\.csv$/, "thresholds"],
];

/**
 * Takes a data package apart: the tables that `datapackage.json` lists, in its order, and the figures.
 *
 * The path of a resource says which table it belongs to; `observations/*.csv` is one table in several files.
 * Errors: every file that is listed and absent, present and not listed, of no known table, or cannot be
 * taken apart.
 */
export function readPackage(files: PackageFiles): Result<RawPackage, readonly Problem[]> {
  const descriptor = readJson(files, DESCRIPTOR_PATH, Descriptor);
  if (!descriptor.ok) return descriptor;

  const resources = descriptor.value.resources.filter(({ path }) => path !== FIGURES_PATH);
  const reads = resources.map((resource) => readResource(files, resource));
  const figures = files.has(FIGURES_PATH) ? readJson(files, FIGURES_PATH, z.array(z.unknown())) : ok(null);

  const problems = [...reads, figures].flatMap((read) => (read.ok ? [] : read.error));
  problems.push(...unlisted(files, resources));
  if (problems.length > 0 || !figures.ok) return err(problems);
  return ok({ tables: reads.flatMap((read) => (read.ok ? [read.value] : [])), figures: figures.value });
}

function readResource(files: PackageFiles, { path, schema }: Resource): Result<RawTable, readonly Problem[]> {
  const table = TABLE_PATHS.find(([form]) => form.test(path))?.[1];
  if (!table) {
    const remedy =
      "name it sources.csv, series.csv, observations/NAME.csv, eras.csv, events.csv, rounds.csv, seed-facts.csv, indicators.csv or thresholds.csv";
    return err([fileProblem(DESCRIPTOR_PATH, path, "table", remedy)]);
  }
  const text = files.get(path);
  if (text === undefined) return err([absent(path)]);
  return readTable({
    resource: path,
    table,
    text,
    described: schema?.fields.map((field) => field.name) ?? null,
  });
}

function readJson<Shape>(
  files: PackageFiles,
  path: string,
  shape: z.ZodType<Shape>,
): Result<Shape, readonly Problem[]> {
  const text = files.get(path);
  if (text === undefined) return err([absent(path)]);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err([fileProblem(path, null, "readable", `mend the JSON: ${error.message}`)]);
  }
  const read = shape.safeParse(content);
  if (read.success) return ok(read.data);
  return err(
    read.error.issues.map((issue) => ({
      ...fileProblem(path, null, "readable", `mend it: ${issue.message}`),
      column: issue.path.join(".") || null,
    })),
  );
}

function unlisted(files: PackageFiles, resources: readonly Resource[]): Problem[] {
  const listed = new Set(resources.map(({ path }) => path));
  return [...files.keys()]
    .filter((path) => path.endsWith(".csv") && !listed.has(path))
    .map((path) => fileProblem(path, path, "listed", `list it among the resources of ${DESCRIPTOR_PATH}`));
}

function absent(path: string): Problem {
  return fileProblem(path, path, "absent", "put the file into the package, or take it off the list");
}

function fileProblem(resource: string, value: string | null, rule: Problem["rule"], remedy: string): Problem {
  return { resource, row: null, column: null, value, rule, remedy };
}
