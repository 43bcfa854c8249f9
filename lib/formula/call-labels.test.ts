import { describe, expect, test } from "vitest";
import { check, sentences } from "./testing.ts";

describe("a mean of what a division made weighs every period the same", () => {
  const said = "A mean of ratios: every period weighs the same, however large its amounts.";

  test.each([
    "freq(VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q, A)",
    "freq(VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q, A, avg)",
    "freq(CAPEX_AMZN_Q / CAPEX_MSFT_Q, A)",
    "freq(1 - VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q, A)",
    "freq(VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q * 100, H)",
    "freq(VC_AI_WORLD_CB_Q / AI_DEALS_WORLD_CB_Q, A)",
  ])("%s says so", (text) => {
    expect(sentences(text)).toEqual([said]);
  });

  test.each([
    ["the last of them", "freq(VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q, A, eop)"],
    ["a stored percent", "freq(AISHARE_US_PB_Q, A)"],
    ["a part of an amount", "freq(VC_US_PB_Q / 4, A, avg)"],
    ["a stored multiple less a fixed ratio", "freq(CAPE_M - (VC_US_VE_A / VC_US_VE_A)@2000, A)"],
  ])("%s does not: %s", (_, text) => {
    expect(check(text).verdict).toBe("fine");
  });
});

describe("what is divided by output", () => {
  test.each([
    ["per_gdp(VC_AUM_US_A)", ["A stock over a flow: VC_AUM_US_A is divided by a year's output."]],
    [
      "per_gdp(VC_ALL_WORLD_CB_Q)",
      ["The world over the United States: the amount is not part of the output it is divided by."],
    ],
    ["per_gdp(VC_US_PB_Q)", []],
  ])("%s", (text, said) => {
    expect(sentences(text)).toEqual(said);
  });
});
