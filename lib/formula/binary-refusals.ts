import { REGULAR_FREQUENCIES } from "../periods/frequency.ts";
import { parsePeriod } from "../periods/period.ts";
import {
  areKindsUnlike,
  areStockAndFlow,
  type BinaryRule,
  kindPhrase,
  type Meeting,
  VERBS,
} from "./binary-rule.ts";
import type { Node } from "./node.ts";
import { isAnnualRate, isFlow, type Operand } from "./operand.ts";
import { sameUnit } from "./part-of.ts";
import { is } from "./results.ts";
import { atFrequency, binaryOf, callOf, numberOf } from "./rewrite.ts";
import { capitalised, frequencyPhrase, unitWords } from "./wording.ts";

const ALL_OPERATORS = ["+", "-", "*", "/", "^"] as const;
const SUMS = ["+", "-"] as const;

/** Refusals, the most telling first; what none of them names and no row of `RESULTS` fits is `units-unlike`. */
export const BINARY_REFUSALS: readonly BinaryRule[] = [
  {
    id: "frequency-unlike",
    verdict: "refused",
    operators: ALL_OPERATORS,
    left: "a series of one frequency",
    right: "a series of another",
    example: "VC_US_PB_Q / GDP_US_A",
    applies: ({ left, right }) =>
      left.shape === "series" && right.shape === "series" && left.type.frequency !== right.type.frequency,
    says: ({ left, right }) =>
      `${capitalised(frequencyPhrase(left.type))} and ${frequencyPhrase(right.type)} have no periods in common.`,
    instead: atCommonFrequency,
  },
  {
    id: "money-and-count",
    verdict: "refused",
    operators: SUMS,
    left: "money",
    right: "a count",
    example: "VC_AI_WORLD_CB_Q + AI_DEALS_WORLD_CB_Q",
    applies: (m) => unordered(m, "currency", "count"),
    says: ({ left, right }) =>
      `${unitWords(left.type.unit)} and ${unitWords(right.type.unit)} cannot be added up.`,
    instead: ({ left, right }) =>
      is(left, "currency") ? binaryOf("/", left.node, right.node) : binaryOf("/", right.node, left.node),
  },
  {
    id: "currency-unlike",
    verdict: "refused",
    operators: ["+", "-", "/"],
    left: "money in one currency",
    right: "money in another",
    example: "VC_US_M / VC_CN_M",
    applies: ({ left, right }) => is(left, "currency") && is(right, "currency") && !sameUnit(left, right),
    says: ({ left, right }) =>
      `${unitWords(left.type.unit)} and ${unitWords(right.type.unit)} are different currencies; convert one of them.`,
    instead: (m) => (m.node.operator === "/" ? ratioOfIndices(m) : null),
  },
  {
    id: "prices-unlike",
    verdict: "refused",
    operators: ["+", "-", "/"],
    left: "money of its day",
    right: "money in constant prices, or in prices of another base",
    example: "VC_US_VE_A + real(VC_US_PWC_A, 2024)",
    applies: ({ left, right }) =>
      is(left, "currency") && is(right, "currency") && pricesWords(left) !== pricesWords(right),
    says: ({ left, right }) => `${capitalised(pricesWords(left))} and ${pricesWords(right)} do not mix.`,
    instead: inTheSamePrices,
  },
  {
    id: "percent-and-share",
    verdict: "refused",
    operators: ["+", "-", "*", "/"],
    left: "a percent",
    right: "a share",
    example: "AISHARE_US_PB_Q - VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q",
    applies: (m) => unordered(m, "percent", "share"),
    says: () => "A percent counts hundredths and a share counts ones; bring them to one form.",
    instead: ({ node, left, right }) => binaryOf(node.operator, asShare(left), asShare(right)),
  },
  {
    id: "percent-and-money",
    verdict: "refused",
    operators: ["+", "-", "*", "/"],
    left: "a percent",
    right: "money or a count",
    example: "VC_ALL_WORLD_CB_Q * AISHARE_US_PB_Q",
    applies: (m) => unordered(m, "percent", "currency") || unordered(m, "percent", "count"),
    says: ({ left, right }) =>
      `${capitalised(unitWords(left.type.unit))} and ${unitWords(right.type.unit)} do not mix; take the percent as a share.`,
    instead: ({ node, left, right }) => {
      if (node.operator === "/")
        return is(right, "percent") ? binaryOf("/", left.node, asShare(right)) : null;
      return is(left, "percent")
        ? binaryOf("*", right.node, asShare(left))
        : binaryOf("*", left.node, asShare(right));
    },
  },
  {
    id: "index-sum",
    verdict: "refused",
    operators: SUMS,
    left: "an index",
    right: "anything",
    example: "NASDAQ_M + SP500_M",
    applies: ({ left, right }) => is(left, "index") || is(right, "index"),
    says: () => "Index points depend on their base, so they have no sum or difference.",
    instead: ({ left, right }) =>
      is(left, "index") && is(right, "index") ? binaryOf("/", left.node, right.node) : null,
  },
  {
    id: "stock-and-flow-sum",
    verdict: "refused",
    operators: SUMS,
    left: "a stock",
    right: "a flow",
    example: "VC_AUM_US_A + VC_US_VE_A",
    applies: ({ left, right }) => sameUnit(left, right) && areStockAndFlow(left, right),
    says: () => "A stock is held at a moment and a flow is counted over a period; they have no sum.",
    instead: ({ node, left, right }) => binaryOf(node.operator, asFlow(left), asFlow(right)),
  },
  {
    id: "kinds-unlike-sum",
    verdict: "refused",
    operators: SUMS,
    left: "a company's valuation, a stock of capital, a flow or a price",
    right: "money of another of these kinds",
    example: "OPENAI_VAL@2024-10-02 - VC_AUM_US_A@1999",
    applies: ({ left, right }) => areKindsUnlike(left, right),
    says: ({ left, right }) =>
      `${capitalised(kindPhrase(left))} and ${kindPhrase(right)} are different things; they have no sum or difference.`,
    instead: ({ left, right }) => binaryOf("/", left.node, right.node),
  },
  {
    id: "annual-rate-sum",
    verdict: "refused",
    operators: SUMS,
    left: "a flow at an annual rate",
    right: "a flow of its own period",
    example: "GDP_US_Q - CAPEX_AMZN_Q",
    applies: ({ left, right }) =>
      sameUnit(left, right) &&
      isFlow(left.type) &&
      isFlow(right.type) &&
      isAnnualRate(left.type) !== isAnnualRate(right.type),
    says: () => "An annual rate is larger than the period's own flow; bring both to years.",
    instead: ({ node, lookup }) => atFrequency(node, "A", lookup),
  },
  {
    id: "counts-unlike",
    verdict: "refused",
    operators: SUMS,
    left: "a count",
    right: "a count of something else",
    example: "AI_DEALS_WORLD_CB_Q + IPO_COUNT_US_Q",
    applies: ({ left, right }) => is(left, "count") && is(right, "count") && !sameUnit(left, right),
    says: ({ left, right }) =>
      `${capitalised(unitWords(left.type.unit))} and ${unitWords(right.type.unit)} are different things.`,
    instead: ({ left, right }) => binaryOf("/", left.node, right.node),
  },
];

