import { invariant } from "../../lib/invariant.ts";
import type { SeriesType } from "../../lib/series/series.ts";
import type { Prices, Unit } from "../../lib/series/unit.ts";
import type { series } from "../schema/index.ts";

type SeriesRow = typeof series.$inferSelect;

/** What the comparability guard knows of a stored series; amounts are in whole units, as everywhere in `lib`. */
export function seriesType(row: SeriesRow): SeriesType {
  const { measure, frequency, rate, yearEnds, geography, sector, universe } = row;
  const [unit, prices] = [unitOf(row), pricesOf(row)];
  return { measure, unit, prices, frequency, rate, yearEnds, geography, sector, universe };
}

/** A stored decimal in whole units, rounded once: `35.5` in billions is 35500000000. */
export function wholeUnits(value: string | null, scale: number): number | null {
  return value === null ? null : Number(`${value}e${Math.log10(scale)}`);
}

const SCALE_WORDS: Readonly<Record<number, string>> = {
  1e3: " thousand",
  1e6: " million",
  1e9: " billion",
  1e12: " trillion",
};

/** The unit in which a series is stored, in words: `USD billion, nominal`; `Index, Jan 2000 = 100`. */
export function storedUnitWords(row: SeriesRow): string {
  const prices = pricesWords(pricesOf(row));
  return prices === "" ? kindWords(row) : `${kindWords(row)}, ${prices}`;
}

function kindWords({ unitKind, currency, scale, unitOf }: SeriesRow): string {
  switch (unitKind) {
    case "currency":
      return `${currency}${SCALE_WORDS[scale] ?? ""}`;
    case "share":
      return "share of 1";
    case "multiple":
      return "multiple";
    case "percent":
      return "per cent";
    case "points":
      return "percentage points";
    case "count":
      return `number of ${unitOf}`;
    case "index":
      return `index, ${unitOf}`;
    case "log":
      return "natural logarithm";
    case "zscore":
      return "standard deviations from the mean";
    case "rate":
      return unitOf ?? "";
  }
}

function pricesWords(prices: Prices): string {
  switch (prices.kind) {
    case "nominal":
      return "nominal";
    case "constant":
      return `${prices.base} prices`;
    case "none":
      return "";
  }
}

function unitOf({ code, unitKind, currency, unitOf }: SeriesRow): Unit {
  switch (unitKind) {
    case "currency":
      invariant(currency, `${code} names its currency`);
      return { kind: "currency", currency, scale: 1 };
    case "count":
      return { kind: "count", of: unitOf ?? "" };
    case "index":
      return { kind: "index", base: unitOf ?? "" };
    case "rate":
      return { kind: "rate", words: unitOf ?? "" };
    default:
      return { kind: unitKind };
  }
}

function pricesOf({ prices, priceBase }: SeriesRow): Prices {
  return prices === "constant" ? { kind: "constant", base: priceBase ?? "" } : { kind: prices };
}
