import { areKindsUnlike, areStockAndFlow, type BinaryRule, DONE, kindPhrase, VERBS } from "./binary-rule.ts";
import { areCalendarsUnlike, calendarWords } from "./calendar.ts";
import { countedTwiceSentence, isCountedTwice } from "./counted-twice.ts";
import { areFarApart, isNominalMoney, nominalYearsSentence } from "./nominal-years.ts";
import { isRatio, type Operand } from "./operand.ts";
import { isOfficial, isWithin, sameUnit } from "./part-of.ts";
import { is } from "./results.ts";
import { isInside } from "./scope.ts";
import { isSameTime, yearsApart } from "./timing.ts";
import { vintageOf } from "./vintage.ts";
import { capitalised, compilerWords, described, extentWords, placePhrase } from "./wording.ts";

/** Labels: the result may be drawn, with each of these sentences that holds. */
export const BINARY_LABELS: readonly BinaryRule[] = [
  {
    id: "spans-unlike",
    verdict: "labelled",
    operators: ["+", "-", "/"],
    left: "a flow over one length of time",
    right: "a flow over another, or at an annual rate",
    example: "CLAIM_VC_AI_WORLD@2024-H1 / CLAIM_VC_ALL_WORLD@2024-Q2",
    applies: ({ left, right }) => spansDiffer(left, right),
    says: ({ node, left, right }) => {
      const [a, b] = [left.extent, right.extent].map((extent) => (extent ? extentWords(extent) : ""));
      return `${capitalised(`${a} ${VERBS[node.operator]} ${b}`)}: ${described(left)} ${DONE[node.operator]} ${described(right)}.`;
    },
  },
  {
    id: "periods-unlike",
    verdict: "labelled",
    operators: ["/"],
    left: "a part in one period",
    right: "its whole in another",
    example: "VC_AI_WORLD_CB_Q@2024-Q2 / VC_ALL_WORLD_CB_Q@2024-Q1",
    applies: ({ left, right, context }) =>
      isWithin(left, right, context) && !isSameTime(left.timing, right.timing) && !spansDiffer(left, right),
    says: ({ left, right }) => `Different periods: ${described(left)} is divided by ${described(right)}.`,
  },
  {
    id: "stock-and-flow-ratio",
    verdict: "labelled",
    operators: ["/"],
    left: "a stock",
    right: "a flow (or a flow over a stock)",
    example: "OPENAI_VAL@2024-10-02 / OPENAI_REV_A@2024",
    applies: ({ left, right }) => sameUnit(left, right) && areStockAndFlow(left, right),
    says: ({ left, right }) => {
      const kinds = left.type.measure === "stock" ? "A stock over a flow" : "A flow over a stock";
      return `${kinds}: ${described(left)} is divided by ${described(right)}.`;
    },
  },
  {
    id: "kinds-unlike-ratio",
    verdict: "labelled",
    operators: ["/"],
    left: "a company's valuation, a stock of capital, a flow or a price",
    right: "money of another of these kinds",
    example: "OPENAI_VAL@2024-10-02 / VC_AUM_US_A@1999",
    applies: ({ left, right }) => areKindsUnlike(left, right),
    says: ({ left, right }) =>
      `${capitalised(kindPhrase(left))} over ${kindPhrase(right)}: ${described(left)} is divided by ${described(right)}.`,
  },
  {
    id: "places-unlike",
    verdict: "labelled",
    operators: ["/"],
    left: "an amount of one place",
    right: "an amount of a place that does not hold it",
    example: "VC_ALL_WORLD_CB_Q / VC_US_PB_Q",
    applies: ({ left, right }) =>
      areAmounts(left, right) && !isInside(left.type.geography, right.type.geography),
    says: ({ left, right }) =>
      `${capitalised(placePhrase(left.type.geography))} over ${placePhrase(right.type.geography)}: the numerator is not part of the denominator.`,
  },
  {
    id: "whole-and-part-sum",
    verdict: "labelled",
    operators: ["+"],
    left: "an amount of one place or sector",
    right: "an amount of a place or sector that holds it or overlaps with it",
    example: "VC_AI_WORLD_CB_Q + VC_ALL_WORLD_CB_Q",
    applies: ({ left, right }) => areAmounts(left, right) && isCountedTwice(left, right),
    says: ({ left, right }) => countedTwiceSentence(left, right),
  },
  {
    id: "samples-unlike",
    verdict: "labelled",
    operators: ["+", "-", "/"],
    left: "an amount, a share or a percent by one compiler",
    right: "one by another (GDP and consumer prices excepted)",
    example: "AISHARE_US_PB_Q - NETSHARE_US_VE_Q",
    applies: ({ left, right, context }) =>
      (areAmounts(left, right) || areRatios(left, right)) &&
      left.type.universe !== right.type.universe &&
      !isOfficial(left, context) &&
      !isOfficial(right, context),
    says: ({ left, right }) =>
      `Two compilers with their own samples: ${compilerWords(left.type.universe)} and ${compilerWords(right.type.universe)}.`,
  },
  {
    id: "calendars-unlike",
    verdict: "labelled",
    operators: ["+", "-", "*", "/"],
    left: "periods of the calendar year",
    right: "periods of a fiscal year, or of another one",
    example: "CAPEX_MSFT_FY_A + CAPEX_AMZN_A",
    applies: ({ left, right }) => areCalendarsUnlike(left.type, right.type),
    says: ({ node, left, right }) => {
      const [a, b] = [left, right].map(({ type }) => calendarWords(type));
      return `${capitalised(`${a} ${VERBS[node.operator]} ${b}`)}: ${described(left)} ${DONE[node.operator]} ${described(right)}.`;
    },
  },
  {
    id: "vintages-unlike",
    verdict: "labelled",
    operators: ["+", "-", "*", "/"],
    left: "values as first reported",
    right: "values as known now",
    example: "first(VC_AI_WORLD_CB_Q) / VC_ALL_WORLD_CB_Q",
    applies: ({ left, right }) => {
      const vintages = [left, right].map(({ node }) => vintageOf(node));
      return vintages.includes("first") && vintages.includes("now");
    },
    says: ({ node, left, right }) => {
      const [a, b] = [left, right].map((side) =>
        vintageOf(side.node) === "first" ? "first reports" : "values as known now",
      );
      return `${capitalised(`${a} ${VERBS[node.operator]} ${b}`)}: ${described(left)} ${DONE[node.operator]} ${described(right)}.`;
    },
  },
  {
    id: "nominal-over-years",
    verdict: "labelled",
    operators: ["+", "-", "/"],
    left: "money of its day",
    right: "money of a day more than ten years from it",
    example: "VC_US_VE_A@2000 / VC_US_VE_A@1985",
    applies: ({ left, right }) =>
      isNominalMoney(left.type) && isNominalMoney(right.type) && areFarApart(yearsOf(left, right)),
    says: ({ left, right }) => nominalYearsSentence(yearsOf(left, right)),
  },
  {
    id: "bases-unlike",
    verdict: "labelled",
    operators: ["/"],
    left: "an index",
    right: "an index with another base",
    example: "NASDAQ_M / SP500_M",
    applies: ({ left: { type: a }, right: { type: b } }) =>
      a.unit.kind === "index" && b.unit.kind === "index" && a.unit.base !== b.unit.base,
    says: () => "Two indices with different bases: only the movement of their ratio has a meaning.",
  },
];

/** Money or things counted, on both sides: where place and sample matter. */
function areAmounts(left: Operand, right: Operand): boolean {
  return sameUnit(left, right) && (is(left, "currency") || is(left, "count"));
}

/** Shares or percents on both sides: where a sample matters too. */
function areRatios(left: Operand, right: Operand): boolean {
  return sameUnit(left, right) && isRatio(left.type);
}

function yearsOf(left: Operand, right: Operand): number {
  return yearsApart(left.timing, right.timing, left.type.frequency);
}

function spansDiffer({ extent: a }: Operand, { extent: b }: Operand): boolean {
  return a !== null && b !== null && (a.in !== b.in || a.count !== b.count);
}
