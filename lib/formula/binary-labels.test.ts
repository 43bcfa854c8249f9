import { describe, expect, test } from "vitest";
import { checkFormula } from "./index.ts";
import { check, exampleType, sentences } from "./testing.ts";

describe("a company's valuation is not a stock of capital", () => {
  test("over capital managed in 1999 it is drawn with everything that is unlike", () => {
    expect(sentences("OPENAI_VAL@2024-10-02 / VC_AUM_US_A@1999")).toEqual([
      "One company's valuation over a stock of capital: 2024-10-02 OPENAI_VAL is divided by 1999 VC_AUM_US_A.",
      "Companies over the United States: the numerator is not part of the denominator.",
      "Two compilers with their own samples: Company rounds and NSF.",
      "Nominal money 25 years apart: prices have moved in between.",
    ]);
  });

  test.each(["+", "-"])("%s between them is refused and the ratio offered", (operator) => {
    expect(check(`OPENAI_VAL@2024-10-02 ${operator} VC_AUM_US_A@1999`)).toMatchObject({
      rule: "kinds-unlike-sum",
      reason:
        "One company's valuation and a stock of capital are different things; they have no sum or difference.",
      alternative: "OPENAI_VAL@2024-10-02 / VC_AUM_US_A@1999",
    });
  });

  test.each([
    [
      "(OPENAI_VAL@2024-10-02 + ANTHROPIC_VAL@2024-01-11) / VC_AUM_US_A@1999",
      "Companies' valuations over a stock of capital: OPENAI_VAL@2024-10-02 + ANTHROPIC_VAL@2024-01-11 is divided by 1999 VC_AUM_US_A.",
    ],
    [
      "real(VC_AUM_US_A, 2024)@1999 / real(freq(OPENAI_VAL, A), 2024)@2024",
      "A stock of capital over one company's valuation: 1999 real(VC_AUM_US_A, 2024) is divided by 2024 real(freq(OPENAI_VAL, A), 2024).",
    ],
    ["BTC_M / VC_US_M", "A price over a flow: BTC_M is divided by all funding."],
    [
      "cumsum(CAPEX_AMZN_Q)@2024-Q4 / OPENAI_VAL@2024-10-02",
      "A stock of capital over one company's valuation: 2024-Q4 cumsum(CAPEX_AMZN_Q) is divided by 2024-10-02 OPENAI_VAL.",
    ],
  ])("%s", (text, sentence) => {
    expect(sentences(text)).toContain(sentence);
  });

  test("a stock over a flow is told once", () => {
    expect(sentences("VC_US_VE_A / VC_AUM_US_A")).toEqual([
      "A flow over a stock: all funding is divided by VC_AUM_US_A.",
      "Two compilers with their own samples: Venture Economics/NVCA and NSF.",
    ]);
  });

  test.each([
    ["OPENAI_VAL@2024-10-02 - ANTHROPIC_VAL@2024-01-11", "fine"],
    ["OPENAI_VAL@2024-10-02 / ANTHROPIC_VAL@2024-01-11", "fine"],
    ["BTC_M - BTC_M@2024-01", "fine"],
    ["BTC_M + VC_US_M", "refused"],
  ])("%s is %s", (text, verdict) => {
    expect(check(text).verdict).toBe(verdict);
  });
});

