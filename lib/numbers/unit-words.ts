import type { Prices, Unit } from "../series/unit.ts";
import { currencySign } from "./format-value.ts";

const CURRENCIES: Readonly<Record<string, string>> = {
  USD: "US dollars",
  EUR: "euros",
  GBP: "pounds",
  JPY: "yen",
};

/** A unit in words for axis titles and summaries: `US dollars`, `per cent`, `index, Jan 2000 = 100`. */
export function unitWords(unit: Unit, prices: Prices = { kind: "none" }): string {
  const basis =
    prices.kind === "constant" ? `, ${prices.base} prices` : prices.kind === "nominal" ? ", nominal" : "";
  switch (unit.kind) {
    case "currency":
      return (CURRENCIES[unit.currency] ?? unit.currency) + basis;
    case "share":
    case "percent":
      return "per cent";
    case "points":
      return "percentage points";
    case "multiple":
      return "multiple";
    case "count":
      return unit.of === "" ? "number" : `number of ${unit.of}`;
    case "index":
      return unit.base === "" ? "index" : `index, ${unit.base}`;
    case "log":
      return "natural logarithm";
    case "zscore":
      return "standard deviations from the mean";
    case "rate":
      return unit.words;
  }
}

/** A unit as short as a column header wants it: `$`, `%`, `×`; empty when numbers need none. */
export function unitSign(unit: Unit): string {
  switch (unit.kind) {
    case "currency":
      return currencySign(unit.currency).trim();
    case "share":
    case "percent":
      return "%";
    case "points":
      return "pts";
    case "multiple":
      return "×";
    case "zscore":
      return "sd";
    case "rate":
      return unit.words;
    default:
      return "";
  }
}
