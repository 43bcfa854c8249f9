import { coarserPeriod } from "../periods/alignment.ts";
import { isCoarser } from "../periods/frequency.ts";
import { mustParse } from "../periods/period.ts";
import type { CallRule } from "./call-rule.ts";
import type { CallNode, Node } from "./node.ts";
import { isLevel, isSigned } from "./operand.ts";
import { atFrequency, binaryOf, callOf, defaultMethod, transformIn } from "./rewrite.ts";
import { capitalised, frequencyPhrase, unitWords } from "./wording.ts";

const GROWTH = ["pch", "yoy", "pca", "cch", "cca"] as const;
const STEPPING = ["chg", "ch1", ...GROWTH, "lag", "ma", "rollsum", "cumsum"] as const;

/** Refusals, in the order in which they are looked at. */
export const CALL_REFUSALS: readonly CallRule[] = [
  {
    id: "first-of-a-result",
    verdict: "refused",
    functions: ["first"],
    operand: "anything but the code of a series",
    example: "first(VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q)",
    applies: ({ operand }) => operand.node.kind !== "code",
    says: () => "Only a stored series has first reports; name its code inside first().",
    instead: ({ operand }) => asFirstReported(operand.node),
  },
  {
    id: "needs-a-series",
    verdict: "refused",
    functions: [...STEPPING, "index", "pctrank", "zscore", "per_gdp", "real", "freq"],
    operand: "a number or one value of a series",
    example: "yoy(VC_US_VE_A@2000)",
    applies: ({ operand }) => operand.shape !== "series",
    says: ({ node }) => `${node.name} needs a whole series; choose the period afterwards.`,
    instead: ({ node, operand }) =>
      operand.node.kind === "select"
        ? { ...operand.node, operand: { ...node, operand: operand.node.operand } }
        : null,
  },
  {
    id: "irregular-steps",
    verdict: "refused",
    functions: [...STEPPING, "per_gdp"],
    operand: "dated points",
    example: "yoy(OPENAI_VAL)",
    applies: ({ operand }) => operand.type.frequency === "I",
    says: ({ node }) => `${node.name} needs regular periods and these are dated points.`,
    instead: ({ node, operand }) =>
      isLevel(operand.type)
        ? { ...node, operand: callOf("freq", operand.node, { frequency: "A", method: "eop" }) }
        : null,
  },
  {
    id: "growth-of-a-rate",
    verdict: "refused",
    functions: GROWTH,
    operand: "percent, percentage points, a logarithm or a z-score",
    example: "yoy(UST10Y_M)",
    applies: ({ operand }) => isSigned(operand.type.unit),
    says: ({ operand }) =>
      `Growth of a value in ${unitWords(operand.type.unit)} misleads near zero; take the change.`,
    instead: ({ node, operand }) => callOf(node.name === "yoy" ? "ch1" : "chg", operand.node),
  },
  {
    id: "index-of-a-rate",
    verdict: "refused",
    functions: ["index"],
    operand: "percent, percentage points, a logarithm or a z-score",
    example: "index(yoy(NASDAQ_M))",
    applies: ({ operand }) => isSigned(operand.type.unit),
    says: ({ operand }) => `A value in ${unitWords(operand.type.unit)} may be zero, so it has no index.`,
    instead: ({ operand }) => operand.node,
  },
  {
    id: "log-of-negative",
    verdict: "refused",
    functions: ["log", "cch", "cca"],
    operand: "what may be zero or less: a difference, a percent, a z-score",
    example: "log(yoy(NASDAQ_M))",
    applies: ({ operand }) => operand.mayBeNegative,
    says: ({ operand }) => `A logarithm needs values above zero, and ${operand.subject} may be zero or less.`,
    instead: ({ node, operand }) => withoutNegative(node, operand.node),
  },
  {
    id: "total-of-levels",
    verdict: "refused",
    functions: ["rollsum", "cumsum"],
    operand: "a stock, ratio, index, price or annual rate",
    example: "rollsum(GDP_US_Q, 4)",
    applies: ({ operand }) => isLevel(operand.type),
    says: ({ node }) =>
      `${node.name} adds up flows; what is known at a moment or at an annual rate has no total.`,
    instead: ({ node, operand }) => (node.name === "rollsum" ? { ...node, name: "ma" } : operand.node),
  },
  {
    id: "index-base-too-fine",
    verdict: "refused",
    functions: ["index"],
    operand: "a series whose periods are longer than the base",
    example: "index(VC_US_VE_A, 1999-08)",
    applies: ({ node, operand: { type } }) =>
      node.options.base !== undefined &&
      type.frequency !== "I" &&
      isCoarser(type.frequency, mustParse(node.options.base).frequency),
    says: ({ node, operand }) =>
      `${capitalised(frequencyPhrase(operand.type))} has no value of its own at ${node.options.base}.`,
    instead: ({ node, operand: { type } }) =>
      type.frequency === "I" || !node.options.base
        ? null
        : { ...node, options: { base: coarserPeriod(node.options.base, type.frequency) } },
  },
  {
    id: "real-already",
    verdict: "refused",
    functions: ["real"],
    operand: "what is in constant prices already",
    example: "real(real(VC_US_VE_A, 2020), 2024)",
    applies: ({ operand }) => operand.type.prices.kind === "constant",
    says: ({ operand: { type } }) =>
      `These are prices of ${type.prices.kind === "constant" ? type.prices.base : ""} already.`,
    instead: ({ node, operand }) =>
      isReal(operand.node) ? { ...node, operand: operand.node.operand } : operand.node,
  },
  {
    id: "real-of-no-money",
    verdict: "refused",
    functions: ["real"],
    operand: "what is not in the money of its day",
    example: "real(IPO_COUNT_US_A, 2024)",
    applies: ({ operand }) => operand.type.prices.kind === "none",
    says: ({ operand }) =>
      `Values in ${unitWords(operand.type.unit)} are not money, so prices do not deflate them.`,
    instead: ({ operand }) => operand.node,
  },
  {
    id: "real-of-other-money",
    verdict: "refused",
    functions: ["real"],
    operand: "money of another currency than the deflator's",
    example: "real(VC_CN_M, 2024)",
    applies: ({ operand: { type }, context }) =>
      type.unit.kind === "currency" && type.unit.currency !== context.deflatedCurrency,
    says: ({ operand, context }) =>
      `${context.deflator} deflates ${context.deflatedCurrency}; no deflator is stored for ${unitWords(operand.type.unit)}.`,
  },
  {
    id: "real-base-too-fine",
    verdict: "refused",
    functions: ["real"],
    operand: "any money, with a base shorter than a month",
    example: "real(VC_US_VE_A, 2024-10-02)",
    applies: ({ node }) => isCoarser("M", mustParse(node.options.base ?? "2000").frequency),
    says: ({ node, context }) =>
      `${context.deflator} is monthly, so ${node.options.base} has no prices of its own.`,
    instead: ({ node }) => ({ ...node, options: { base: coarserPeriod(node.options.base ?? "2000", "M") } }),
  },
  {
    id: "gdp-of-no-money",
    verdict: "refused",
    functions: ["per_gdp"],
    operand: "what is not nominal money in the currency of GDP",
    example: "per_gdp(real(VC_US_VE_A, 2024))",
    applies: ({ operand: { type }, context }) =>
      type.unit.kind !== "currency" ||
      type.unit.currency !== context.deflatedCurrency ||
      type.prices.kind !== "nominal",
    says: ({ context }) => `A share of GDP needs nominal amounts in ${context.deflatedCurrency}, as GDP is.`,
    instead: ({ node, operand }) =>
      isReal(operand.node) ? { ...node, operand: operand.node.operand } : null,
  },
  {
    id: "gdp-too-fine",
    verdict: "refused",
    functions: ["per_gdp"],
    operand: "periods shorter than a quarter",
    example: "per_gdp(VC_US_M)",
    applies: ({ operand: { type } }) => type.frequency !== "I" && isCoarser("Q", type.frequency),
    says: () => "GDP is counted by quarter.",
    instead: ({ node, operand, lookup }) => {
      const quarterly = atFrequency(operand.node, "Q", lookup);
      return quarterly && { ...node, operand: quarterly };
    },
  },
  {
    id: "freq-too-fine",
    verdict: "refused",
    functions: ["freq"],
    operand: "periods longer than those asked for",
    example: "freq(VC_US_VE_A, Q)",
    applies: ({ node, operand: { type } }) =>
      type.frequency !== "I" && isCoarser(type.frequency, node.options.frequency ?? "A"),
    says: ({ operand }) =>
      `${capitalised(frequencyPhrase(operand.type))} cannot be split into shorter periods.`,
    instead: ({ operand }) => operand.node,
  },
  {
    id: "transform-before-freq",
    verdict: "refused",
    functions: ["freq"],
    operand: "what has been transformed already, in whole or in part",
    example: "freq(yoy(VC_US_PB_Q), A)",
    applies: ({ operand }) => transformIn(operand.node) !== null,
    says: ({ operand }) =>
      `Aggregate first, then transform: ${transformIn(operand.node)?.name} comes after freq.`,
    instead: ({ node, operand, lookup }) => atFrequency(operand.node, node.options.frequency ?? "A", lookup),
  },
  {
    id: "freq-of-dated-flows",
    verdict: "refused",
    functions: ["freq"],
    operand: "dated points, unless the last of each period is taken of a stock, price, ratio or annual rate",
    example: "freq(OPENAI_VAL, A, avg)",
    applies: ({ node, operand: { type } }) =>
      type.frequency === "I" && (!isLevel(type) || (node.options.method ?? "eop") !== "eop"),
    says: () => "Dated points have no complete periods, so they have no sum or mean; take the last (eop).",
    instead: ({ node, operand }) =>
      isLevel(operand.type) ? { ...node, options: { ...node.options, method: "eop" } } : null,
  },
  {
    id: "freq-sum-of-levels",
    verdict: "refused",
    functions: ["freq"],
    operand: "a stock, ratio, index, price or annual rate, summed",
    example: "freq(NASDAQ_M, A, sum)",
    applies: ({ node, operand }) => node.options.method === "sum" && isLevel(operand.type),
    says: () => "What is known at a moment, or at an annual rate, has no sum over time.",
    instead: ({ node, operand }) => ({
      ...node,
      options: { ...node.options, method: defaultMethod(operand.type) },
    }),
  },
];

/** The same formula on the first reports of all its series. */
function asFirstReported(node: Node): Node {
  switch (node.kind) {
    case "number":
      return node;
    case "code":
      return callOf("first", node);
    case "binary":
      return { ...node, left: asFirstReported(node.left), right: asFirstReported(node.right) };
    default:
      if (node.kind === "call" && node.name === "first") return node;
      return { ...node, operand: asFirstReported(node.operand) };
  }
}

function isReal(node: Node): node is CallNode {
  return node.kind === "call" && node.name === "real";
}

/** The change of a logarithm instead of the logarithm of a change; a ratio instead of a difference; else no logarithm. */
function withoutNegative(node: CallNode, operand: Node): Node {
  if (operand.kind === "call" && operand.name === "yoy") return callOf("ch1", callOf("log", operand.operand));
  if (operand.kind === "call" && (operand.name === "pch" || operand.name === "chg")) {
    return callOf("chg", callOf("log", operand.operand));
  }
  if (operand.kind === "binary" && operand.operator === "-") {
    return { ...node, operand: binaryOf("/", operand.left, operand.right) };
  }
  return node.name === "log" ? operand : callOf("chg", operand);
}
