import { describe, expect, test } from "vitest";
import { EXAMPLE_TYPES } from "./examples.ts";
import { checkFormula, US_CONTEXT } from "./index.ts";
import { check, exampleType } from "./testing.ts";

describe("the lead story", () => {
  test("a half-year over a quarter is drawn with the sentence that says so", () => {
    expect(check("CLAIM_VC_AI_WORLD@2024-H1 / CLAIM_VC_ALL_WORLD@2024-Q2")).toEqual({
      verdict: "labelled",
      type: expect.objectContaining({ unit: { kind: "share" }, sector: "AI", geography: "WORLD" }),
      labels: [
        {
          rule: "spans-unlike",
          sentence: "A half-year over a quarter: 2024-H1 AI funding is divided by 2024-Q2 all funding.",
          span: { start: 0, end: 54 },
        },
      ],
    });
  });

  test.each(["VC_AI_WORLD_CB_Q@2024-Q2 / VC_ALL_WORLD_CB_Q@2024-Q2", "VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q"])(
    "like over like is fine: %s",
    (text) => {
      expect(check(text)).toMatchObject({ verdict: "fine", type: { unit: { kind: "share" } } });
    },
  );

  test("half-years made of quarters are like half-years", () => {
    const text = "freq(VC_AI_WORLD_CB_Q, H)@2024-H1 / freq(VC_ALL_WORLD_CB_Q, H)@2024-H1";
    expect(check(text)).toMatchObject({ verdict: "fine", type: { frequency: "H" } });
  });
});

