import type { FormulaContext } from "./context.ts";
import type { FunctionName } from "./functions.ts";
import { namedCodes } from "./node.ts";
import { isFlow, type Operand } from "./operand.ts";
import { isPartOfScope, MIXED } from "./scope.ts";
import { isSameTime } from "./timing.ts";

/**
 * Whether a ratio is a part of its whole: within it, of the same time, and counted by one compiler (GDP, which
 * has a compiler of its own, excepted). Unlike lengths of time are labelled, and it stays a share.
 */
export function isPartOf(left: Operand, right: Operand, context: FormulaContext): boolean {
  return (
    isWithin(left, right, context) &&
    isSameTime(left.timing, right.timing) &&
    (isGdp(right, context) || isOneCompiler(left, right))
  );
}

/**
 * Whether one flow is a part of another by what it is of, whoever counted it and whenever: any of GDP, one
 * sector of all sectors, one place of a place that holds it.
 */
export function isWithin(left: Operand, right: Operand, context: FormulaContext): boolean {
  if (!isFlow(left.type) || !isFlow(right.type) || !sameUnit(left, right)) return false;
  if (isGdp(right, context)) return !isGdp(left, context);
  return isPartOfScope(left.type, right.type);
}

/** Whether one compiler counted both; several compilers' sums are not one compiler's. */
export function isOneCompiler({ type: a }: Operand, { type: b }: Operand): boolean {
  return a.universe === b.universe && a.universe !== MIXED;
}

/** Whether all that an operand names is official: output and prices, which are everybody's measure and no sample. */
export function isOfficial({ node }: Operand, context: FormulaContext): boolean {
  const { deflator, gdpQuarterly, gdpAnnual } = context;
  return namedCodes(node).every((code) => [deflator, gdpQuarterly, gdpAnnual].includes(code));
}

/** Functions of which GDP comes out as GDP still: of other periods, of another length, as it was first reported. */
const KEEPING_GDP: readonly FunctionName[] = ["freq", "lag", "first", "ma", "rollsum", "real"];

/** Whether an operand is GDP itself, perhaps of other periods or at one period. */
function isGdp({ node }: Operand, context: FormulaContext): boolean {
  let inner = node;
  while (inner.kind === "select" || (inner.kind === "call" && KEEPING_GDP.includes(inner.name))) {
    inner = inner.operand;
  }
  return inner.kind === "code" && (inner.code === context.gdpQuarterly || inner.code === context.gdpAnnual);
}

/** Whether two units are one and the same: the same currency, things counted, words. Bases of indices may differ. */
export function sameUnit({ type: { unit: a } }: Operand, { type: { unit: b } }: Operand): boolean {
  if (a.kind === "currency" && b.kind === "currency") return a.currency === b.currency;
  if (a.kind === "count" && b.kind === "count") return a.of === b.of;
  if (a.kind === "rate" && b.kind === "rate") return a.words === b.words;
  return a.kind === b.kind;
}
