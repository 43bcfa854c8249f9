import { describe, expect, test } from "vitest";
import { mustParse } from "../periods/period.ts";
import type { SeriesType } from "../series/series.ts";
import { A_FLOW, AN_INDEX } from "../series/testing.ts";
import { type ComparedItem, compareNominal, compareTypes } from "./index.ts";
import { extentOf } from "./operand.ts";

const ON_1941: SeriesType = { ...AN_INDEX, unit: { kind: "index", base: "1941-43 = 10" } };
const VALUATION: SeriesType = { ...A_FLOW, measure: "stock", geography: "COMPANY", frequency: "I" };
const HELD: SeriesType = { ...A_FLOW, measure: "stock" };
const DEALS: SeriesType = {
  ...A_FLOW,
  measure: "count",
  unit: { kind: "count", of: "deals" },
  prices: { kind: "none" },
};
const PERCENT: SeriesType = {
  ...A_FLOW,
  measure: "ratio",
  unit: { kind: "percent" },
  prices: { kind: "none" },
};

describe("things on one axis that are unlike get a sentence each", () => {
  test.each<[string, ComparedItem[], string[]]>([
    [
      "capital held in 1999 and one company's valuation",
      [item(HELD, "1999"), item(VALUATION, "2024-10-02")],
      ["A stock of capital beside one company's valuation.", "The United States beside companies."],
    ],
    [
      "a flow, a stock and two valuations",
      [item(A_FLOW), item(HELD), item(VALUATION), item(VALUATION)],
      [
        "A flow, a stock of capital and companies' valuations side by side.",
        "The United States beside companies.",
      ],
    ],
    [
      "a half-year and a quarter",
      [item(A_FLOW, "2024-H1"), item(A_FLOW, "2024-Q2")],
      ["A half-year beside a quarter."],
    ],
    [
      "a count by some date and one of a year",
      [item({ ...DEALS, frequency: "I" }), item(DEALS, "2015")],
      ["A count without a stated period beside a year."],
    ],
    [
      "a round on a day and a year's rounds",
      [item({ ...A_FLOW, frequency: "I" }), item(A_FLOW, "2024")],
      ["A dated amount beside a year."],
    ],
    [
      "an annual rate and a year",
      [item({ ...A_FLOW, rate: "annual", frequency: "I" }), item(A_FLOW)],
      ["An annual rate beside a year."],
    ],
    [
      "a fiscal year, another and the calendar's",
      [item({ ...A_FLOW, yearEnds: 6 }), item({ ...A_FLOW, yearEnds: 5 }), item(A_FLOW)],
      ["Years that end in June, years that end in May and calendar years side by side."],
    ],
    [
      "a share of a fiscal year and one of the calendar's",
      [item({ ...PERCENT, yearEnds: 6 }), item(PERCENT)],
      ["Years that end in June beside calendar years."],
    ],
    [
      "two surveys",
      [item({ ...A_FLOW, universe: "PwC Money Tree" }), item({ ...A_FLOW, universe: "PitchBook-NVCA" })],
      ["Different samples: PwC Money Tree beside PitchBook-NVCA."],
    ],
    [
      "a survey and a claim that names none",
      [item({ ...A_FLOW, universe: "Not named" }), item(A_FLOW)],
      ["Different samples: one that is not named beside Survey."],
    ],
    [
      "the world and one country",
      [item({ ...PERCENT, geography: "WORLD" }), item(PERCENT)],
      ["The world beside the United States."],
    ],
    [
      "two currencies",
      [item(A_FLOW), item({ ...A_FLOW, unit: { kind: "currency", currency: "JPY", scale: 1 } })],
      ["Different currencies: USD beside JPY."],
    ],
    [
      "nominal and constant prices",
      [item(A_FLOW), item({ ...A_FLOW, prices: { kind: "constant", base: "2024" } })],
      ["Nominal money beside money in prices of 2024."],
    ],
    ["money and percent", [item(A_FLOW), item(PERCENT)], ["Money beside percent."]],
    ["an index and percent", [item(AN_INDEX), item(PERCENT)], ["An index beside percent."]],
    [
      "a price and a flow of other places",
      [item({ ...A_FLOW, measure: "price", geography: "WORLD" }), item(A_FLOW)],
      ["A price beside a flow."],
    ],
    [
      "a quarter and a year of one calendar",
      [item({ ...A_FLOW, frequency: "Q" }), item(A_FLOW)],
      ["A quarter beside a year."],
    ],
    [
      "indices with their own bases",
      [item(AN_INDEX), item(ON_1941)],
      ["Indices with different bases: only their movements compare."],
    ],
  ])("%s", (_, items, sentences) => {
    expect(compareTypes(items).map(({ sentence }) => sentence)).toEqual(sentences);
  });
});

