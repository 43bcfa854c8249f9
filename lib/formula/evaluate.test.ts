import { describe, expect, test } from "vitest";
import type { Series, SeriesType } from "../series/series.ts";
import { A_FLOW, AN_INDEX, aSeries } from "../series/testing.ts";
import { type Evaluated, evaluateFormula } from "./index.ts";

const RATIO: Partial<SeriesType> = { measure: "ratio", unit: { kind: "percent" }, prices: { kind: "none" } };
const STOCK: Partial<SeriesType> = { measure: "stock" };

const DATA = dataOf(
  aSeries({ code: "FRED", from: "2020", values: [79, null, 35.5, 71, 71] }),
  aSeries({ code: "PART", from: "2023-Q3", values: [10, 20, 24, null, 30], type: { sector: "AI" } }),
  aSeries({ code: "WHOLE", from: "2023-Q4", values: [40, 80, 50, 0, 60] }),
  aSeries({ code: "HELD", from: "2019", values: [100, 145], type: STOCK }),
  aSeries({ code: "RATE", from: "2023-11", values: [5, 5.25, null, 4.5], type: RATIO }),
  aSeries({ code: "SHARES", from: "1995-08", values: [50, 100, 75], type: AN_INDEX }),
  aSeries({
    code: "CPI_US_M",
    from: "2023-01",
    values: [...Array(12).fill(100), ...Array(12).fill(125)],
    type: AN_INDEX,
  }),
  aSeries({ code: "SPENT", from: "2023", values: [200, 500] }),
  aSeries({
    code: "GDP_US_Q",
    from: "2024-Q1",
    values: [400, 440, 440, 480],
    type: { rate: "annual", universe: "BEA" },
  }),
  aSeries({ code: "GDP_US_A", from: "2023", values: [400, 440], type: { rate: "annual", universe: "BEA" } }),
);

describe("values worked by hand", () => {
  test.each<[string, (number | null)[]]>([
    ["FRED", [79, null, 35.5, 71, 71]],
    ["pch(FRED)", [null, null, null, 100, 0]],
    ["yoy(FRED)", [null, null, null, 100, 0]],
    ["pca(FRED)", [null, null, null, 100, 0]],
    ["chg(FRED)", [null, null, null, 35.5, 0]],
    ["log(FRED)", [Math.log(79), null, Math.log(35.5), Math.log(71), Math.log(71)]],
    ["lag(FRED, 2)", [null, null, 79, null, 35.5]],
    ["ma(FRED, 2)", [null, null, null, 53.25, 71]],
    ["rollsum(FRED, 2)", [null, null, null, 106.5, 142]],
    ["cumsum(FRED)", [79, null, null, null, null]],
    ["index(FRED, 2022)", [(100 * 79) / 35.5, null, 100, 200, 200]],
    ["index(FRED)", [100, null, (100 * 35.5) / 79, (100 * 71) / 79, (100 * 71) / 79]],
    ["index(SHARES, 1995-08)", [100, 200, 150]],
    ["pctrank(FRED)", [0.5, null, 0.25, 0.5, 0.5]],
    // Only the quarters both reach: 2023-Q4 20/40, 2024-Q1 24/80, then a gap, then a zero divisor.
    ["PART / WHOLE", [0.5, 0.3, null, null]],
    ["(PART + WHOLE) * 2", [120, 208, null, 60]],
    ["PART / 2", [5, 10, 12, null, 15]],
    ["1 - PART / WHOLE", [0.5, 0.7, null, null]],
    // 30 % less 50 % is a fall of 20 percentage points.
    ["chg(PART / WHOLE)", [null, -20, null, null]],
    ["PART / WHOLE - PART / (WHOLE + WHOLE)", [25, 15, null, null]],
    ["PART / WHOLE - WHOLE / (WHOLE + WHOLE)", [0, -0.2, null, null]],
    ["chg(RATE)", [null, 0.25, null, null]],
    ["-RATE", [-5, -5.25, null, -4.5]],
    ["freq(PART, H, sum)", [30, null]],
    ["freq(PART, A, sum)", []],
    ["HELD", [100, 145]],
    // CPI doubles by a quarter: 200 of 2023 is 250 in prices of 2024; 500 of 2024 stays.
    ["real(SPENT, 2024)", [250, 500]],
    ["real(SPENT, 2023-06)", [200, 400]],
    // 60 a quarter over 480 a year, 120 a quarter; the annual mean rate is 440.
    ["per_gdp(SPENT)", [0.5, 500 / 440]],
    ["per_gdp(WHOLE)", [null, 0.8, 50 / 110, 0, 0.5]],
    ["GDP_US_Q / 4", [100, 110, 110, 120]],
    ["freq(GDP_US_Q, A)", [440]],
  ])("%s", (text, expected) => {
    const values = evaluated(text).series.observations.map(({ value }) => value);
    expect(values).toHaveLength(expected.length);
    for (const [t, value] of expected.entries()) {
      if (value === null) expect(values[t]).toBeNull();
      else expect(values[t]).toBeCloseTo(value, 10);
    }
  });
});

