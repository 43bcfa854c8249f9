import { formulasOf } from "../indicators/indicator.ts";
import { COMMON_SCALE } from "../indicators/threshold.ts";
import { firstDay } from "../periods/period.ts";
import { formulaProblems } from "./check-figures.ts";
import type { Known } from "./known.ts";
import { about, type Problem } from "./problem.ts";
import type { Placed } from "./read-table.ts";
import type { IndicatorRow, ThresholdRow } from "./tables.ts";

/**
 * The formulas of an indicator are formulas of known series, its figure is known, calm years have a beginning and an
 * end, and it has a divisor if its kind needs one.
 */
export function checkIndicators(
  rows: readonly Placed<IndicatorRow>[],
  known: Pick<Known, "series" | "figures">,
): Problem[] {
  return rows.flatMap((placed) => [
    ...formulasOf(placed.value).flatMap(({ field, formula }) =>
      formulaProblems(placed, { path: field, formula }, known.series),
    ),
    ...unknownFigure(placed, known.figures),
    ...calmProblems(placed),
    ...kindProblems(placed),
  ]);
}

function unknownFigure(placed: Placed<IndicatorRow>, figures: ReadonlySet<string>): Problem[] {
  const { figure } = placed.value;
  if (figure === null || figures.has(figure)) return [];
  return [about(placed, "figure", figure, "reference", "name a saved figure, or leave the cell empty")];
}

function calmProblems(placed: Placed<IndicatorRow>): Problem[] {
  const { calm, calmFrom, calmTo, then, weight } = placed.value;
  const incomplete = (column: string, remedy: string) => [about(placed, column, "", "complete", remedy)];
  if ((calmFrom === null) !== (calmTo === null)) {
    return incomplete(
      calmFrom === null ? "calm_from" : "calm_to",
      "give calm_from and calm_to together, or neither",
    );
  }
  if (calm !== null && calmFrom === null)
    return incomplete("calm_from", "say which years the formula calm is of");
  if (calmFrom !== null && calmTo !== null && firstDay(calmTo) < firstDay(calmFrom)) {
    return [about(placed, "calm_to", calmTo, "order", `write ${calmFrom} or later`)];
  }
  const isWeighed = Number(weight) > 0;
  if (!isWeighed || (then !== null && calmFrom !== null)) return [];
  return incomplete(
    then === null ? "then" : "calm_from",
    "fill it in, or give the indicator the weight 0: without it there is nothing to set it against",
  );
}

function kindProblems(placed: Placed<IndicatorRow>): Problem[] {
  const { kind, over } = placed.value;
  if ((kind === "latest-ratio") === (over !== null)) return [];
  const remedy =
    over === null ? "write the formula that a latest-ratio is divided by" : "leave it empty for this kind";
  return [about(placed, "over", over ?? "", "complete", remedy)];
}

/**
 * The source and the indicator of a threshold are known; in each version of a set the places are each taken once, only
 * the lowest band has no lower end, and the others follow each other upwards.
 */
export function checkThresholds(
  rows: readonly Placed<ThresholdRow>[],
  held: readonly ThresholdRow[],
  known: Pick<Known, "sources" | "indicators">,
): Problem[] {
  const written = new Set(rows.map(({ value }) => value.name));
  const others = held.filter(({ name }) => !written.has(name));
  return rows.flatMap((placed) => {
    const { source, indicator, at, position } = placed.value;
    const siblings = [...others, ...rows.map(({ value }) => value)].filter((row) =>
      isSibling(row, placed.value),
    );
    return [
      ...(known.sources.has(source)
        ? []
        : [about(placed, "source", source, "reference", "add the source to sources.csv")]),
      ...(indicator === COMMON_SCALE || known.indicators.has(indicator)
        ? []
        : [
            about(
              placed,
              "indicator",
              indicator,
              "reference",
              `name an indicator of indicators.csv, or ${COMMON_SCALE}`,
            ),
          ]),
      ...(at === null && position !== 1
        ? [about(placed, "at", "", "complete", "say where the band begins: only the first has no lower end")]
        : []),
      ...siblings.flatMap((row) => orderProblems(placed, row)),
    ];
  });
}

function isSibling(a: ThresholdRow, b: ThresholdRow): boolean {
  return (
    a.name !== b.name && a.setName === b.setName && a.version === b.version && a.indicator === b.indicator
  );
}

/** What is wrong with a band beside another of its set; told of the one in the higher place. */
function orderProblems(placed: Placed<ThresholdRow>, other: ThresholdRow): Problem[] {
  const { name, position, at } = placed.value;
  if (position === other.position) {
    return name > other.name
      ? [
          about(
            placed,
            "position",
            String(position),
            "unique",
            `choose another: ${other.name} has this place`,
          ),
        ]
      : [];
  }
  if (position < other.position || at === null || other.at === null || Number(at) > Number(other.at))
    return [];
  return [about(placed, "at", at, "order", `begin above ${other.at}, where ${other.name} begins`)];
}