describe("refusals name the part and offer the formula to use instead", () => {
  test.each([
    [
      "VC_US_VE_A + IPO_COUNT_US_A",
      "money-and-count",
      "VC_US_VE_A + IPO_COUNT_US_A",
      "VC_US_VE_A / IPO_COUNT_US_A",
    ],
    [
      "1 - yoy(VC_US_VE_A + real(VC_US_PWC_A, 2024))",
      "prices-unlike",
      "VC_US_VE_A + real(VC_US_PWC_A, 2024)",
      "1 - yoy(real(VC_US_VE_A, 2024) + real(VC_US_PWC_A, 2024))",
    ],
    [
      "real(VC_US_VE_A, 2020) / real(VC_US_PWC_A, 2024)",
      "prices-unlike",
      "real(VC_US_VE_A, 2020) / real(VC_US_PWC_A, 2024)",
      "real(VC_US_VE_A, 2020) / real(VC_US_PWC_A, 2020)",
    ],
    ["VC_US_M + VC_CN_M", "currency-unlike", "VC_US_M + VC_CN_M", null],
    [
      "AISHARE_US_PB_Q + VC_US_PB_Q",
      "percent-and-money",
      "AISHARE_US_PB_Q + VC_US_PB_Q",
      "VC_US_PB_Q * (AISHARE_US_PB_Q / 100)",
    ],
    [
      "VC_US_PB_Q / AISHARE_US_PB_Q",
      "percent-and-money",
      "VC_US_PB_Q / AISHARE_US_PB_Q",
      "VC_US_PB_Q / (AISHARE_US_PB_Q / 100)",
    ],
    ["NASDAQ_M - 100", "index-sum", "NASDAQ_M - 100", null],
    [
      "log(VC_US_VE_A - VC_US_PWC_A)",
      "log-of-negative",
      "log(VC_US_VE_A - VC_US_PWC_A)",
      "log(VC_US_VE_A / VC_US_PWC_A)",
    ],
    ["log(UST10Y_M)", "log-of-negative", "log(UST10Y_M)", "UST10Y_M"],
    ["log(pch(NASDAQ_M))", "log-of-negative", "log(pch(NASDAQ_M))", "chg(log(NASDAQ_M))"],
    [
      "VC_US_VE_A - VC_AUM_US_A",
      "stock-and-flow-sum",
      "VC_US_VE_A - VC_AUM_US_A",
      "VC_US_VE_A - chg(VC_AUM_US_A)",
    ],
    [
      "VC_US_M / VC_US_PB_Q",
      "frequency-unlike",
      "VC_US_M / VC_US_PB_Q",
      "freq(VC_US_M, Q, sum) / VC_US_PB_Q",
    ],
    [
      "yoy(VC_US_M) - yoy(VC_US_PB_Q)",
      "frequency-unlike",
      "yoy(VC_US_M) - yoy(VC_US_PB_Q)",
      "yoy(freq(VC_US_M, Q, sum)) - yoy(VC_US_PB_Q)",
    ],
    [
      "OPENAI_VAL / OPENAI_REV_A",
      "frequency-unlike",
      "OPENAI_VAL / OPENAI_REV_A",
      "freq(OPENAI_VAL, A, eop) / OPENAI_REV_A",
    ],
    ["yoy(OPENAI_RAISED)", "irregular-steps", "yoy(OPENAI_RAISED)", null],
    ["real(CAPE_M, 2024)", "real-of-no-money", "real(CAPE_M, 2024)", "CAPE_M"],
    [
      "freq(per_gdp(VC_US_PB_Q), A)",
      "transform-before-freq",
      "freq(per_gdp(VC_US_PB_Q), A)",
      "per_gdp(freq(VC_US_PB_Q, A, sum))",
    ],
    [
      "freq(1 - lag(VC_US_PB_Q, 1) / VC_US_PB_Q, A)",
      "transform-before-freq",
      "freq(1 - lag(VC_US_PB_Q, 1) / VC_US_PB_Q, A)",
      "1 - lag(freq(VC_US_PB_Q, A, sum), 1) / freq(VC_US_PB_Q, A, sum)",
    ],
    [
      "freq(real(rollsum(VC_US_PB_Q, 4), 2024), A)",
      "transform-before-freq",
      "freq(real(rollsum(VC_US_PB_Q, 4), 2024), A)",
      "real(rollsum(freq(VC_US_PB_Q, A, sum), 4), 2024)",
    ],
    ["VC_US_M@2024-10-02", "period-unlike", "VC_US_M@2024-10-02", "VC_US_M@2024-10"],
    ["VC_US_VE_A * VC_US_PWC_A", "units-unlike", "VC_US_VE_A * VC_US_PWC_A", null],
    ["VC_US_VE_A + 5", "units-unlike", "VC_US_VE_A + 5", null],
    ["2 / VC_US_VE_A", "units-unlike", "2 / VC_US_VE_A", null],
    ["VC_US_VE_A ^ 2", "units-unlike", "VC_US_VE_A ^ 2", null],
    ["VC_US_M / NASDAQ_M", "units-unlike", "VC_US_M / NASDAQ_M", "index(VC_US_M) / index(NASDAQ_M)"],
  ])("%s", (text, rule, part, alternative) => {
    expect(check(text)).toMatchObject({ verdict: "refused", rule, part, alternative });
  });

  test("an unknown code suggests the nearest that is stored", () => {
    const context = { ...US_CONTEXT, knownCodes: [...EXAMPLE_TYPES.keys()] };
    expect(checkFormula("yoy(NASDQ_M)", exampleType, context)).toMatchObject({
      rule: "unknown-code",
      reason: "No series has the code NASDQ_M.",
      part: "NASDQ_M",
      alternative: "yoy(NASDAQ_M)",
    });
  });

  test("constant prices need the deflator to be stored", () => {
    const guard = checkFormula("real(VC_US_VE_A, 2024)", (code) =>
      code === "CPI_US_M" ? undefined : exampleType(code),
    );
    expect(guard).toMatchObject({ rule: "unknown-code", reason: "No series has the code CPI_US_M." });
  });

  test("a text that does not parse is refused too", () => {
    expect(check("yyo(X)")).toMatchObject({ verdict: "refused", rule: "syntax", part: "yyo" });
  });
});
