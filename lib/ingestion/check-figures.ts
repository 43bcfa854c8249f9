import { formulasIn, type PlacedFormula } from "../figures/codes.ts";
import type { FigureSpec } from "../figures/spec.ts";
import { codesIn, parseFormula } from "../formula/index.ts";
import type { Known } from "./known.ts";
import { about, type Problem } from "./problem.ts";
import type { Placed } from "./read-table.ts";

/** A word of a figure and where it stands in it: `bands.0`. */
interface Part {
  readonly path: string;
  readonly text: string;
}

/** The formulas of a figure are formulas, and every series, era and event that a figure names is known. */
export function checkFigures(
  rows: readonly Placed<FigureSpec>[],
  known: Pick<Known, "series" | "eras" | "events">,
): Problem[] {
  return rows.flatMap((placed) => [
    ...formulasIn(placed.value).flatMap((part) => formulaProblems(placed, part, known.series)),
    ...unknownParts(placed, erasIn(placed.value), known.eras, "add the era to eras.csv"),
    ...unknownParts(placed, eventsIn(placed.value), known.events, "add the event to events.csv"),
  ]);
}

/** What is wrong with a formula in a row: it cannot be read, or a series in it is not known. */
export function formulaProblems(
  place: Placed<unknown>,
  { path, formula }: PlacedFormula,
  series: ReadonlySet<string>,
): Problem[] {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return [about(place, path, formula, "formula", parsed.error.message)];
  return codesIn(parsed.value)
    .filter((code) => !series.has(code))
    .map((code) =>
      about(place, path, code, "reference", "add the series to series.csv, or mend the formula"),
    );
}

function unknownParts(
  place: Placed<unknown>,
  parts: readonly Part[],
  known: ReadonlySet<string>,
  remedy: string,
): Problem[] {
  return parts
    .filter(({ text }) => !known.has(text))
    .map(({ path, text }) => about(place, path, text, "reference", remedy));
}

/** The eras that a figure names, and where. */
export function erasIn(spec: FigureSpec): Part[] {
  if (spec.kind !== "time" && spec.kind !== "clock") return [];
  const lines = spec.lines.flatMap(({ era }, index) =>
    era ? [{ path: `lines.${index}.era`, text: era }] : [],
  );
  return spec.kind === "time" ? [...lines, ...listed("bands", spec.bands)] : lines;
}

/** The events that a figure names, and where. */
export function eventsIn(spec: FigureSpec): Part[] {
  return spec.kind === "time" || spec.kind === "clock" ? listed("events", spec.events) : [];
}

function listed(list: string, words: readonly string[]): Part[] {
  return words.map((text, index) => ({ path: `${list}.${index}`, text }));
}