describe("nominal money more than ten years apart inside one formula", () => {
  const apart = (years: number) => `Nominal money ${years} years apart: prices have moved in between.`;

  test.each([
    ["VC_US_VE_A@2000 / VC_US_VE_A@1989", apart(11)],
    ["VC_US_VE_A@1989 - VC_US_VE_A@2000", apart(11)],
    ["VC_US_VE_A@1989 + VC_US_VE_A@2000", apart(11)],
    ["VC_US_PB_Q@2010-Q2 / VC_US_PB_Q@2000-Q1", apart(10)],
    ["(VC_US_VE_A@1985 + VC_US_VE_A@2000) / VC_US_VE_A@1999", apart(15)],
    ["VC_US_VE_A / lag(VC_US_VE_A, 11)", apart(11)],
    ["VC_US_VE_A - lag(lag(VC_US_VE_A, 6), 5)", apart(11)],
    ["VC_US_M / lag(VC_US_M, 121)", apart(10)],
    // Lagged by 11 years, the value of 2000 is that of 1989.
    ["VC_US_VE_A@2000 / lag(VC_US_VE_A, 11)@2000", apart(11)],
    ["VC_US_VE_A@2000 / IPO_COUNT_US_A@2000 - VC_US_VE_A@1985 / IPO_COUNT_US_A@1985", apart(15)],
    // The first and the last of twelve years are eleven years apart.
    ["rollsum(VC_US_VE_A, 12)", apart(11)],
    ["ma(VC_US_M, 122)", apart(10)],
  ])("%s is labelled", (text, sentence) => {
    expect(sentences(text)).toContain(sentence);
  });

  test.each([
    "VC_US_VE_A@2000 / VC_US_VE_A@1990",
    "VC_US_VE_A / lag(VC_US_VE_A, 10)",
    "lag(VC_US_VE_A, 11) - lag(VC_US_VE_A, 11)",
    "VC_US_M / lag(VC_US_M, 120)",
    "VC_US_VE_A@2000 / lag(VC_US_VE_A, 10)@2000",
    "lag(VC_US_VE_A, 15)@2000 / VC_US_VE_A@1985",
    "rollsum(VC_US_VE_A, 11)",
    "real(VC_US_VE_A, 2024)@2000 / real(VC_US_VE_A, 2024)@1985",
    "rollsum(real(VC_US_VE_A, 2024), 12)",
    "NASDAQ_M@2024-08 / NASDAQ_M@1995-08",
    "IPO_COUNT_US_A@2024 / IPO_COUNT_US_A@1999",
    "lag(VC_US_VE_A, 10000)@2000 / VC_US_VE_A@2000",
    "VC_US_VE_A + VC_US_VE_A",
    "VC_US_VE_A@2000 / IPO_COUNT_US_A@1985",
    "VC_US_VE_A@2000 / (IPO_COUNT_US_A@1985 / IPO_COUNT_US_A@1984)",
  ])("%s is not", (text) => {
    expect(sentences(text)).toEqual([]);
  });
});

describe("a share of the whole of another period", () => {
  test("of another length too, is told by its length", () => {
    expect(sentences("CLAIM_VC_AI_WORLD@2024-H1 / CLAIM_VC_ALL_WORLD@2023-Q2")).toEqual([
      "A half-year over a quarter: 2024-H1 AI funding is divided by 2023-Q2 all funding.",
    ]);
  });

  test.each([
    [
      "VC_AI_WORLD_CB_Q@2024-Q2 / VC_ALL_WORLD_CB_Q@2024-Q1",
      "Different periods: 2024-Q2 AI funding is divided by 2024-Q1 all funding.",
    ],
    [
      "VC_AI_WORLD_CB_Q / lag(VC_ALL_WORLD_CB_Q, 1)",
      "Different periods: AI funding is divided by all funding a quarter earlier.",
    ],
    [
      "lag(VC_AI_WORLD_CB_Q, 2) / VC_ALL_WORLD_CB_Q",
      "Different periods: AI funding 2 quarters earlier is divided by all funding.",
    ],
    [
      "(VC_AI_WORLD_CB_Q / lag(VC_ALL_WORLD_CB_Q, 4))@2024-Q2",
      "Different periods: AI funding is divided by all funding 4 quarters earlier.",
    ],
    [
      "VC_AI_WORLD_CB_Q@2024-Q2 / lag(VC_ALL_WORLD_CB_Q, 4)@2024-Q2",
      "Different periods: 2024-Q2 AI funding is divided by 2024-Q2 all funding 4 quarters earlier.",
    ],
    [
      "VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q@2024-Q1",
      "Different periods: AI funding is divided by 2024-Q1 all funding.",
    ],
    ["VC_US_VE_A@2000 / GDP_US_A@1999", "Different periods: 2000 all funding is divided by 1999 all output."],
  ])("%s says so", (text, sentence) => {
    expect(sentences(text)).toEqual([sentence]);
  });

  test.each([
    "lag(VC_AI_WORLD_CB_Q, 4) / lag(VC_ALL_WORLD_CB_Q, 4)",
    "lag(VC_AI_WORLD_CB_Q, 1)@2024-Q2 / VC_ALL_WORLD_CB_Q@2024-Q1",
    "VC_AI_WORLD_CB_Q@2024-Q2 / VC_ALL_WORLD_CB_Q@2024-Q2",
    "VC_US_CB_Q@2024-Q2 / VC_US_CB_Q@2024-Q1",
  ])("%s is not one", (text) => {
    expect(check(text).verdict).toBe("fine");
  });
});

