import { codesIn, parseFormula } from "../formula/index.ts";
import type { FigureSpec, LineSpec } from "./spec.ts";

/** A formula of a figure and where it stands in the specification: `lines.0.formula`. */
export interface PlacedFormula {
  readonly path: string;
  readonly formula: string;
}

/** Every formula of a figure, in the order in which they are drawn. */
export function formulasIn(spec: FigureSpec): PlacedFormula[] {
  switch (spec.kind) {
    case "time":
    case "clock":
      return [...spec.lines.flatMap(placedLine), ...placed("benchmarks", spec.benchmarks)];
    case "comparison":
      return placed("items", spec.items);
    case "scatter":
      return [
        { path: "scatter.x", formula: spec.scatter.x },
        { path: "scatter.y", formula: spec.scatter.y },
      ];
  }
}

/**
 * The series codes a figure needs, each once, with those its formulas read without naming them (CPI, GDP).
 * A formula that cannot be read asks for none; the figure says why it is missing.
 */
export function codesInSpec(spec: FigureSpec): string[] {
  const codes = formulasIn(spec).flatMap(({ formula }) => {
    const node = parseFormula(formula);
    return node.ok ? codesIn(node.value) : [];
  });
  return [...new Set(codes)];
}

function placedLine({ formula, range }: LineSpec, index: number): PlacedFormula[] {
  const line = `lines.${index}`;
  const ends = range
    ? [
        { path: `${line}.range.low`, formula: range.low },
        { path: `${line}.range.high`, formula: range.high },
      ]
    : [];
  return [{ path: `${line}.formula`, formula }, ...ends];
}

function placed(list: string, parts: readonly { readonly formula: string }[]): PlacedFormula[] {
  return parts.map(({ formula }, index) => ({ path: `${list}.${index}.formula`, formula }));
}
