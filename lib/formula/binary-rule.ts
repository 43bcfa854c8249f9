import type { SeriesType } from "../series/series.ts";
import type { FormulaContext } from "./context.ts";
import type { BinaryNode, Node, Operator } from "./node.ts";
import { isFlow, type Operand } from "./operand.ts";

/** Two operands meeting in an operator. */
export interface Meeting {
  readonly node: BinaryNode;
  readonly left: Operand;
  readonly right: Operand;
  readonly context: FormulaContext;
  readonly lookup: (code: string) => SeriesType | undefined;
}

export interface BinaryRule {
  readonly id: string;
  readonly verdict: "refused" | "labelled";
  readonly operators: readonly Operator[];
  readonly left: string;
  readonly right: string;
  readonly example: string;
  readonly applies: (meeting: Meeting) => boolean;
  readonly says: (meeting: Meeting) => string;
  /** What to write in place of the refused part. */
  readonly instead?: (meeting: Meeting) => Node | null;
}

/** The operators in words. */
export const VERBS: Readonly<Record<Operator, string>> = {
  "+": "plus",
  "-": "minus",
  "*": "times",
  "/": "over",
  "^": "to the power of",
};

/** One of each, whichever comes first. */
export function areStockAndFlow(left: Operand, right: Operand): boolean {
  const [a, b] = [left.type, right.type];
  return (a.measure === "stock" && isFlow(b)) || (isFlow(a) && b.measure === "stock");
}
