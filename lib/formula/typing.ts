import type { Frequency } from "../periods/frequency.ts";
import type { SeriesType } from "../series/series.ts";
import type { Unit } from "../series/unit.ts";
import type { BinaryNode, CallNode } from "./node.ts";
import { type Extent, extentOf, isAnnualRate, isFlow, isSigned, type Operand } from "./operand.ts";
import { printFormula } from "./print.ts";
import type { Outcome } from "./results.ts";
import { defaultMethod } from "./rewrite.ts";
import { MIXED } from "./scope.ts";
import { joinedTiming, lagged } from "./timing.ts";
import { stepsEarlier } from "./wording.ts";

/** What two operands that may be joined give. */
export function joinedOperand(node: BinaryNode, left: Operand, right: Operand, outcome: Outcome): Operand {
  const leading = left.shape === "number" ? right : left;
  const isRatio = outcome.measure === "ratio";
  const type: SeriesType = {
    ...outcome,
    frequency: joinedFrequency(left, right, leading),
    rate: isRatio ? "period" : leading.type.rate,
    yearEnds: leading.type.yearEnds,
    ...joinedScope(node, left, right, leading),
  };
  return {
    node,
    type,
    shape: joinedShape(left, right),
    period: leading.period ?? right.period,
    timing: joinedTiming(left.timing, right.timing),
    extent: isRatio ? null : (left.extent ?? right.extent),
    mayBeNegative: isSigned(type.unit) || node.operator === "-" || left.mayBeNegative || right.mayBeNegative,
    subject: printFormula(node),
  };
}

function joinedShape(left: Operand, right: Operand): Operand["shape"] {
  if (left.shape === "series" || right.shape === "series") return "series";
  return left.shape === "number" && right.shape === "number" ? "number" : "scalar";
}

function joinedFrequency(left: Operand, right: Operand, leading: Operand): Frequency {
  if (left.shape === "series") return left.type.frequency;
  return right.shape === "series" ? right.type.frequency : leading.type.frequency;
}

/** A quotient is about its numerator; a sum or product is about both. */
function joinedScope(
  { operator }: BinaryNode,
  left: Operand,
  right: Operand,
  leading: Operand,
): Pick<SeriesType, "geography" | "sector" | "universe"> {
  const { geography, sector, universe } = leading.type;
  if (operator === "/" || left.shape === "number" || right.shape === "number")
    return { geography, sector, universe };
  const both = (a: string, b: string) => (a === b ? a : MIXED);
  return {
    geography: both(geography, right.type.geography),
    sector: both(sector, right.type.sector),
    universe: both(universe, right.type.universe),
  };
}

/** What a function gives for an operand that it accepts. */
export function callOperand(node: CallNode, operand: Operand): Operand {
  const type = callType(node, operand);
  return {
    ...operand,
    node,
    type,
    timing: node.name === "lag" ? lagged(operand.timing, node.options.steps ?? 1) : operand.timing,
    extent: callExtent(node, operand, type),
    mayBeNegative: MAY_TURN_NEGATIVE.has(node.name) || (node.name !== "pctrank" && operand.mayBeNegative),
    subject: callSubject(node, operand),
  };
}

/** A series moved in time, or as first reported, keeps its plain name: `all funding 2 quarters earlier`. */
function callSubject(node: CallNode, { node: inner, subject, type }: Operand): string {
  if (node.name === "first") return `${subject} as first reported`;
  const isNamed = inner.kind === "code" || (inner.kind === "call" && inner.name === "first");
  return node.name === "lag" && isNamed
    ? `${subject} ${stepsEarlier(node.options.steps ?? 1, type.frequency)}`
    : printFormula(node);
}

const MAY_TURN_NEGATIVE: ReadonlySet<string> = new Set([
  "chg",
  "ch1",
  "pch",
  "yoy",
  "pca",
  "cch",
  "cca",
  "log",
  "zscore",
]);

function callType({ name, options }: CallNode, { type }: Operand): SeriesType {
  const ratio = (unit: Unit): SeriesType => ({
    ...type,
    unit,
    measure: "ratio",
    rate: "period",
    prices: { kind: "none" },
  });
  switch (name) {
    case "chg":
    case "ch1":
      return {
        ...type,
        unit: changeUnit(type.unit),
        measure: type.measure === "stock" ? "flow" : type.measure,
      };
    case "pch":
    case "yoy":
    case "pca":
    case "cch":
    case "cca":
      return ratio({ kind: "percent" });
    case "log":
      return { ...ratio({ kind: "log" }), prices: type.prices };
    case "index": {
      const base = options.base ? `${options.base} = 100` : "first value = 100";
      return { ...type, unit: { kind: "index", base }, measure: "index", rate: "period" };
    }
    case "pctrank":
    case "per_gdp":
      return ratio({ kind: "share" });
    case "zscore":
      return ratio({ kind: "zscore" });
    case "real":
      return { ...type, prices: { kind: "constant", base: options.base ?? "" } };
    case "cumsum":
      return { ...type, measure: "stock" };
    case "freq": {
      const frequency = options.frequency ?? "A";
      return { ...type, frequency, rate: frequency === "A" && isFlow(type) ? "period" : type.rate };
    }
    case "first":
    case "lag":
    case "ma":
    case "rollsum":
      return type;
  }
}

/** The difference of two percents or shares is in percentage points. */
function changeUnit(unit: Unit): Unit {
  return unit.kind === "percent" || unit.kind === "share" ? { kind: "points" } : unit;
}

function callExtent({ name, options }: CallNode, operand: Operand, type: SeriesType): Extent | null {
  if (!isFlow(type)) return null;
  if (name === "rollsum" && operand.extent) {
    return { ...operand.extent, count: operand.extent.count * (options.steps ?? 1) };
  }
  // A mean or a last value of several periods is still an amount of one of them.
  if (name === "freq") {
    const isSum = (options.method ?? defaultMethod(operand.type)) === "sum" || isAnnualRate(operand.type);
    return isSum ? extentOf(type) : operand.extent;
  }
  // The change of a stock is a flow of its period; that of a flow is over what the flow is over.
  return operand.extent ?? extentOf(type);
}