describe("what two compilers counted", () => {
  const unlike = (a: string, b: string) => `Two compilers with their own samples: ${a} and ${b}.`;

  test.each([
    ["AISHARE_US_PB_Q - NETSHARE_US_VE_Q", unlike("PitchBook-NVCA", "Venture Economics/NVCA")],
    ["AISHARE_US_PB_Q / NETSHARE_US_VE_Q", unlike("PitchBook-NVCA", "Venture Economics/NVCA")],
    ["AISHARE_US_PB_Q + NETSHARE_US_VE_Q", unlike("PitchBook-NVCA", "Venture Economics/NVCA")],
    ["AISHARE_US_PB_Q / 100 - VC_AI_US_CB_Q / VC_US_CB_Q", unlike("PitchBook-NVCA", "Crunchbase")],
    ["per_gdp(VC_US_VE_A) - per_gdp(VC_US_PWC_A)", unlike("Venture Economics/NVCA", "PwC Money Tree")],
    ["(VC_US_VE_A + VC_US_PWC_A) / freq(VC_US_PB_Q, A)", unlike("several compilers", "PitchBook-NVCA")],
    ["AI_DEALS_WORLD_CB_Q / AI_DEALS_WORLD_CBI_Q", unlike("Crunchbase", "CB Insights")],
    ["(VC_US_VE_A + GDP_US_A) / VC_US_PWC_A", unlike("several compilers", "PwC Money Tree")],
    ["VC_AUM_US_A@1999 / CLAIM_AUM_US@1999", unlike("NSF", "one that is not named")],
  ])("%s is labelled", (text, sentence) => {
    expect(sentences(text)).toContain(sentence);
  });

  test.each([
    "VC_AI_US_CB_Q / VC_US_CB_Q - VC_AI_WORLD_CB_Q / VC_ALL_WORLD_CB_Q",
    "AISHARE_US_PB_Q - 100",
    "UST10Y_M - yoy(CPI_US_M)",
    "yoy(VC_US_VE_A) - yoy(GDP_US_A)",
    "CAPE_M / (NASDAQ_M / NASDAQ_M@1995-08)",
    "NASDAQ_M / SP500_M",
    "AISHARE_US_PB_Q / 2",
  ])("%s is not", (text) => {
    expect(sentences(text).filter((sentence) => sentence.startsWith("Two compilers"))).toEqual([]);
  });
});

