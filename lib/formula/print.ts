import type { BinaryNode, CallNode, Node } from "./node.ts";

const STRENGTH = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 } as const;
const NEGATION = 3;
const SELECTION = 5;
const ATOM = 6;

/** The formula as text, with single spaces and no bracket that the grammar does not need. */
export function printFormula(node: Node): string {
  switch (node.kind) {
    case "number":
      return String(node.value);
    case "code":
      return node.code;
    case "select":
      return `${bracketed(node.operand, ATOM)}@${node.period}`;
    case "negate":
      return `-${bracketed(node.operand, NEGATION)}`;
    case "call":
      return printCall(node);
    case "binary":
      return printBinary(node);
  }
}

function printCall({ name, operand, options }: CallNode): string {
  const { steps, base, frequency, method } = options;
  const parts = [printFormula(operand), steps, base, frequency, method];
  return `${name}(${parts.filter((part) => part !== undefined).join(", ")})`;
}

function printBinary({ operator, left, right }: BinaryNode): string {
  const strength = STRENGTH[operator];
  // `^` binds to the right, so its left operand must be tighter and its right one may be a negation.
  if (operator === "^") return `${bracketed(left, SELECTION)}^${bracketed(right, NEGATION)}`;
  return `${bracketed(left, strength)} ${operator} ${bracketed(right, strength + 1)}`;
}

function bracketed(node: Node, atLeast: number): string {
  const text = printFormula(node);
  return strengthOf(node) < atLeast ? `(${text})` : text;
}

function strengthOf(node: Node): number {
  if (node.kind === "binary") return STRENGTH[node.operator];
  if (node.kind === "negate") return NEGATION;
  if (node.kind === "select") return SELECTION;
  return node.kind === "number" && node.value < 0 ? NEGATION : ATOM;
}