describe("single values", () => {
  test.each<[string, number | null, string | null]>([
    ["PART@2024-Q1 / WHOLE@2024-Q1", 0.3, "2024-Q1"],
    ["(PART / WHOLE)@2024-Q1", 0.3, "2024-Q1"],
    ["PART@2024-Q2", null, "2024-Q2"],
    ["PART@1990-Q1", null, "1990-Q1"],
    ["PART@2024-Q1 / WHOLE@2024-Q3", null, "2024-Q1"],
    ["PART@2024-Q1 / PART@2023-Q3", 2.4, "2024-Q1"],
    ["log(PART@2024-Q1)", Math.log(24), "2024-Q1"],
    ["2^3^2 - -1", 513, null],
    ["-2^2", -4, null],
    ["1 / 0", null, null],
  ])("%s is %s", (text, value, period) => {
    const { scalar, series } = evaluated(text);
    expect(scalar).toMatchObject({ period });
    if (value === null) expect(scalar?.value).toBeNull();
    else expect(scalar?.value).toBeCloseTo(value, 12);
    expect(series.observations).toHaveLength(period ? 1 : 0);
  });

  test("one value stands in every period of a series beside it", () => {
    const values = evaluated("PART / PART@2023-Q3").series.observations.map(({ value }) => value);
    expect(values).toEqual([1, 2, 2.4, null, 3]);
  });
});

describe("a value is as sure as the weakest of its inputs", () => {
  const data = dataOf(
    aSeries({ code: "A", from: "2020", values: [1, 2, 4], status: "provisional" }),
    aSeries({ code: "B", from: "2020", values: [1, 2, 4], status: "estimate" }),
    aSeries({ code: "C", from: "2020", values: [1, 2, 4], status: "claimed" }),
    withStatuses(aSeries({ code: "MIX", from: "2020", values: [1, 2, 4, 8] }), [
      "reported",
      "claimed",
      "reported",
      "reported",
    ]),
  );

  test.each([
    ["A + B", ["provisional", "provisional", "provisional"]],
    ["A + B + C", ["claimed", "claimed", "claimed"]],
    ["pch(MIX)", ["reported", "claimed", "claimed", "reported"]],
    ["rollsum(MIX, 2)", ["reported", "claimed", "claimed", "reported"]],
    ["lag(MIX, 1)", ["reported", "reported", "claimed", "reported"]],
    ["cumsum(MIX)", ["reported", "claimed", "claimed", "claimed"]],
    ["index(MIX, 2021)", ["claimed", "claimed", "claimed", "claimed"]],
    ["MIX * 2", ["reported", "claimed", "reported", "reported"]],
  ])("%s", (text, statuses) => {
    expect(evaluated(text, data).series.observations.map(({ status }) => status)).toEqual(statuses);
  });

  test("a claimed input is labelled, once and by name", () => {
    expect(evaluated("C / C@2020", data).guard).toMatchObject({
      verdict: "labelled",
      labels: [
        {
          rule: "claimed",
          sentence: "Claimed by a secondary source and not verified: The series C.",
          span: { start: 0, end: 1 },
        },
      ],
    });
  });

  test("a claim about another period does not touch the value chosen", () => {
    expect(evaluated("MIX@2020", data).guard.verdict).toBe("fine");
    expect(evaluated("MIX@2021", data).guard.verdict).toBe("labelled");
  });
});