describe("first reports beside values as known now", () => {
  test.each([
    [
      "first(VC_AI_WORLD_CB_Q) / VC_ALL_WORLD_CB_Q",
      "First reports over values as known now: AI funding as first reported is divided by all funding.",
    ],
    [
      "VC_ALL_WORLD_CB_Q@2024-Q2 - first(VC_ALL_WORLD_CB_Q)@2024-Q2",
      "Values as known now minus first reports: 2024-Q2 all funding is reduced by 2024-Q2 all funding as first reported.",
    ],
    [
      "yoy(first(VC_US_VE_A)) + yoy(VC_US_VE_A)",
      "First reports plus values as known now: yoy(first(VC_US_VE_A)) is added to yoy(VC_US_VE_A).",
    ],
    [
      "lag(first(VC_ALL_WORLD_CB_Q), 1) * (AISHARE_US_PB_Q / 100)",
      "First reports times values as known now: all funding as first reported a quarter earlier is multiplied by AISHARE_US_PB_Q / 100.",
    ],
    [
      "per_gdp(first(VC_US_VE_A))",
      "First reports over values as known now: all funding as first reported is divided by output as known now.",
    ],
  ])("%s says so", (text, sentence) => {
    expect(sentences(text)).toEqual([sentence]);
  });

  test.each([
    "first(VC_AI_WORLD_CB_Q)@2024-Q2 / first(VC_ALL_WORLD_CB_Q)@2024-Q2",
    "freq(first(VC_AI_WORLD_CB_Q), H, sum)@2024-H1 / freq(first(VC_ALL_WORLD_CB_Q), H, sum)@2024-H1",
    "first(VC_AI_WORLD_CB_Q) * 2",
    "real(first(VC_US_VE_A), 2024)",
  ])("%s is all of one kind", (text) => {
    expect(check(text).verdict).toBe("fine");
  });

  test("it is said where they meet and not again of what they make", () => {
    expect(sentences("first(VC_US_CB_Q) / VC_US_CB_Q / (VC_US_CB_Q / first(VC_US_CB_Q))")).toHaveLength(2);
    expect(sentences("per_gdp(first(VC_US_PB_Q) + VC_US_PB_Q)")).toHaveLength(1);
  });
});

describe("a dated point is not counted over the period its date is known by", () => {
  test.each([
    [
      "CLAIM_MEGA_US@2024-08 / MEGA_US_MT_A@2015",
      "A count without a stated period over a year: 2024-08 CLAIM_MEGA_US is divided by 2015 MEGA_US_MT_A.",
    ],
    [
      "OPENAI_RAISED@2024-10-02 / VC_US_VE_A@2024",
      "A dated amount over a year: 2024-10-02 OPENAI_RAISED is divided by 2024 all funding.",
    ],
    [
      "VC_US_PB_Q@2024-Q4 - OPENAI_RAISED@2024-10-02",
      "A quarter minus a dated amount: 2024-Q4 all funding is reduced by 2024-10-02 OPENAI_RAISED.",
    ],
    [
      "OPENAI_RAISED@2024-10-02 / VC_US_M@2024-10",
      "A dated amount over a month: 2024-10-02 OPENAI_RAISED is divided by 2024-10 all funding.",
    ],
  ])("%s", (text, sentence) => {
    expect(sentences(text)).toContain(sentence);
  });

  test("so a day and a month of one series are alike", () => {
    expect(check("OPENAI_RAISED@2024-10-02 + OPENAI_RAISED@2023-01").verdict).toBe("fine");
  });

  test("a change is counted over what it is the change of", () => {
    expect(check("chg(rollsum(VC_US_PB_Q, 4))@2024-Q4 - VC_US_VE_A@2024")).toMatchObject({
      labels: [{ rule: "samples-unlike" }],
    });
    expect(sentences("chg(freq(VC_AUM_US_A, A)) / VC_US_PB_Q@2024-Q4")).toContain(
      "A year over a quarter: chg(freq(VC_AUM_US_A, A)) is divided by 2024-Q4 all funding.",
    );
  });
});

