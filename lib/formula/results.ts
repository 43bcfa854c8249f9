import type { Measure, Prices, Unit } from "../series/unit.ts";
import type { FormulaContext } from "./context.ts";
import type { Operator } from "./node.ts";
import { isPure, type Operand } from "./operand.ts";
import { isPartOf, sameUnit } from "./part-of.ts";
import { unitWords } from "./wording.ts";

/** What an operator gives: the parts of the type that it decides. */
export interface Outcome {
  readonly unit: Unit;
  readonly measure: Measure;
  readonly prices: Prices;
}

/** One row of the table of what the operators make of their operands' units. */
export interface ResultRow {
  readonly operators: readonly Operator[];
  readonly left: string;
  readonly right: string;
  readonly result: string;
  readonly example: string;
  /** `null` when the row is not about these operands. */
  readonly outcome: (left: Operand, right: Operand, context: FormulaContext) => Outcome | null;
}

const NO_PRICES: Prices = { kind: "none" };
const MULTIPLE: Outcome = { unit: { kind: "multiple" }, measure: "ratio", prices: NO_PRICES };
const SHARE: Outcome = { ...MULTIPLE, unit: { kind: "share" } };
const PERCENT: Outcome = { ...MULTIPLE, unit: { kind: "percent" } };
const POINTS: Outcome = { ...MULTIPLE, unit: { kind: "points" } };

/**
 * What each operator gives, by the units of its operands; the first row that fits decides. Operands that no
 * row fits are refused. Unlike kinds that have a reason of their own are refused or labelled by `rules.ts`.
 */
export const RESULTS: readonly ResultRow[] = [
  {
    operators: ["-"],
    left: "a percent",
    right: "a percent",
    result: "percentage points",
    example: "AISHARE_US_PB_Q - NETSHARE_US_VE_Q",
    outcome: (a, b) => (is(a, "percent") && is(b, "percent") && !someNumber(a, b) ? POINTS : null),
  },
  {
    operators: ["-"],
    left: "a share",
    right: "a share",
    result: "percentage points: 100 times the difference",
    example: "VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q - VC_US_CB_Q / VC_ALL_WORLD_CB_Q",
    outcome: (a, b) => (is(a, "share") && is(b, "share") && !someNumber(a, b) ? POINTS : null),
  },
  {
    operators: ["+", "-"],
    left: "a percent",
    right: "percentage points",
    result: "a percent",
    example: "UST10Y_M + chg(UST10Y_M)",
    outcome: (a, b) => (is(a, "percent") && is(b, "points") ? PERCENT : null),
  },
  {
    operators: ["+", "-"],
    left: "any unit but index points",
    right: "the same unit",
    result: "that unit",
    example: "CAPEX_AMZN_Q + CAPEX_MSFT_Q",
    outcome: (a, b) => (sameUnit(a, b) && !is(a, "index") && !someNumber(a, b) ? keep(a) : null),
  },
  {
    operators: ["+", "-"],
    left: "a share",
    right: "a multiple",
    result: "a multiple",
    example: "VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q - VC_US_PB_Q / VC_US_CB_Q",
    outcome: (a, b) => (isPure(a) && isPure(b) && !someNumber(a, b) ? MULTIPLE : null),
  },
  {
    operators: ["+", "-"],
    left: "a share, multiple, percent, points, logarithm or z-score",
    right: "a number",
    result: "the unit of the other",
    example: "1 - VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q",
    outcome: (a, b) => {
      if (!someNumber(a, b)) return null;
      const other = a.shape === "number" ? b : a;
      return isPure(other) || ["percent", "points", "log", "zscore"].includes(other.type.unit.kind)
        ? keep(other)
        : null;
    },
  },
  {
    operators: ["*"],
    left: "a share",
    right: "the number 100",
    result: "a percent",
    example: "VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q * 100",
    outcome: (a, b) =>
      (is(a, "share") && isHundred(b)) || (is(b, "share") && isHundred(a)) ? PERCENT : null,
  },
  {
    operators: ["/"],
    left: "a percent",
    right: "the number 100",
    result: "a share",
    example: "AISHARE_US_PB_Q / 100",
    outcome: (a, b) => (is(a, "percent") && isHundred(b) ? SHARE : null),
  },
  {
    operators: ["*"],
    left: "a number, share or multiple",
    right: "any unit",
    result: "that unit",
    example: "VC_ALL_WORLD_CB_Q * (AISHARE_US_PB_Q / 100)",
    outcome: (a, b) => {
      if (someNumber(a, b)) return keep(a.shape === "number" ? b : a);
      if (isPure(a) && isPure(b)) return is(a, "share") && is(b, "share") ? SHARE : MULTIPLE;
      return isPure(a) ? scalable(b) : isPure(b) ? scalable(a) : null;
    },
  },
  {
    operators: ["*"],
    left: "money in one currency",
    right: "an exchange rate from it (A per B)",
    result: "money in the other currency",
    example: "VC_US_M * USDCNY_M",
    outcome: (a, b) => converted(a, rateOf(b), "multiply") ?? converted(b, rateOf(a), "multiply"),
  },
  {
    operators: ["/"],
    left: "money in one currency",
    right: "an exchange rate to it (A per B)",
    result: "money in the other currency",
    example: "VC_CN_M / USDCNY_M",
    outcome: (a, b) => converted(a, rateOf(b), "divide"),
  },
  {
    operators: ["/"],
    left: "a flow of a sector, place or economy",
    right: "the flow it is a part of, of the same time and by the same compiler (or GDP)",
    result: "a share",
    example: "VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q",
    outcome: (a, b, context) => (isPartOf(a, b, context) ? SHARE : null),
  },
  {
    operators: ["/"],
    left: "any unit",
    right: "the same unit",
    result: "a multiple",
    example: "VC_US_VE_A@2000 / VC_US_VE_A@1999",
    outcome: (a, b) => (sameUnit(a, b) ? MULTIPLE : null),
  },
  {
    operators: ["/"],
    left: "money",
    right: "a count",
    result: "money for each thing counted",
    example: "VC_AI_WORLD_CB_Q / AI_DEALS_WORLD_CB_Q",
    outcome: (a, b) => (is(a, "currency") && is(b, "count") ? per(a, b) : null),
  },
  {
    operators: ["/"],
    left: "a count",
    right: "a count of something else",
    result: "the one for each of the other",
    example: "AI_DEALS_WORLD_CB_Q / IPO_COUNT_US_Q",
    outcome: (a, b) => (is(a, "count") && is(b, "count") ? per(a, b) : null),
  },
  {
    operators: ["/"],
    left: "any unit",
    right: "a number, share or multiple",
    result: "the unit on the left",
    example: "VC_US_VE_A / 4",
    outcome: (a, b) => {
      if (b.shape === "number") return keep(a);
      if (!isPure(b)) return null;
      return isPure(a) ? MULTIPLE : scalable(a);
    },
  },
  {
    operators: ["^"],
    left: "a number, share or multiple",
    right: "a number",
    result: "a multiple",
    example: "CAPE_M ^ 2",
    outcome: (a, b) => (isPure(a) && b.shape === "number" ? MULTIPLE : null),
  },
];

