import type { RegularFrequency } from "../periods/frequency.ts";
import type { Period } from "../periods/period.ts";
import type { FormulaContext } from "./context.ts";
import { US_CONTEXT } from "./context.ts";
import type { FunctionName } from "./functions.ts";
import type { TextSpan } from "./span.ts";

export const OPERATORS = ["+", "-", "*", "/", "^"] as const;
export type Operator = (typeof OPERATORS)[number];

/** How several periods become one: their total, their mean, or the last of them (end of period). */
export const AGGREGATION_METHODS = ["sum", "avg", "eop"] as const;
export type AggregationMethod = (typeof AGGREGATION_METHODS)[number];

/** What follows the operand of a function: a number of periods, a base period, a frequency and a method. */
export interface CallOptions {
  readonly steps?: number;
  readonly base?: Period;
  readonly frequency?: RegularFrequency;
  readonly method?: AggregationMethod;
}

/** A parsed formula. Every node knows the stretch of text it came from. */
export type Node =
  | { readonly kind: "number"; readonly value: number; readonly span: TextSpan }
  | { readonly kind: "code"; readonly code: string; readonly span: TextSpan }
  | { readonly kind: "select"; readonly operand: Node; readonly period: Period; readonly span: TextSpan }
  | { readonly kind: "negate"; readonly operand: Node; readonly span: TextSpan }
  | {
      readonly kind: "binary";
      readonly operator: Operator;
      readonly left: Node;
      readonly right: Node;
      readonly span: TextSpan;
    }
  | {
      readonly kind: "call";
      readonly name: FunctionName;
      readonly operand: Node;
      readonly options: CallOptions;
      readonly span: TextSpan;
    };

export type BinaryNode = Extract<Node, { kind: "binary" }>;
export type CallNode = Extract<Node, { kind: "call" }>;
export type SelectNode = Extract<Node, { kind: "select" }>;

/** The nodes directly under a node, in reading order. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "number":
    case "code":
      return [];
    case "binary":
      return [node.left, node.right];
    default:
      return [node.operand];
  }
}

/** Whether a function of that name is called anywhere in the tree. */
export function includesCall(node: Node, name: FunctionName): boolean {
  if (node.kind === "call" && node.name === name) return true;
  return childrenOf(node).some((child) => includesCall(child, name));
}

/** The same tree with one node (found by identity) replaced. */
export function replaceNode(root: Node, target: Node, replacement: Node): Node {
  if (root === target) return replacement;
  switch (root.kind) {
    case "number":
    case "code":
      return root;
    case "binary":
      return {
        ...root,
        left: replaceNode(root.left, target, replacement),
        right: replaceNode(root.right, target, replacement),
      };
    default:
      return { ...root, operand: replaceNode(root.operand, target, replacement) };
  }
}

/** The series a formula names, each once, in order of first appearance. */
export function namedCodes(node: Node): string[] {
  return node.kind === "code" ? [node.code] : [...new Set(childrenOf(node).flatMap(namedCodes))];
}

/**
 * The series a formula reads, each once: those it names, followed by those it reads without naming them: the
 * deflator of `real()`, both GDP series of `per_gdp()`.
 */
export function codesIn(node: Node, context: FormulaContext = US_CONTEXT): string[] {
  const implied = new Set<string>();
  if (includesCall(node, "real")) implied.add(context.deflator);
  if (includesCall(node, "per_gdp")) implied.add(context.gdpQuarterly).add(context.gdpAnnual);
  return [...new Set([...namedCodes(node), ...implied])];
}
