import { codesIn, parseFormula } from "../formula/index.ts";
import type { FigureSpec } from "./spec.ts";

/** Every formula of a figure, in the order in which they are drawn. */
function formulasIn(spec: FigureSpec): string[] {
  switch (spec.kind) {
    case "time":
    case "clock":
      return [...spec.lines, ...spec.benchmarks].map(({ formula }) => formula);
    case "comparison":
      return spec.items.map(({ formula }) => formula);
    case "scatter":
      return [spec.scatter.x, spec.scatter.y];
  }
}

/**
 * The series codes a figure needs, each once, with those its formulas read without naming them (CPI, GDP).
 * A formula that cannot be read asks for none; the figure says why it is missing.
 */
export function codesInSpec(spec: FigureSpec): string[] {
  const codes = formulasIn(spec).flatMap((formula) => {
    const node = parseFormula(formula);
    return node.ok ? codesIn(node.value) : [];
  });
  return [...new Set(codes)];
}