/** The outcome of `left operator right`, or `null` when no row of the table fits. */
export function outcomeOf(
  operator: Operator,
  left: Operand,
  right: Operand,
  context: FormulaContext,
): Outcome | null {
  for (const row of RESULTS) {
    const outcome = row.operators.includes(operator) ? row.outcome(left, right, context) : null;
    if (outcome) return outcome;
  }
  return null;
}

export function is(operand: Operand, kind: Unit["kind"]): boolean {
  return operand.shape !== "number" && operand.type.unit.kind === kind;
}

function isHundred({ node }: Operand): boolean {
  return node.kind === "number" && node.value === 100;
}

function someNumber(a: Operand, b: Operand): boolean {
  return a.shape === "number" || b.shape === "number";
}

function keep({ type }: Operand): Outcome {
  return { unit: type.unit, measure: type.measure, prices: type.prices };
}

/** Growth rates, logarithms and z-scores are not amounts: a share of one has no meaning. */
function scalable(operand: Operand): Outcome | null {
  return ["currency", "count", "index", "rate"].includes(operand.type.unit.kind) ? keep(operand) : null;
}

function per(a: Operand, b: Operand): Outcome {
  const words = `${unitWords(a.type.unit)} per ${unitWords(b.type.unit).replace(/s$/, "")}`;
  return { unit: { kind: "rate", words }, measure: "ratio", prices: a.type.prices };
}

function rateOf(operand: Operand): { of: string; per: string } | null {
  const { unit } = operand.type;
  const match = unit.kind === "rate" ? /^([A-Z]{3}) per ([A-Z]{3})$/.exec(unit.words) : null;
  return match?.[1] && match[2] ? { of: match[1], per: match[2] } : null;
}

function converted(
  money: Operand,
  rate: { of: string; per: string } | null,
  how: "multiply" | "divide",
): Outcome | null {
  const { unit } = money.type;
  if (!rate || unit.kind !== "currency") return null;
  const [from, to] = how === "multiply" ? [rate.per, rate.of] : [rate.of, rate.per];
  return unit.currency === from ? { ...keep(money), unit: { ...unit, currency: to } } : null;
}
