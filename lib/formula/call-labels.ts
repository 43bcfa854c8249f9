import { PERIODS_PER_YEAR } from "../periods/frequency.ts";
import { CALENDAR_YEAR_ENDS, type SeriesType } from "../series/series.ts";
import { calendarWords, isFiscal } from "./calendar.ts";
import type { CallRule } from "./call-rule.ts";
import { type CallNode, childrenOf, type Node } from "./node.ts";
import { areFarApart, isNominalMoney, nominalYearsSentence } from "./nominal-years.ts";
import { isFlow } from "./operand.ts";
import { isInside } from "./scope.ts";
import { vintageOf } from "./vintage.ts";
import { capitalised, described, placePhrase } from "./wording.ts";

/** Labels of functions. */
export const CALL_LABELS: readonly CallRule[] = [
  {
    id: "mean-of-ratios",
    verdict: "labelled",
    functions: ["freq"],
    operand: "what a division made, averaged",
    example: "freq(VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q, A)",
    applies: ({ node, operand }) =>
      (node.options.method ?? "avg") === "avg" && operand.type.measure === "ratio" && isDivided(operand.node),
    says: () => "A mean of ratios: every period weighs the same, however large its amounts.",
  },
  {
    id: "nominal-window",
    verdict: "labelled",
    functions: ["rollsum", "ma", "cumsum"],
    operand: "money of its day, over more than ten years",
    example: "rollsum(VC_US_VE_A, 12)",
    applies: ({ node, operand: { type } }) => isNominalMoney(type) && areFarApart(windowYears(node, type)),
    says: ({ node, operand: { type } }) => nominalYearsSentence(windowYears(node, type)),
  },
  {
    id: "gdp-of-another-place",
    verdict: "labelled",
    functions: ["per_gdp"],
    operand: "an amount that is not of the country",
    example: "per_gdp(VC_ALL_WORLD_CB_Q)",
    applies: ({ operand, context }) => !isInside(operand.type.geography, context.gdpGeography),
    says: ({ operand, context }) =>
      `${capitalised(placePhrase(operand.type.geography))} over ${placePhrase(context.gdpGeography)}: the amount is not part of the output it is divided by.`,
  },
  {
    id: "calendar-of-output-and-prices",
    verdict: "labelled",
    functions: ["per_gdp", "real"],
    operand: "periods of a fiscal year",
    example: "per_gdp(CAPEX_MSFT_FY_A)",
    applies: ({ operand }) => isFiscal(operand.type),
    says: ({ node, operand }) => {
      const done = node.name === "real" ? "deflated by the prices" : "divided by the output";
      const calendar = calendarWords({ ...operand.type, yearEnds: CALENDAR_YEAR_ENDS });
      return `${capitalised(calendarWords(operand.type))}: ${described(operand)} is ${done} of ${calendar}.`;
    },
  },
  {
    id: "first-reports-over-gdp",
    verdict: "labelled",
    functions: ["per_gdp"],
    operand: "values as first reported",
    example: "per_gdp(first(VC_US_VE_A))",
    applies: ({ operand: { node } }) => vintageOf(node) === "first",
    says: ({ operand }) =>
      `First reports over values as known now: ${described(operand)} is divided by output as known now.`,
  },
  {
    id: "stock-over-gdp",
    verdict: "labelled",
    functions: ["per_gdp"],
    operand: "a stock",
    example: "per_gdp(VC_AUM_US_A)",
    applies: ({ operand }) => !isFlow(operand.type),
    says: ({ operand }) => `A stock over a flow: ${described(operand)} is divided by a year's output.`,
  },
];

/** Whether there is a division anywhere in a tree of series. */
function isDivided(node: Node): boolean {
  if (node.kind === "select") return false;
  return (node.kind === "binary" && node.operator === "/") || childrenOf(node).some(isDivided);
}

/** Years from the first period of a window to its last; of `cumsum`, whose window the values decide, none. */
function windowYears({ options }: CallNode, { frequency }: SeriesType): number {
  return frequency === "I" ? 0 : ((options.steps ?? 1) - 1) / PERIODS_PER_YEAR[frequency];
}
