import { describe, expect, test } from "vitest";
import { A_REPORT, aRecord, QUARTERLY_WORLD } from "../figures/testing.ts";
import { US_CONTEXT } from "../formula/index.ts";
import { invariant } from "../invariant.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Which } from "./as-reported.ts";
import { evaluateReports } from "./evaluate.ts";

type History = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** A record from its values by period and vintage, the vintages in order; the last of each stands. */
function reported(code: string, history: History, type: Parameters<typeof aRecord>[2] = {}): SeriesRecord {
  const periods = Object.entries(history).map(([period, said]) => ({ period, said: Object.entries(said) }));
  const standing = periods.map(({ period, said }) => [period, said.at(-1)] as const);
  return aRecord(code, Object.fromEntries(standing.map(([period, last]) => [period, last?.[1] ?? null])), {
    ...type,
    reports: Object.fromEntries(
      standing.map(([period, last]) => [period, { ...A_REPORT, vintage: last?.[0] ?? "" }]),
    ),
    earlierReports: periods.flatMap(({ period, said }) =>
      said
        .slice(0, -1)
        .map(([vintage, value]) => ({ ...A_REPORT, vintage, period, value, status: "reported" as const })),
    ),
  });
}

/** Crunchbase's figures in billions of dollars, and one quarter more often restated, made up. */
const AI = reported(
  "AI",
  {
    "2023-Q4": { "2024-04-30": 11.7 },
    "2024-Q1": { "2024-04-29": 11.4, "2024-04-30": 12.2 },
    "2024-Q2": { "2024-07-31": 24, "2024-10-31": 23.4 },
    "2026-Q1": { "2026-04-30": 242 },
    "2026-Q2": { "2026-07-31": 1, "2026-08-31": 2, "2026-09-30": 3, "2026-10-31": 4 },
    "2026-Q3": { "2026-10-01": 5, "2026-11-01": null },
  },
  { type: { ...QUARTERLY_WORLD, sector: "AI" } },
);
const ALL = reported(
  "ALL",
  {
    "2023-Q4": { "2024-01-31": 58 },
    "2024-Q1": { "2024-04-29": 66 },
    "2024-Q2": { "2024-07-31": 79, "2025-07-31": 82 },
    "2026-Q1": { "2026-04-30": 300, "2026-07-31": 305 },
    "2026-Q2": { "2026-08-31": 20, "2026-09-30": 30, "2026-11-20": 50 },
    "2026-Q3": { "2026-10-01": 50, "2026-11-01": 51 },
  },
  { type: QUARTERLY_WORLD },
);
const RECORDS = [AI, ALL];

function evaluated(formula: string, which: Which = "newest", records = RECORDS) {
  const found = evaluateReports(
    formula,
    new Map(records.map((record) => [record.series.code, record])),
    US_CONTEXT,
    which,
  );
  invariant(found.ok, `${formula} is evaluated`);
  return found.value;
}

const valueAt = (formula: string, period: string, which: Which = "newest", records = RECORDS) =>
  evaluated(formula, which, records).series.observations.find((o) => o.period === period)?.value;

describe("series that one compiler publishes together are joined report by report", () => {
  test.each([
    { period: "2024-Q1", newest: 11.4 / 66, first: 11.4 / 66, name: "the part alone was restated" },
    {
      period: "2024-Q2",
      newest: 24 / 79,
      first: 24 / 79,
      name: "each was restated, but never both in one report",
    },
    { period: "2026-Q1", newest: 242 / 300, first: 242 / 300, name: "the whole alone was restated" },
    {
      period: "2026-Q2",
      newest: 3 / 30,
      first: 2 / 20,
      name: "of several full reports the newest, and the first",
    },
    { period: "2023-Q4", newest: 11.7 / 58, first: 11.7 / 58, name: "no report gave both: what stands" },
    { period: "2026-Q3", newest: null, first: null, name: "a value withdrawn stays withdrawn" },
  ])("$period: $name", ({ period, newest, first }) => {
    expect(valueAt("AI / ALL", period)).toEqual(newest);
    expect(valueAt("AI / ALL", period, "first")).toEqual(first);
  });

  test("in a difference and at one period too", () => {
    expect(valueAt("ALL - AI", "2026-Q1")).toBe(300 - 242);
    expect(evaluated("AI@2026-Q1 / ALL@2026-Q1").scalar?.value).toBe(242 / 300);
  });

  test("a value carries the status that it had in the report taken", () => {
    const provisional = {
      ...ALL,
      earlierReports: ALL.earlierReports.map((report) => ({ ...report, status: "provisional" as const })),
    };
    const { observations } = evaluated("AI / ALL", "newest", [AI, provisional]).series;
    expect(observations.map(({ period, status }) => `${period} ${status}`)).toContain("2026-Q1 provisional");
  });

  test("alone, a series is as known now, or as first reported", () => {
    expect(valueAt("ALL", "2026-Q1")).toBe(305);
    expect(valueAt("ALL", "2026-Q1", "first")).toBe(300);
    expect(valueAt("ALL / 2", "2026-Q1")).toBe(305 / 2);
  });

  test.each([
    { name: "two compilers", type: { ...QUARTERLY_WORLD, universe: "PitchBook" } },
    { name: "companies, which report each for itself", type: { ...QUARTERLY_WORLD, geography: "COMPANY" } },
  ])("not those of $name", ({ type }) => {
    const other = { ...ALL, series: { ...ALL.series, type: { ...ALL.series.type, ...type } } };
    const found = evaluated("AI / ALL", "newest", [AI, other]);
    expect(found.series.observations.at(-3)?.value).toBe(242 / 305);
    expect(found.isJoinedByReport).toBe(false);
    expect(found.mixedVintages("2026-Q1")).toEqual([]);
  });

  test("a formula that names first reports is left as it stands", () => {
    expect(valueAt("first(AI) / first(ALL)", "2026-Q2")).toBe(1 / 20);
    expect(valueAt("AI / first(ALL)", "2026-Q2")).toBe(4 / 20);
  });
});

describe("a value that no one report gives", () => {
  test.each([
    { formula: "AI / ALL", period: "2023-Q4", vintages: ["2024-01-31", "2024-04-30"] },
    { formula: "AI / ALL", period: "2026-Q1", vintages: [] },
    { formula: "AI / first(ALL)", period: "2026-Q2", vintages: ["2026-08-31", "2026-10-31"] },
    { formula: "ma(AI / ALL, 2)", period: "2024-Q1", vintages: ["2024-01-31", "2024-04-30"] },
    { formula: "AI", period: "2023-Q4", vintages: [] },
  ])("$formula in $period joins $vintages", ({ formula, period, vintages }) => {
    expect(evaluated(formula).mixedVintages(period)).toEqual(vintages);
  });

  test("names its vintages at one period, whatever period is asked for", () => {
    expect(evaluated("AI@2023-Q4 / ALL@2023-Q4").mixedVintages(null)).toEqual(["2024-01-31", "2024-04-30"]);
    expect(evaluated("AI@2026-Q1 / ALL@2026-Q1").mixedVintages(null)).toEqual([]);
  });

  test("values of different periods were never of one report, and each is as known now", () => {
    expect(evaluated("AI@2026-Q1 / ALL@2024-Q2").scalar?.value).toBe(242 / 82);
    expect(evaluated("AI@2026-Q1 / ALL@2024-Q2").mixedVintages(null)).toEqual([]);
  });
});
