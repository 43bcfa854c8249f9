import type { Node } from "./node.ts";
import { parseFormula } from "./parse.ts";

/**
 * Whether a formula gives values as they are stored (a code, one of its periods, its first reports) and
 * computes nothing; a text that is no formula does not.
 */
export function givesStoredValues(text: string): boolean {
  const parsed = parseFormula(text);
  return parsed.ok && isStored(parsed.value);
}

function isStored(node: Node): boolean {
  switch (node.kind) {
    case "code":
      return true;
    case "select":
      return isStored(node.operand);
    case "call":
      return (node.name === "first" || node.name === "lag") && isStored(node.operand);
    default:
      return false;
  }
}
