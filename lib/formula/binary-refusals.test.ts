import { describe, expect, test } from "vitest";
import type { SeriesType } from "../series/series.ts";
import { checkFormula } from "./index.ts";
import { check, exampleType } from "./testing.ts";

const SHARE = "VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q";

describe("two operands that do not go together are refused in either order, with the reason and a way out", () => {
  test.each<[text: string, rule: string, reason: string, alternative: string | null]>([
    [
      "VC_US_PB_Q / GDP_US_A",
      "frequency-unlike",
      "A quarterly series and an annual series have no periods in common.",
      "freq(VC_US_PB_Q, A, sum) / GDP_US_A",
    ],
    [
      "VC_US_VE_A + VC_US_PB_Q",
      "frequency-unlike",
      "An annual series and a quarterly series have no periods in common.",
      "VC_US_VE_A + freq(VC_US_PB_Q, A, sum)",
    ],
    [
      "VC_US_PB_Q - CLAIM_VC_AI_WORLD",
      "frequency-unlike",
      "A quarterly series and a half-yearly series have no periods in common.",
      "freq(VC_US_PB_Q, H, sum) - CLAIM_VC_AI_WORLD",
    ],
    [
      "USDCNY_M * VC_US_PB_Q",
      "frequency-unlike",
      "A monthly series and a quarterly series have no periods in common.",
      "freq(USDCNY_M, Q, avg) * VC_US_PB_Q",
    ],
    [
      "CAPE_M ^ VC_US_PB_Q",
      "frequency-unlike",
      "A monthly series and a quarterly series have no periods in common.",
      null,
    ],
    [
      "OPENAI_RAISED + VC_US_VE_A",
      "frequency-unlike",
      "Dated points and an annual series have no periods in common.",
      null,
    ],
    [
      "VC_AI_WORLD_CB_Q + AI_DEALS_WORLD_CB_Q",
      "money-and-count",
      "USD and AI funding deals cannot be added up.",
      "VC_AI_WORLD_CB_Q / AI_DEALS_WORLD_CB_Q",
    ],
    [
      "AI_DEALS_WORLD_CB_Q - VC_AI_WORLD_CB_Q",
      "money-and-count",
      "AI funding deals and USD cannot be added up.",
      "VC_AI_WORLD_CB_Q / AI_DEALS_WORLD_CB_Q",
    ],
    [
      "VC_US_M - VC_CN_M",
      "currency-unlike",
      "USD and CNY are different currencies; convert one of them.",
      null,
    ],
    [
      "VC_CN_M / VC_US_M",
      "currency-unlike",
      "CNY and USD are different currencies; convert one of them.",
      "index(VC_CN_M) / index(VC_US_M)",
    ],
    [
      "VC_CN_M / VC_US_M@2024-01",
      "currency-unlike",
      "CNY and USD are different currencies; convert one of them.",
      null,
    ],
    [
      "VC_US_VE_A + real(VC_US_PWC_A, 2024)",
      "prices-unlike",
      "Nominal amounts and prices of 2024 do not mix.",
      "real(VC_US_VE_A, 2024) + real(VC_US_PWC_A, 2024)",
    ],
    [
      "real(VC_US_VE_A, 2024) - VC_US_PWC_A",
      "prices-unlike",
      "Prices of 2024 and nominal amounts do not mix.",
      "real(VC_US_VE_A, 2024) - real(VC_US_PWC_A, 2024)",
    ],
    [
      "GDP_REAL_US_A / VC_US_VE_A",
      "prices-unlike",
      "Prices of 2017 and nominal amounts do not mix.",
      "GDP_REAL_US_A / real(VC_US_VE_A, 2017)",
    ],
    [
      "GDP_REAL_US_A / real(VC_US_VE_A, 2024)",
      "prices-unlike",
      "Prices of 2017 and prices of 2024 do not mix.",
      "GDP_REAL_US_A / real(VC_US_VE_A, 2017)",
    ],
    [
      "real(VC_US_VE_A, 2024) / GDP_REAL_US_A",
      "prices-unlike",
      "Prices of 2024 and prices of 2017 do not mix.",
      null,
    ],
    ...["+", "-", "*", "/"].map((operator): [string, string, string, string] => [
      `AISHARE_US_PB_Q ${operator} (${SHARE})`,
      "percent-and-share",
      "A percent counts hundredths and a share counts ones; bring them to one form.",
      `AISHARE_US_PB_Q / 100 ${operator} ${"*/".includes(operator) ? `(${SHARE})` : SHARE}`,
    ]),
    [
      `${SHARE} - AISHARE_US_PB_Q`,
      "percent-and-share",
      "A percent counts hundredths and a share counts ones; bring them to one form.",
      `${SHARE} - AISHARE_US_PB_Q / 100`,
    ],
    [
      "VC_US_PB_Q - AISHARE_US_PB_Q",
      "percent-and-money",
      "USD and percent do not mix; take the percent as a share.",
      "VC_US_PB_Q * (AISHARE_US_PB_Q / 100)",
    ],
    [
      "AISHARE_US_PB_Q * AI_DEALS_WORLD_CB_Q",
      "percent-and-money",
      "Percent and AI funding deals do not mix; take the percent as a share.",
      "AI_DEALS_WORLD_CB_Q * (AISHARE_US_PB_Q / 100)",
    ],
    [
      "AI_DEALS_WORLD_CB_Q / AISHARE_US_PB_Q",
      "percent-and-money",
      "AI funding deals and percent do not mix; take the percent as a share.",
      "AI_DEALS_WORLD_CB_Q / (AISHARE_US_PB_Q / 100)",
    ],
    [
      "AISHARE_US_PB_Q / VC_US_PB_Q",
      "percent-and-money",
      "Percent and USD do not mix; take the percent as a share.",
      null,
    ],
    [
      "NASDAQ_M - SP500_M",
      "index-sum",
      "Index points depend on their base, so they have no sum or difference.",
      "NASDAQ_M / SP500_M",
    ],
    [
      "100 + NASDAQ_M",
      "index-sum",
      "Index points depend on their base, so they have no sum or difference.",
      null,
    ],
    [
      "VC_AUM_US_A + VC_US_VE_A",
      "stock-and-flow-sum",
      "A stock is held at a moment and a flow is counted over a period; they have no sum.",
      "chg(VC_AUM_US_A) + VC_US_VE_A",
    ],
    [
      "OPENAI_VAL@2024-10-02 - OPENAI_RAISED@2024-10-02",
      "stock-and-flow-sum",
      "A stock is held at a moment and a flow is counted over a period; they have no sum.",
      null,
    ],
    [
      "BTC_M + VC_US_M",
      "kinds-unlike-sum",
      "A price and a flow are different things; they have no sum or difference.",
      "BTC_M / VC_US_M",
    ],
    [
      "GDP_US_Q - CAPEX_AMZN_Q",
      "annual-rate-sum",
      "An annual rate is larger than the period's own flow; bring both to years.",
      "freq(GDP_US_Q, A, avg) - freq(CAPEX_AMZN_Q, A, sum)",
    ],
    [
      "CAPEX_AMZN_Q + GDP_US_Q",
      "annual-rate-sum",
      "An annual rate is larger than the period's own flow; bring both to years.",
      "freq(CAPEX_AMZN_Q, A, sum) + freq(GDP_US_Q, A, avg)",
    ],
    [
      "IPO_COUNT_US_Q - AI_DEALS_WORLD_CB_Q",
      "counts-unlike",
      "IPOs and AI funding deals are different things.",
      "IPO_COUNT_US_Q / AI_DEALS_WORLD_CB_Q",
    ],
    ["VC_US_VE_A * VC_US_PWC_A", "units-unlike", "USD times USD has no meaning.", null],
    ["2 / VC_US_VE_A", "units-unlike", "A plain number over USD has no meaning.", null],
    ["IPO_COUNT_US_Q + 5", "units-unlike", "IPOs plus a plain number has no meaning.", null],
    ["5 - VC_US_VE_A", "units-unlike", "A plain number minus USD has no meaning.", null],
    [
      "VC_US_PB_Q / IPO_COUNT_US_Q - VC_AI_WORLD_CB_Q / AI_DEALS_WORLD_CB_Q",
      "units-unlike",
      "USD per IPO minus USD per AI funding deal has no meaning.",
      null,
    ],
    ["NASDAQ_M / VC_US_M@2024-01", "units-unlike", "Index points over USD has no meaning.", null],
  ])("%s", (text, rule, reason, alternative) => {
    expect(check(text)).toMatchObject({ verdict: "refused", rule, reason, alternative });
  });

  test.each([
    "UST10Y_M - yoy(CPI_US_M)",
    "IPO_COUNT_US_Q + IPO_COUNT_US_Q",
    "NASDAQ_M / 100",
    "GDP_US_Q + GDP_US_Q",
    "GDP_US_A - VC_US_VE_A",
    "chg(VC_AUM_US_A) + VC_US_VE_A / 2",
  ])("%s is not", (text) => {
    expect(check(text).verdict).not.toBe("refused");
  });

  // The base of chained dollars is words, and real() takes a period.
  test("constant prices of no period cannot be matched", () => {
    const chained = (code: string): SeriesType | undefined => {
      const type = exampleType(code);
      return code === "GDP_REAL_US_A" && type
        ? { ...type, prices: { kind: "constant", base: "chained dollars" } }
        : type;
    };
    for (const text of ["GDP_REAL_US_A / real(VC_US_VE_A, 2024)", "GDP_REAL_US_A / VC_US_VE_A"]) {
      expect(checkFormula(text, chained)).toMatchObject({ rule: "prices-unlike", alternative: null });
    }
  });
});
