import type { FormulaContext } from "./context.ts";
import { isFlow, isInside, type Operand } from "./operand.ts";

/**
 * Whether a ratio is a part of its whole: over GDP, or of one sector over all sectors, or of one place over a
 * place that holds it. What makes such a ratio unlike (spans, samples) is labelled, and it stays a share.
 */
export function isPartOf(left: Operand, right: Operand, context: FormulaContext): boolean {
  const [a, b] = [left.type, right.type];
  if (!isFlow(a) || !isFlow(b) || !sameUnit(left, right) || left.shape === "number") return false;
  if (isGdp(right, context)) return !isGdp(left, context);
  const isSectorOfAll = b.sector === "ALL" && a.sector !== "ALL";
  const isPlaceInside =
    a.geography !== b.geography && isInside(a.geography, b.geography) && a.sector === b.sector;
  return isSectorOfAll || isPlaceInside;
}

/** Whether an operand is GDP itself, perhaps at another frequency or at one period. */
export function isGdp({ node }: Operand, context: FormulaContext): boolean {
  let inner = node;
  while (inner.kind === "select" || (inner.kind === "call" && inner.name === "freq")) inner = inner.operand;
  return inner.kind === "code" && (inner.code === context.gdpQuarterly || inner.code === context.gdpAnnual);
}

/** Whether two units are one and the same: the same currency, things counted, words. Bases of indices may differ. */
export function sameUnit({ type: { unit: a } }: Operand, { type: { unit: b } }: Operand): boolean {
  if (a.kind === "currency" && b.kind === "currency") return a.currency === b.currency;
  if (a.kind === "count" && b.kind === "count") return a.of === b.of;
  if (a.kind === "rate" && b.kind === "rate") return a.words === b.words;
  return a.kind === b.kind;
}
