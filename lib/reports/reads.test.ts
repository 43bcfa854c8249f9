import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aRecord, MONTHLY_INDEX } from "../figures/testing.ts";
import { evaluateFormula, parseFormula, US_CONTEXT } from "../formula/index.ts";
import { invariant } from "../invariant.ts";
import { periodsBetween } from "../periods/alignment.ts";
import type { SeriesRecord } from "../series/record.ts";
import { readerOf } from "./reads.ts";

const QUARTERS = periodsBetween("2000-Q1", "2003-Q4");
const MONTHS = periodsBetween("2000-01", "2003-12");
const YEARS = periodsBetween("1995", "2003");
const DAYS = ["2001-03-01", "2001-03-02", "2001-03-05", "2001-03-06", "2001-04-02"];
const DATED = ["2001-02-10", "2001-03", "2001-03-20", "2002-01-05"];

type Values = (count: number) => readonly (number | null)[];

/** Series of every kind, whose values `next` makes. */
function recordsOf(next: Values): Map<string, SeriesRecord> {
  const of = (code: string, periods: readonly string[], type: Parameters<typeof aRecord>[2] = {}) => {
    const values = next(periods.length);
    return aRecord(code, Object.fromEntries(periods.map((period, at) => [period, values[at] ?? null])), type);
  };
  const records = [
    of("Q", QUARTERS, { type: { frequency: "Q" } }),
    of("R", QUARTERS, { type: { frequency: "Q", sector: "AI" } }),
    of("STOCK", QUARTERS, { type: { frequency: "Q", measure: "stock" } }),
    of("YEAR", YEARS),
    of("DAILY", DAYS, { type: { ...MONTHLY_INDEX, frequency: "D" } }),
    of("DATED", DATED, { type: { frequency: "I", measure: "stock" } }),
    of("CPI_US_M", MONTHS, { type: MONTHLY_INDEX }),
    of("GDP_US_Q", QUARTERS, { type: { frequency: "Q", rate: "annual" } }),
    of("GDP_US_A", YEARS, { type: { rate: "annual" } }),
  ];
  return new Map(records.map((record) => [record.series.code, record]));
}

const ONES = recordsOf((count) => Array(count).fill(1));

function readsOf(formula: string, period: string, records = ONES): Record<string, string[]> {
  const parsed = parseFormula(formula);
  invariant(parsed.ok, `${formula} is a formula`);
  const reads = readerOf(parsed.value, records, US_CONTEXT)([period]);
  return Object.fromEntries(
    reads.map(({ code, isFirst, periods }) => [isFirst ? `first ${code}` : code, [...periods].sort()]),
  );
}

describe("what a value rests on", () => {
  test.each<[string, string, Record<string, string[]>]>([
    ["Q", "2001-Q1", { Q: ["2001-Q1"] }],
    ["R / Q", "2001-Q1", { R: ["2001-Q1"], Q: ["2001-Q1"] }],
    ["Q / Q@2000-Q2", "2001-Q1", { Q: ["2000-Q2", "2001-Q1"] }],
    ["R@2000-Q2 / Q@2000-Q3", "2002-Q1", { R: ["2000-Q2"], Q: ["2000-Q3"] }],
    ["pch(Q)", "2001-Q1", { Q: ["2000-Q4", "2001-Q1"] }],
    ["yoy(Q)", "2001-Q1", { Q: ["2000-Q1", "2001-Q1"] }],
    ["chg(DAILY)", "2001-03-05", { DAILY: ["2001-03-02", "2001-03-05"] }],
    ["lag(Q, 2)", "2001-Q1", { Q: ["2000-Q3"] }],
    ["rollsum(Q, 3)", "2001-Q1", { Q: ["2000-Q3", "2000-Q4", "2001-Q1"] }],
    ["yoy(rollsum(Q, 2))", "2001-Q2", { Q: ["2000-Q1", "2000-Q2", "2001-Q1", "2001-Q2"] }],
    ["cumsum(Q)", "2000-Q3", { Q: ["2000-Q1", "2000-Q2", "2000-Q3"] }],
    ["first(Q)", "2001-Q1", { "first Q": ["2001-Q1"] }],
    ["index(Q)", "2001-Q1", { Q: ["2000-Q1", "2001-Q1"] }],
    ["index(Q, 2000-Q4)", "2001-Q1", { Q: ["2000-Q4", "2001-Q1"] }],
    ["freq(Q, H, sum)", "2001-H1", { Q: ["2001-Q1", "2001-Q2"] }],
    ["freq(STOCK, A)", "2001", { STOCK: ["2001-Q4"] }],
    ["freq(DAILY, M, eop)", "2001-03", { DAILY: ["2001-03-06"] }],
    ["freq(DATED, Q, eop)", "2001-Q1", { DATED: ["2001-03-20"] }],
    [
      "real(Q, 2003-Q1)",
      "2001-Q1",
      { Q: ["2001-Q1"], CPI_US_M: ["2001-01", "2001-02", "2001-03", "2003-01", "2003-02", "2003-03"] },
    ],
    ["per_gdp(Q)", "2001-Q1", { Q: ["2001-Q1"], GDP_US_Q: ["2001-Q1"] }],
    ["per_gdp(rollsum(Q, 2))", "2001-Q1", { Q: ["2000-Q4", "2001-Q1"], GDP_US_Q: ["2000-Q4", "2001-Q1"] }],
    ["per_gdp(YEAR)", "2001", { YEAR: ["2001"], GDP_US_A: ["2001"] }],
  ])("%s in %s", (formula, period, expected) => {
    expect(readsOf(formula, period)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([code, periods]) => [code, periods.sort()])),
    );
  });
});

