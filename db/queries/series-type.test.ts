import { expect, test } from "vitest";
import type { series } from "../schema/index.ts";
import { seriesType, storedUnitWords, wholeUnits } from "./series-type.ts";

type SeriesRow = typeof series.$inferSelect;

const index: SeriesRow = {
  id: 1,
  code: "NASDAQ_M",
  title: "NASDAQ Composite",
  measure: "index",
  unitKind: "index",
  currency: null,
  scale: 1,
  unitOf: "5 Feb 1971 = 100",
  prices: "none",
  priceBase: null,
  frequency: "M",
  rate: "period",
  yearEnds: 12,
  geography: "US",
  sector: "ALL",
  universe: "Nasdaq",
  seasonalAdjustment: "NSA",
  sourceId: 1,
  staleAfterDays: null,
  visibility: "public",
  plausibleMin: null,
  plausibleMax: null,
  notes: "",
  retiredRevision: null,
};
const amount: SeriesRow = {
  ...index,
  unitKind: "currency",
  currency: "USD",
  unitOf: null,
  prices: "nominal",
};

test.each([
  ["USD, nominal", amount],
  ["EUR million, nominal", { ...amount, currency: "EUR", scale: 1e6 }],
  ["USD trillion, 2024 prices", { ...amount, scale: 1e12, prices: "constant", priceBase: "2024" }],
  ["index, 5 Feb 1971 = 100", index],
  ["number of rounds", { ...index, unitKind: "count", unitOf: "rounds" }],
  ["yuan per US dollar", { ...index, unitKind: "rate", unitOf: "yuan per US dollar" }],
  ["per cent", { ...index, unitKind: "percent", unitOf: null }],
] satisfies [string, SeriesRow][])("the unit as stored is “%s”", (words, row) => {
  expect(storedUnitWords(row)).toBe(words);
});

test("what the guard knows of an amount is in whole units, and its prices carry their base", () => {
  expect(seriesType({ ...amount, scale: 1e9, prices: "constant", priceBase: "2024" })).toMatchObject({
    unit: { kind: "currency", currency: "USD", scale: 1 },
    prices: { kind: "constant", base: "2024" },
  });
  expect(seriesType(index).unit).toEqual({ kind: "index", base: "5 Feb 1971 = 100" });
});

test.each([
  ["35.5", 1e9, 35_500_000_000],
  // Multiplied as binary numbers these two fall short: 66599999999.99999 and 64099999.99999999.
  ["66.6", 1e9, 66_600_000_000],
  ["64.1", 1e6, 64_100_000],
  ["-0.07", 1e6, -70_000],
  ["12.25", 1, 12.25],
  ["0", 1e12, 0],
  [null, 1e9, null],
] as const)("%s at scale %d is %d whole units", (value, scale, whole) => {
  expect(wholeUnits(value, scale)).toBe(whole);
});
