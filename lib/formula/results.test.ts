import { describe, expect, test } from "vitest";
import { check, sentences } from "./testing.ts";

describe("a share is a part of its whole, counted by one compiler", () => {
  test.each([
    ["VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q", "share"],
    ["VC_US_CB_Q / VC_ALL_WORLD_CB_Q", "share"],
    ["VC_AI_US_CB_Q / VC_ALL_WORLD_CB_Q", "share"],
    ["VC_GENAI_WORLD_CB_Q / VC_AI_WORLD_CB_Q", "share"],
    ["CAPEX_TELECOM_US_A / CAPEX_ITSP_US_A", "share"],
    ["(VC_AI_US_CB_Q + VC_US_CB_Q) / VC_ALL_WORLD_CB_Q", "share"],
    ["VC_US_VE_A / GDP_US_A", "share"],
    ["VC_US_VE_A@2000 / freq(GDP_US_Q, A)@2000", "share"],
    ["CLAIM_VC_AI_WORLD@2024-H1 / CLAIM_VC_ALL_WORLD@2024-Q2", "share"],
    ["VC_US_PB_Q / VC_ALL_WORLD_CB_Q", "multiple"],
    ["VC_AI_WORLD_CB_Q / VC_ALL_WORLD_PB_Q", "multiple"],
    ["(VC_AI_US_CB_Q + VC_US_PB_Q) / (VC_ALL_WORLD_CB_Q + VC_ALL_WORLD_PB_Q)", "multiple"],
    ["VC_AI_WORLD_CB_Q / VC_US_CB_Q", "multiple"],
    ["VC_ALL_WORLD_CB_Q / VC_AI_WORLD_CB_Q", "multiple"],
    ["VC_AI_WORLD_CB_Q / VC_GENAI_WORLD_CB_Q", "multiple"],
    ["VC_AI_WORLD_CB_Q / lag(VC_ALL_WORLD_CB_Q, 1)", "multiple"],
    ["VC_AI_WORLD_CB_Q@2024-Q2 / VC_ALL_WORLD_CB_Q@2024-Q1", "multiple"],
    ["VC_US_VE_A / lag(GDP_US_A, 1)", "multiple"],
    ["GDP_US_A / GDP_US_A@2000", "multiple"],
    ["VC_US_VE_A / first(GDP_US_A)", "share"],
    ["VC_US_PB_Q / ma(GDP_US_Q, 4)", "share"],
    ["rollsum(VC_US_VE_A, 2) / rollsum(GDP_US_A, 2)", "share"],
    ["real(VC_US_VE_A, 2024) / real(GDP_US_A, 2024)", "share"],
    ["VC_US_VE_A / chg(GDP_US_A)", "multiple"],
    ["cumsum(VC_AI_WORLD_CB_Q) / VC_ALL_WORLD_CB_Q", "multiple"],
    ["VC_AI_WORLD_CB_Q / cumsum(VC_ALL_WORLD_CB_Q)", "multiple"],
    ["CAPEX_AMZN_Q / CAPEX_MSFT_Q", "multiple"],
  ])("%s is a %s", (text, kind) => {
    expect(check(text)).toMatchObject({ type: { unit: { kind } } });
  });

  test.each([
    [
      "VC_US_PB_Q / VC_ALL_WORLD_CB_Q",
      ["Two compilers with their own samples: PitchBook-NVCA and Crunchbase."],
    ],
    [
      "VC_AI_WORLD_CB_Q / VC_US_CB_Q",
      ["The world over the United States: the numerator is not part of the denominator."],
    ],
    [
      "VC_US_VE_A / lag(GDP_US_A, 1)",
      ["Different periods: all funding is divided by all output a year earlier."],
    ],
    [
      "VC_US_PB_Q@2024-Q2 / VC_ALL_WORLD_CB_Q@2024-Q1",
      [
        "Different periods: 2024-Q2 all funding is divided by 2024-Q1 all funding.",
        "Two compilers with their own samples: PitchBook-NVCA and Crunchbase.",
      ],
    ],
  ])("%s says what it is not", (text, said) => {
    expect(sentences(text)).toEqual(said);
  });
});

describe("types of results", () => {
  test.each([
    ["yoy(VC_US_VE_A)", { measure: "ratio", unit: { kind: "percent" }, prices: { kind: "none" } }],
    ["real(VC_US_VE_A, 2024)", { measure: "flow", prices: { kind: "constant", base: "2024" } }],
    ["index(NASDAQ_M, 1995-08)", { measure: "index", unit: { kind: "index", base: "1995-08 = 100" } }],
    ["freq(GDP_US_Q, A)", { frequency: "A", rate: "period" }],
    ["freq(GDP_US_Q, H)", { frequency: "H", rate: "annual" }],
    ["chg(VC_AUM_US_A)", { measure: "flow", unit: { kind: "currency" } }],
    ["chg(UST10Y_M)", { unit: { kind: "points" } }],
    ["cumsum(VC_US_VE_A)", { measure: "stock" }],
    ["VC_AI_WORLD_CB_Q / AI_DEALS_WORLD_CB_Q", { unit: { kind: "rate", words: "USD per AI funding deal" } }],
    ["VC_US_M * USDCNY_M", { unit: { kind: "currency", currency: "CNY" }, measure: "flow" }],
    ["VC_CN_M / USDCNY_M", { unit: { kind: "currency", currency: "USD" } }],
    ["CAPEX_AMZN_Q + VC_US_PB_Q", { geography: "MIXED", universe: "MIXED", sector: "MIXED" }],
    ["OPENAI_VAL@2024-10-02", { frequency: "D", measure: "stock" }],
  ])("%s", (text, type) => {
    expect(check(text)).toMatchObject({ type });
  });
});
