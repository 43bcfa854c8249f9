import type { SeriesType } from "../series/series.ts";
import type { Measure } from "../series/unit.ts";

/** What an amount of money is; amounts of different kinds are different things, whatever their unit. */
export type MoneyKind = Measure | "valuation";

/** The kind of an amount of this type. What a company is worth is stored as a stock of the company. */
export function moneyKind(type: SeriesType): MoneyKind {
  if (type.measure === "stock" && type.geography === "COMPANY") return "valuation";
  return type.measure;
}

/** A kind in a sentence; a valuation is of one company or of several. */
export function moneyKindWords(kind: MoneyKind, companies: "one" | "several" = "one"): string {
  if (kind === "valuation") return companies === "one" ? "one company's valuation" : "companies' valuations";
  if (kind === "stock") return "a stock of capital";
  return kind === "index" ? "an index" : `a ${kind}`;
}