describe("a fiscal year beside a calendar year", () => {
  test.each([
    [
      "CAPEX_MSFT_FY_A + CAPEX_AMZN_A",
      "Years that end in June plus calendar years: CAPEX_MSFT_FY_A is added to CAPEX_AMZN_A.",
    ],
    [
      "CAPEX_AMZN_Q / CAPEX_ORCL_Q",
      "Calendar quarters over quarters of years that end in November: CAPEX_AMZN_Q is divided by CAPEX_ORCL_Q.",
    ],
    [
      "freq(CAPEX_ORCL_Q, A) - CAPEX_MSFT_FY_A",
      "Years that end in November minus years that end in June: freq(CAPEX_ORCL_Q, A) is reduced by CAPEX_MSFT_FY_A.",
    ],
    [
      "CAPEX_MSFT_FY_A@2025 / CAPEX_AMZN_A@2025",
      "Years that end in June over calendar years: 2025 CAPEX_MSFT_FY_A is divided by 2025 CAPEX_AMZN_A.",
    ],
    [
      "(CAPEX_MSFT_FY_A + CAPEX_MSFT_FY_A) * (CAPEX_AMZN_A / CAPEX_AMZN_A@2024)",
      "Years that end in June times calendar years: CAPEX_MSFT_FY_A + CAPEX_MSFT_FY_A is multiplied by CAPEX_AMZN_A / CAPEX_AMZN_A@2024.",
    ],
    [
      "per_gdp(CAPEX_MSFT_FY_A)",
      "Years that end in June: CAPEX_MSFT_FY_A is divided by the output of calendar years.",
    ],
    [
      "real(CAPEX_ORCL_Q, 2024)",
      "Quarters of years that end in November: CAPEX_ORCL_Q is deflated by the prices of calendar quarters.",
    ],
  ])("%s says so", (text, sentence) => {
    expect(sentences(text)).toContain(sentence);
  });

  test.each([
    "CAPEX_MSFT_FY_A@2025 / CAPEX_MSFT_FY_A@2024",
    "CAPEX_MSFT_FY_A * 2 / 3",
    "freq(CAPEX_ORCL_Q, H) / freq(CAPEX_ORCL_Q, H)@2024-H1",
    "CAPEX_AMZN_A + CAPEX_AMZN_A",
    "real(CAPEX_AMZN_A, 2024)",
  ])("%s is of one calendar", (text) => {
    expect(check(text).verdict).toBe("fine");
  });

  test("a month is the same in any year", () => {
    for (const text of ["CAPEX_MSFT_FY_A@2025 / VC_US_M@2025-06", "VC_US_M@2025-06 / CAPEX_MSFT_FY_A@2025"]) {
      expect(sentences(text).join(" ")).not.toMatch(/that end in/);
    }
  });
});

describe("a sum that counts something twice", () => {
  test.each([
    ["VC_AI_WORLD_CB_Q + VC_ALL_WORLD_CB_Q", "Counted twice: AI is part of all sectors."],
    ["VC_ALL_WORLD_CB_Q + VC_US_CB_Q", "Counted twice: the United States is part of the world."],
    ["VC_AI_WORLD_CB_Q + VC_GENAI_WORLD_CB_Q", "Counted twice: generative AI is part of AI."],
    ["CAPEX_ITSP_US_A + CAPEX_TELECOM_US_A", "Counted twice: telecom is part of telecom and cloud."],
    [
      "VC_AI_US_CB_Q + VC_ALL_WORLD_CB_Q",
      "Counted twice: AI in the United States is part of all sectors in the world.",
    ],
    [
      "VC_AI_WORLD_CB_Q + VC_US_CB_Q",
      "Counted twice in part: AI in the world and all sectors in the United States overlap.",
    ],
    [
      "VC_AI_WORLD_CB_Q + VC_ALL_WORLD_CB_Q + VC_ALL_WORLD_PB_Q",
      "Counted twice: several sectors are part of all sectors.",
    ],
    [
      "VC_US_CB_Q + VC_ALL_WORLD_CB_Q + VC_ALL_WORLD_PB_Q",
      "Counted twice: several places are part of the world.",
    ],
    ["VC_AI_WORLD_CB_Q@2024-Q2 + VC_ALL_WORLD_CB_Q@2024-Q2", "Counted twice: AI is part of all sectors."],
    ["CLAIM_VC_AI_WORLD@2024-H1 + CLAIM_VC_ALL_WORLD@2024-Q2", "Counted twice: AI is part of all sectors."],
    ["VC_AI_WORLD_CB_Q + VC_ALL_WORLD_CB_Q@2024-Q2", "Counted twice: AI is part of all sectors."],
    // Counted by two compilers, and the same quantity by its codes.
    ["VC_AI_WORLD_CB_Q + VC_ALL_WORLD_PB_Q", "Counted twice: AI is part of all sectors."],
  ])("%s", (text, sentence) => {
    expect(sentences(text)).toContain(sentence);
  });

  test("one compiler's series count one quantity, whatever their codes", () => {
    const ours = (code: string) =>
      exampleType(code === "AI_MONEY" ? "VC_AI_WORLD_CB_Q" : "VC_ALL_WORLD_CB_Q");
    expect(checkFormula("AI_MONEY + WHOLE_MONEY", ours)).toMatchObject({
      labels: [{ rule: "whole-and-part-sum" }],
    });
  });

  test.each([
    ["two surveys of one thing", "VC_US_VE_A + VC_US_PWC_A"],
    ["two companies", "CAPEX_AMZN_Q + CAPEX_MSFT_Q"],
    ["a company and several, which may not hold it", "CAPEX_AMZN_Q + CAPEX_TOP5_EPOCH_Q"],
    ["several companies and one of them", "CAPEX_TOP5_EPOCH_Q + CAPEX_AMZN_Q"],
    ["a company and the world", "CAPEX_AMZN_Q + VC_ALL_WORLD_CB_Q"],
    ["another quantity by another compiler", "CAPEX_TELECOM_US_A + VC_US_VE_A"],
    ["two quarters", "VC_AI_WORLD_CB_Q@2024-Q1 + VC_ALL_WORLD_CB_Q@2024-Q2"],
    ["this quarter and the last", "VC_AI_WORLD_CB_Q + lag(VC_ALL_WORLD_CB_Q, 1)"],
    ["two countries", "VC_US_M + VC_CN_M * USDCNY_M"],
    ["two shares", "VC_AI_US_CB_Q / VC_US_CB_Q + VC_US_CB_Q / VC_ALL_WORLD_CB_Q"],
    ["what is left without a part", "VC_ALL_WORLD_CB_Q - VC_AI_WORLD_CB_Q"],
  ])("%s is not one", (_, text) => {
    expect(sentences(text).filter((sentence) => sentence.startsWith("Counted"))).toEqual([]);
  });
});