describe("the lead story", () => {
  const data = dataOf(
    aSeries({
      code: "CLAIM_VC_AI_WORLD",
      from: "2024-H1",
      values: [35.5e9],
      status: "claimed",
      type: { sector: "AI" },
    }),
    aSeries({ code: "CLAIM_VC_ALL_WORLD", from: "2024-Q2", values: [79e9], status: "claimed" }),
  );

  test("35.5 of 79 is 44.9 %, claimed, and carries both sentences", () => {
    const { scalar, guard } = evaluated("CLAIM_VC_AI_WORLD@2024-H1 / CLAIM_VC_ALL_WORLD@2024-Q2", data);
    expect(scalar).toMatchObject({ period: "2024-H1", status: "claimed" });
    expect(scalar?.value).toBeCloseTo(0.449367, 6);
    expect(guard.verdict === "labelled" && guard.labels.map(({ sentence }) => sentence)).toEqual([
      "A half-year over a quarter: 2024-H1 AI funding is divided by 2024-Q2 all funding.",
      "Claimed by a secondary source and not verified: 2024-H1 AI funding; 2024-Q2 all funding.",
    ]);
  });
});

describe("nominal money whose distance only the values tell", () => {
  const data = dataOf(
    aSeries({ code: "VC", from: "1990", values: [null, ...Array(14).fill(10), null] }),
    aSeries({ code: "SPENT", from: "1991", values: Array(14).fill(10) }),
    aSeries({
      code: "DEALS",
      from: "1990",
      values: Array(20).fill(100),
      type: { measure: "count", unit: { kind: "count", of: "deals" }, prices: { kind: "none" } },
    }),
    aSeries({ code: "SHARES", from: "1990", values: Array(20).fill(100), type: AN_INDEX }),
    aSeries({ code: "CPI_US_M", from: "1990-01", values: Array(240).fill(100), type: AN_INDEX }),
  );
  const sentencesOf = (text: string) => {
    const { guard } = evaluated(text, data);
    return guard.verdict === "labelled" ? guard.labels.map(({ sentence }) => sentence) : [];
  };

  // VC and SPENT have values from 1991 to 2004; two years on, 2005 has that of 2003.
  test.each([
    ["VC / VC@1993", 11],
    ["VC@2003 - VC", 12],
    ["VC + VC@2004", 13],
    ["lag(VC, 2) / VC@1991", 12],
    ["cumsum(SPENT)", 13],
    ["(VC / VC@1993)@2004", 11],
    ["cumsum(SPENT)@2002", 11],
    // The inner choice of 2004 stands.
    ["(VC * (VC / VC@1993)@2004)@1993", 11],
  ])("%s is labelled with %i years", (text, years) => {
    expect(sentencesOf(text)).toEqual([`Nominal money ${years} years apart: prices have moved in between.`]);
  });

  test.each([
    "VC / VC@1994",
    "VC * 2 / 3",
    "(VC / VC@1993)@2003",
    "cumsum(SPENT)@2001",
    "real(VC, 1995) / real(VC, 1995)@1991",
    "cumsum(real(SPENT, 1995))",
    "SHARES / SHARES@1990",
    "VC * (VC@2004 / VC@1995)",
    "VC - lag(VC, 1)",
    "VC / DEALS@1991",
    "VC * (SHARES@1991 / SHARES@1990)",
  ])("%s is not", (text) => {
    expect(sentencesOf(text)).toEqual([]);
  });

  test("it is said once, over the part it is true of", () => {
    expect(evaluated("1 + (VC / VC@1993) + (VC / VC@1993)", data).guard).toMatchObject({
      labels: [{ rule: "nominal-over-years", span: { start: 4, end: 18 } }],
    });
    expect(evaluated("cumsum(SPENT)", data).guard).toMatchObject({ labels: [{ rule: "nominal-window" }] });
  });
});

describe("first reports", () => {
  const data = dataOf(aSeries({ code: "VC", from: "2024-Q1", values: [68, 82] }));

  test("restated periods go back to what was first said", () => {
    const first = new Map([["VC", [{ period: "2024-Q2", value: 79 }]]]);
    const result = evaluateFormula("first(VC)", data, undefined, first);
    expect(result.ok && result.value.series.observations.map(({ value }) => value)).toEqual([68, 79]);
  });

  test("without first reports the formula is refused rather than answered with today's values", () => {
    expect(evaluateFormula("first(VC)", data)).toMatchObject({
      ok: false,
      error: { kind: "no-first-reports", part: "first(VC)" },
    });
  });
});

