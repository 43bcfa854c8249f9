import { codesIn, parseFormula } from "../formula/index.ts";
import { formulasOf } from "./indicator.ts";

/** Every series code that the formulas of an indicator read, output behind shares of GDP included. */
export function codesInIndicator(row: Parameters<typeof formulasOf>[0]): string[] {
  const codes = formulasOf(row).flatMap(({ formula }) => {
    const parsed = parseFormula(formula);
    return parsed.ok ? codesIn(parsed.value) : [];
  });
  return [...new Set(codes)];
}