describe("labels name the kinds", () => {
  test.each([
    [
      "OPENAI_VAL@2024-10-02 / OPENAI_REV_A@2024",
      "A stock over a flow: 2024-10-02 OPENAI_VAL is divided by 2024 OPENAI_REV_A.",
    ],
    [
      "VC_ALL_WORLD_CB_Q / VC_US_CB_Q",
      "The world over the United States: the numerator is not part of the denominator.",
    ],
    ["VC_US_VE_A / VC_AUM_US_A", "A flow over a stock: all funding is divided by VC_AUM_US_A."],
    [
      "VC_US_PB_Q@2024-Q4 + VC_US_PWC_A@2024",
      "A quarter plus a year: 2024-Q4 all funding is added to 2024 all funding.",
    ],
    ["VC_US_PB_Q / GDP_US_Q", "A quarter over an annual rate: all funding is divided by all output."],
    [
      "per_gdp(CAPEX_AMZN_Q)",
      "Companies over the United States: the amount is not part of the output it is divided by.",
    ],
    [
      "VC_US_VE_A - VC_US_PWC_A",
      "Two compilers with their own samples: Venture Economics/NVCA and PwC Money Tree.",
    ],
  ])("%s", (text, sentence) => {
    expect(sentences(text)).toContain(sentence);
  });

  test.each([
    "VC_US_CB_Q / VC_ALL_WORLD_CB_Q",
    "GDP_US_A / VC_US_VE_A",
    "VC_AUM_US_A / IPO_COUNT_US_A",
    "per_gdp(VC_US_VE_A)",
    "VC_US_VE_A / GDP_US_A",
    "rollsum(VC_US_PB_Q, 4) / GDP_US_Q",
    "VC_US_VE_A@2000 / VC_US_VE_A@1999",
    "index(NASDAQ_M, 1995-08)",
    "CAPEX_AMZN_Q + CAPEX_MSFT_Q",
    "real(VC_US_VE_A, 2024)@2000",
  ])("nothing is unlike in %s", (text) => {
    expect(check(text).verdict).toBe("fine");
  });
});