describe("errors say what, where and what to do", () => {
  test.each([
    [
      "index(FRED, 2021)",
      "no-base",
      "No base: FRED has no positive value at 2021; choose one from 2020 to 2024.",
    ],
    [
      "real(SPENT, 1990)",
      "no-base",
      "No base: CPI_US_M has no positive value at 1990; choose one from 2023-01 to 2024-12.",
    ],
    ["NOBODY + 1", "refused", "No series has the code NOBODY."],
    [
      "FRED + HELD",
      "refused",
      "A stock is held at a moment and a flow is counted over a period; they have no sum. Instead: FRED + chg(HELD)",
    ],
    ["yyo(FRED)", "syntax", "Unknown function `yyo`; did you mean `yoy`?"],
  ])("%s", (text, kind, message) => {
    expect(evaluateFormula(text, DATA)).toMatchObject({ ok: false, error: { kind, message } });
  });
});

test.each([
  ["PART", { in: "months", count: 3, isAnnualRate: false }],
  ["rollsum(PART, 4)@2024-Q2", { in: "months", count: 12, isAnnualRate: false }],
  ["freq(PART, H)", { in: "months", count: 6, isAnnualRate: false }],
  ["GDP_US_Q", { in: "months", count: 12, isAnnualRate: true }],
  ["HELD", null],
  ["PART / WHOLE", null],
])("%s says how long a stretch of time its amounts are counted over", (text, extent) => {
  expect(evaluated(text).extent).toEqual(extent);
});

test("the answer names its codes and is typed by the guard", () => {
  const { series, codes } = evaluated("per_gdp(SPENT)");
  expect(series).toMatchObject({
    code: "per_gdp(SPENT)",
    title: "per_gdp(SPENT)",
    type: { unit: { kind: "share" } },
  });
  expect(codes).toEqual(["SPENT", "GDP_US_Q", "GDP_US_A"]);
});

test("missing periods of a stored series are filled before anything is counted back", () => {
  const series = aSeries({ code: "GAPS", from: "2020", values: [1, 2, 3, 4] });
  const observations = series.observations.filter(({ period }) => period !== "2021");
  const values = evaluated("pch(GAPS)", dataOf({ ...series, observations })).series.observations;
  expect(values.map(({ period, value }) => [period, value])).toEqual([
    ["2020", null],
    ["2021", null],
    ["2022", null],
    ["2023", (4 / 3 - 1) * 100],
  ]);
});

test("daily growth over a year steps 260 weekdays, as FRED counts", () => {
  const days = aSeries({
    code: "DAILY",
    from: "2023-01-02",
    values: Array.from({ length: 366 }, (_, t) => 100 + t),
    type: AN_INDEX,
  });
  const weekdays = days.observations.filter(({ period }) => ![0, 6].includes(new Date(period).getUTCDay()));
  const yoy = evaluated("yoy(DAILY)", dataOf({ ...days, observations: weekdays })).series.observations;
  // 2023-01-02 is a Monday; 260 weekdays later is Monday 2024-01-01, which is 364 days on.
  expect(yoy.find(({ value }) => value !== null)).toMatchObject({
    period: "2024-01-01",
    value: expect.closeTo(364, 9),
  });
});

test("dated points are divided where their dates agree", () => {
  const dated = (code: string, points: [string, number][], type = {}): Series => ({
    ...aSeries({ code }),
    type: { ...A_FLOW, ...STOCK, frequency: "I", ...type },
    observations: points.map(([period, value]) => ({ period, value, status: "reported" })),
  });
  const data = dataOf(
    dated("VAL", [
      ["2023", 10],
      ["2024-10-02", 157],
    ]),
    dated("PRE", [["2024-10-02", 150]]),
  );
  expect(evaluated("VAL / PRE", data).series.observations).toEqual([
    { period: "2024-10-02", value: 157 / 150, status: "reported" },
  ]);
  expect(evaluated("freq(VAL, A)", data).series.observations.map(({ value }) => value)).toEqual([10, 157]);
});

function evaluated(text: string, data: ReadonlyMap<string, Series> = DATA): Evaluated {
  const result = evaluateFormula(text, data);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function dataOf(...series: Series[]): Map<string, Series> {
  return new Map(series.map((one) => [one.code, one]));
}

function withStatuses(series: Series, statuses: Series["observations"][number]["status"][]): Series {
  return {
    ...series,
    observations: series.observations.map((o, t) => ({ ...o, status: statuses[t] ?? o.status })),
  };
}