const FORMULAS = [
  "Q",
  "-Q",
  "R / Q",
  "R / (Q + R)",
  "Q / Q@2000-Q2",
  "R@2000-Q2 / Q@2000-Q3",
  "chg(Q)",
  "ch1(Q)",
  "pch(DAILY)",
  "yoy(rollsum(Q, 2))",
  "pca(Q)",
  "cch(Q)",
  "cca(Q)",
  "log(Q)",
  "lag(Q, 3)",
  "ma(Q, 3)",
  "cumsum(Q)",
  "pctrank(Q)",
  "zscore(Q)",
  "index(Q)",
  "index(Q, 2000)",
  "real(Q, 2003)",
  "real(YEAR, 2003)",
  "per_gdp(Q)",
  "per_gdp(rollsum(Q, 4))",
  "per_gdp(freq(Q, A, sum))",
  "per_gdp(YEAR)",
  "freq(Q, A, sum)",
  "freq(STOCK, H)",
  "freq(DAILY, M, avg)",
  "freq(DATED, M, eop)",
];

test("the values read are enough: with every other one removed a formula gives the same", () => {
  const value = fc.option(fc.integer({ min: 1, max: 99 }), { freq: 9 });
  const drawn = fc.array(value, { minLength: 300, maxLength: 300 });
  fc.assert(
    fc.property(drawn, fc.constantFrom(...FORMULAS), fc.nat(), (values, formula, choice) => {
      const left = [...values];
      const records = recordsOf((count) => left.splice(0, count));
      const known = valuesOf(formula, records).filter((observation) => observation.value !== null);
      const chosen = known[choice % Math.max(1, known.length)];
      if (!chosen) return;
      const kept = onlyRead(records, readsOf(formula, chosen.period, records));
      const again = valuesOf(formula, kept).find(({ period }) => period === chosen.period)?.value;
      expect(again ?? Number.NaN).toBeCloseTo(chosen.value ?? 0, 9);
    }),
    { numRuns: 600 },
  );
});

function valuesOf(formula: string, records: ReadonlyMap<string, SeriesRecord>) {
  const data = new Map([...records].map(([code, { series }]) => [code, series]));
  const result = evaluateFormula(formula, data);
  return result.ok ? result.value.series.observations : [];
}

/** The records with `null` for every value that is not among the reads. */
function onlyRead(
  records: ReadonlyMap<string, SeriesRecord>,
  reads: Readonly<Record<string, readonly string[]>>,
): Map<string, SeriesRecord> {
  return new Map(
    [...records].map(([code, record]) => {
      const observations = record.series.observations.map((observation) =>
        reads[code]?.includes(observation.period) ? observation : { ...observation, value: null },
      );
      return [code, { ...record, series: { ...record.series, observations } }];
    }),
  );
}