describe("like things get none", () => {
  test.each<[string, ComparedItem[]]>([
    ["nothing", []],
    ["one line", [item(A_FLOW)]],
    ["two sectors of one survey", [item({ ...A_FLOW, sector: "AI" }), item(A_FLOW)]],
    [
      "two fiscal years that end together",
      [item({ ...A_FLOW, yearEnds: 6 }), item({ ...A_FLOW, yearEnds: 6 })],
    ],
    [
      "a year and a month of a fiscal one",
      [item(PERCENT), item({ ...PERCENT, yearEnds: 6, frequency: "M" })],
    ],
    ["two valuations", [item(VALUATION, "2024-10-02"), item(VALUATION, "2025-03-31")]],
    ["two indices with one base", [item(ON_1941), item(ON_1941)]],
    [
      "indices rebased to their first values",
      [item({ ...AN_INDEX, unit: { kind: "index", base: "first value = 100" } }), item(AN_INDEX)],
    ],
    [
      "indices rebased for the comparison",
      [item(AN_INDEX), item({ ...AN_INDEX, unit: { kind: "index", base: "2022-11 = 100" } })],
    ],
  ])("%s", (_, items) => {
    expect(compareTypes(items)).toEqual([]);
  });
});

describe("nominal money over many years", () => {
  const line = (from: string, to: string, type = A_FLOW) => ({ label: "", type, from, to });

  test("two lines 25 years apart are labelled", () => {
    expect(compareNominal([line("1998", "2001"), line("2018", "2024")])).toEqual([
      {
        rule: "set-nominal-over-years",
        sentence: "Nominal money 26 years apart: prices have moved in between.",
      },
    ]);
  });

  test("a quarter more than ten years is too far, and the years told are whole ones", () => {
    expect(compareNominal([line("1995-Q1", "2005-Q2")]).map(({ sentence }) => sentence)).toEqual([
      "Nominal money 10 years apart: prices have moved in between.",
    ]);
    expect(compareNominal([line("1999", "1999"), line("2024-10-02", "2024-10-02")])).toMatchObject([
      { sentence: "Nominal money 25 years apart: prices have moved in between." },
    ]);
  });

  test("money for each deal is money", () => {
    const perDeal: SeriesType = {
      ...A_FLOW,
      measure: "ratio",
      unit: { kind: "rate", words: "USD per deal" },
    };
    expect(compareNominal([line("1999", "2024", perDeal)])).toHaveLength(1);
  });

  test.each([
    ["ten years", [line("2014", "2024")]],
    ["ten years with three leap days", [line("1995", "2005")]],
    ["constant prices", [line("1990", "2024", { ...A_FLOW, prices: { kind: "constant", base: "2024" } })]],
    ["an index", [line("1971", "2024", AN_INDEX)]],
    ["an index of nominal money", [line("1971", "2024", { ...AN_INDEX, prices: { kind: "nominal" } })]],
  ])("%s are not", (_, items) => {
    expect(compareNominal(items)).toEqual([]);
  });
});

function item(type: SeriesType, span: string | null = null): ComparedItem {
  const frequency = span === null ? type.frequency : mustParse(span).frequency;
  return { label: "a line", type, extent: extentOf({ ...type, frequency }) };
}
