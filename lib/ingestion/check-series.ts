import { isNamedByYear } from "../periods/frequency.ts";
import { CALENDAR_YEAR_ENDS } from "../series/series.ts";
import { SCALES, type UNIT_KINDS } from "../series/unit.ts";
import type { Known } from "./known.ts";
import { about, type Problem } from "./problem.ts";
import type { Placed } from "./read-table.ts";
import type { Snapshot } from "./store.ts";
import type { SeriesRow } from "./tables.ts";

const UNIT_WORDS: Readonly<Partial<Record<(typeof UNIT_KINDS)[number], string>>> = {
  count: "what is counted",
  index: "the base of the index",
  rate: "the unit in words",
};

/**
 * What the cells of a series owe to each other: a unit is complete for its kind, constant prices name their
 * base, the plausible range is in order; its source is known; its frequency is the one it is stored with,
 * as stored periods would otherwise lose their meaning; its code is not that of a retired series.
 */
export function checkSeries(
  rows: readonly Placed<SeriesRow>[],
  known: Pick<Known, "sources">,
  { held, retired }: Pick<Snapshot, "held" | "retired">,
): Problem[] {
  const heldFrequency = new Map(held.series.map((row) => [row.code, row.frequency]));
  return rows.flatMap((placed) => {
    const { value: row } = placed;
    const stored = heldFrequency.get(row.code);
    return [
      ...unitProblems(placed),
      ...yearProblems(placed),
      ...(row.plausibleMin !== null &&
      row.plausibleMax !== null &&
      Number(row.plausibleMin) > Number(row.plausibleMax)
        ? [about(placed, "plausible_max", row.plausibleMax, "order", `make it at least ${row.plausibleMin}`)]
        : []),
      ...(known.sources.has(row.source)
        ? []
        : [about(placed, "source", row.source, "reference", "add the source to sources.csv")]),
      ...(stored === undefined || stored === row.frequency
        ? []
        : [about(placed, "frequency", row.frequency, "frequency", `keep ${stored}, or give it a new code`)]),
      ...(retired.has(row.code) ? [about(placed, "code", row.code, "retired", "give it a new code")] : []),
    ];
  });
}

/** Only quarters, half-years and years are named by a year that may end elsewhere than in December. */
function yearProblems(placed: Placed<SeriesRow>): Problem[] {
  const { yearEnds, frequency } = placed.value;
  return yearEnds === CALENDAR_YEAR_ENDS || isNamedByYear(frequency)
    ? []
    : [about(placed, "year_ends", String(yearEnds), "complete", "leave it empty for this frequency")];
}

function unitProblems(placed: Placed<SeriesRow>): Problem[] {
  const { unitKind, currency, scale, unitOf, prices, priceBase } = placed.value;
  const isMoney = unitKind === "currency";
  const complete = (holds: boolean, column: string, value: string | null, remedy: string): Problem[] =>
    holds ? [] : [about(placed, column, value ?? "", "complete", remedy)];

  return [
    ...complete(
      isMoney === (currency !== null),
      "currency",
      currency,
      isMoney ? "name the currency, such as USD" : "leave it empty for anything but money",
    ),
    ...complete(
      isMoney ? scale !== null : scale === null || scale === 1,
      "scale",
      scale === null ? null : String(scale),
      isMoney
        ? `say what one unit of the values is worth: ${SCALES.join(", ")}`
        : "write 1 for anything but money",
    ),
    ...complete(!isMoney || prices !== "none", "prices", prices, "write nominal or constant for money"),
    ...complete(
      unitOf !== null || UNIT_WORDS[unitKind] === undefined,
      "unit_of",
      unitOf,
      `say ${UNIT_WORDS[unitKind]}`,
    ),
    ...complete(
      (prices === "constant") === (priceBase !== null),
      "price_base",
      priceBase,
      prices === "constant" ? "name the base period of constant prices" : "leave it empty for other prices",
    ),
  ];
}