/** What every other pair is refused as. */
export const UNITS_UNLIKE: BinaryRule = {
  id: "units-unlike",
  verdict: "refused",
  operators: ALL_OPERATORS,
  left: "any unit",
  right: "a unit that no row of the results fits",
  example: "VC_US_M / NASDAQ_M",
  applies: () => true,
  says: ({ node, left, right }) =>
    `${capitalised(operandWords(left))} ${VERBS[node.operator]} ${operandWords(right)} has no meaning.`,
  instead: (m) => (m.node.operator === "/" ? ratioOfIndices(m) : null),
};

function unordered(
  { left, right }: Meeting,
  one: Parameters<typeof is>[1],
  other: Parameters<typeof is>[1],
): boolean {
  return (is(left, one) && is(right, other)) || (is(left, other) && is(right, one));
}

function pricesWords({ type: { prices } }: Operand): string {
  if (prices.kind === "constant") return `prices of ${prices.base}`;
  return prices.kind === "nominal" ? "nominal amounts" : "amounts without a price basis";
}

function operandWords({ shape, type }: Operand): string {
  return shape === "number" ? "a plain number" : unitWords(type.unit);
}

function asShare(operand: Operand): Node {
  return is(operand, "percent") ? binaryOf("/", operand.node, numberOf(100, operand.node)) : operand.node;
}

function asFlow(operand: Operand): Node {
  return operand.type.measure === "stock" ? callOf("chg", operand.node) : operand.node;
}

function ratioOfIndices({ left, right }: Meeting): Node | null {
  if (left.shape !== "series" || right.shape !== "series") return null;
  const rebased = [left, right].map((side) => callOf("index", side.node));
  return rebased[0] && rebased[1] ? binaryOf("/", rebased[0], rebased[1]) : null;
}

/** Both sides at the lower of the two frequencies. */
function atCommonFrequency({ node, left, right, lookup }: Meeting): Node | null {
  const [a, b] = [left.type.frequency, right.type.frequency];
  const lowest = REGULAR_FREQUENCIES.findLast((frequency) => frequency === a || frequency === b);
  return lowest ? atFrequency(node, lowest, lookup) : null;
}

/** The nominal side deflated to the base of the other, or the right side brought to the base of the left. */
function inTheSamePrices({ node, left, right }: Meeting): Node | null {
  const [a, b] = [left.type.prices, right.type.prices];
  if (a.kind === "constant" && b.kind === "constant") {
    const isDeflated = right.node.kind === "call" && right.node.name === "real";
    return isDeflated && parsePeriod(a.base) ? { ...node, right: rebased(right.node, a.base) } : null;
  }
  const [constant, nominal] = a.kind === "constant" ? [a, right] : [b.kind === "constant" ? b : null, left];
  const base = constant ? (/\d{4}(?:-[QH][1-4]|-\d{2})?/.exec(constant.base)?.[0] ?? null) : null;
  if (!base || nominal.type.prices.kind !== "nominal") return null;
  const deflated = callOf("real", nominal.node, { base });
  return nominal === left ? { ...node, left: deflated } : { ...node, right: deflated };
}

function rebased(node: Node, base: string): Node {
  return node.kind === "call" ? { ...node, options: { ...node.options, base } } : node;
}
