import type { SeriesType } from "../series/series.ts";
import type { FormulaContext } from "./context.ts";
import { type MoneyKind, moneyKind, moneyKindWords } from "./money-kind.ts";
import { type BinaryNode, includesCall, type Node, namedCodes, type Operator } from "./node.ts";
import { isFlow, type Operand } from "./operand.ts";
import { sameUnit } from "./part-of.ts";
import { is } from "./results.ts";

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

/** What an operator does, for sentences: the left side is divided by the right. */
export const DONE: Readonly<Record<Operator, string>> = {
  "+": "is added to",
  "-": "is reduced by",
  "*": "is multiplied by",
  "/": "is divided by",
  "^": "is raised to",
};

/** One of each, whichever comes first. */
export function areStockAndFlow(left: Operand, right: Operand): boolean {
  const [a, b] = [left.type, right.type];
  return (a.measure === "stock" && isFlow(b)) || (isFlow(a) && b.measure === "stock");
}

/** Money that is of two kinds beyond stock and flow, such as a company's valuation and a stock of capital. */
export function areKindsUnlike(left: Operand, right: Operand): boolean {
  return (
    sameUnit(left, right) &&
    is(left, "currency") &&
    !areStockAndFlow(left, right) &&
    kindOf(left) !== kindOf(right)
  );
}

/** The kind of an amount in a sentence. */
export function kindPhrase(operand: Operand): string {
  return moneyKindWords(kindOf(operand), namedCodes(operand.node).length === 1 ? "one" : "several");
}

/** A running total of what a company spends is typed as a stock of the company too, and is not what it is worth. */
function kindOf({ node, type }: Operand): MoneyKind {
  const kind = moneyKind(type);
  return kind === "valuation" && includesCall(node, "cumsum") ? "stock" : kind;
}
