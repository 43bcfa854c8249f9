import type { RegularFrequency } from "../periods/frequency.ts";
import type { SeriesType } from "../series/series.ts";
import { functionNamed } from "./functions.ts";
import {
  type AggregationMethod,
  type CallNode,
  type CallOptions,
  childrenOf,
  type Node,
  type Operator,
} from "./node.ts";
import { isFlow, isLevel } from "./operand.ts";

/** Builders for the formulas that a refusal offers instead. They take the place in the text of what they replace. */

export function callOf(name: CallNode["name"], operand: Node, options: CallOptions = {}): CallNode {
  return { kind: "call", name, operand, options, span: operand.span };
}

export function binaryOf(operator: Operator, left: Node, right: Node): Node {
  return { kind: "binary", operator, left, right, span: { start: left.span.start, end: right.span.end } };
}

export function numberOf(value: number, like: Node): Node {
  return { kind: "number", value, span: like.span };
}

/**
 * How several periods of such a series become one when nothing is said: a flow counted over its period is
 * added up, a stock is read at the end, all else (ratio, price, index, annual rate) is averaged.
 */
export function defaultMethod(type: SeriesType): AggregationMethod {
  if (isFlow(type) && !isLevel(type)) return "sum";
  return type.measure === "stock" ? "eop" : "avg";
}

/**
 * The same formula with its series brought to a lower frequency before anything else is done to them
 * (aggregate first, then transform). `null` when a code is unknown.
 */
export function atFrequency(
  node: Node,
  frequency: RegularFrequency,
  lookup: (code: string) => SeriesType | undefined,
): Node | null {
  switch (node.kind) {
    case "number":
    case "select":
      return node;
    case "code": {
      const type = lookup(node.code);
      if (!type) return null;
      if (type.frequency === frequency) return node;
      const method = type.frequency === "I" ? "eop" : defaultMethod(type);
      return callOf("freq", node, { frequency, method });
    }
    case "binary": {
      const left = atFrequency(node.left, frequency, lookup);
      const right = atFrequency(node.right, frequency, lookup);
      return left && right ? { ...node, left, right } : null;
    }
    case "call":
      if (node.name === "first" && node.operand.kind === "code") {
        const aggregated = atFrequency(node.operand, frequency, lookup);
        return aggregated?.kind === "call" ? { ...aggregated, operand: node } : node;
      }
      if (node.name === "freq") return { ...node, options: { ...node.options, frequency } };
  }
  const operand = atFrequency(node.operand, frequency, lookup);
  return operand ? { ...node, operand } : null;
}

/** The outermost call in a tree of series that must come after aggregation, or `null`; a value chosen is none. */
export function transformIn(node: Node): CallNode | null {
  if (node.kind === "select") return null;
  if (node.kind === "call" && functionNamed(node.name)?.isTransform) return node;
  return childrenOf(node).reduce<CallNode | null>((found, child) => found ?? transformIn(child), null);
}
