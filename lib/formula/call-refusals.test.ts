import { describe, expect, test } from "vitest";
import { check } from "./testing.ts";

/** Every function of a whole series, as written of x. */
const OF_SERIES = [
  ...["chg(x)", "ch1(x)", "pch(x)", "yoy(x)", "pca(x)", "cch(x)", "cca(x)"],
  ...["lag(x, 1)", "ma(x, 2)", "rollsum(x, 2)", "cumsum(x)", "index(x)", "pctrank(x)", "zscore(x)"],
  ...["per_gdp(x)", "real(x, 2024)", "freq(x, A)"],
];
const of = (form: string, operand: string) => form.replace(/\bx\b/, operand);
const nameOf = (form: string) => form.slice(0, form.indexOf("("));

describe("one value is no series", () => {
  test.each(OF_SERIES)("%s of one value chooses the period afterwards", (form) => {
    expect(check(of(form, "VC_US_VE_A@2000"))).toMatchObject({
      rule: "needs-a-series",
      reason: `${nameOf(form)} needs a whole series; choose the period afterwards.`,
      alternative: `${of(form, "VC_US_VE_A")}@2000`,
    });
  });

  test.each(["yoy(5)", "chg(VC_US_VE_A@2000 / 2)"])("%s has no period to choose", (text) => {
    expect(check(text)).toMatchObject({ rule: "needs-a-series", alternative: null });
  });
});

describe("dated points have no steps", () => {
  const stepping = OF_SERIES.filter(
    (form) => !["index", "pctrank", "zscore", "real", "freq"].includes(nameOf(form)),
  );
  const ofTotals = ["rollsum", "cumsum"];

  test.each(stepping)("%s of a valuation is of its last value in each year", (form) => {
    expect(check(of(form, "OPENAI_VAL"))).toMatchObject({
      rule: "irregular-steps",
      reason: `${nameOf(form)} needs regular periods and these are dated points.`,
      alternative: ofTotals.includes(nameOf(form)) ? null : of(form, "freq(OPENAI_VAL, A, eop)"),
    });
  });

  test.each([
    "index(OPENAI_VAL)",
    "index(OPENAI_VAL, 2023-06)",
    "pctrank(OPENAI_VAL)",
    "freq(OPENAI_VAL, Q)",
  ])("%s needs none", (text) => {
    expect(check(text).verdict).toBe("fine");
  });
});

describe("each refusal gives its reason and a way out", () => {
  test.each<[text: string, rule: string, reason: string, alternative: string | null]>([
    ...["pch", "pca", "cch", "cca"].map((name): [string, string, string, string] => [
      `${name}(UST10Y_M)`,
      "growth-of-a-rate",
      "Growth of a value in percent misleads near zero; take the change.",
      "chg(UST10Y_M)",
    ]),
    [
      "yoy(UST10Y_M)",
      "growth-of-a-rate",
      "Growth of a value in percent misleads near zero; take the change.",
      "ch1(UST10Y_M)",
    ],
    [
      "index(yoy(NASDAQ_M))",
      "index-of-a-rate",
      "A value in percent may be zero, so it has no index.",
      "yoy(NASDAQ_M)",
    ],
    [
      "log(yoy(NASDAQ_M))",
      "log-of-negative",
      "A logarithm needs values above zero, and yoy(NASDAQ_M) may be zero or less.",
      "ch1(log(NASDAQ_M))",
    ],
    [
      "log(chg(NASDAQ_M))",
      "log-of-negative",
      "A logarithm needs values above zero, and chg(NASDAQ_M) may be zero or less.",
      "chg(log(NASDAQ_M))",
    ],
    [
      "log(zscore(NASDAQ_M))",
      "log-of-negative",
      "A logarithm needs values above zero, and zscore(NASDAQ_M) may be zero or less.",
      "zscore(NASDAQ_M)",
    ],
    [
      "cch(VC_US_VE_A - VC_US_PWC_A)",
      "log-of-negative",
      "A logarithm needs values above zero, and VC_US_VE_A - VC_US_PWC_A may be zero or less.",
      "cch(VC_US_VE_A / VC_US_PWC_A)",
    ],
    [
      "cca(-VC_US_VE_A)",
      "log-of-negative",
      "A logarithm needs values above zero, and -VC_US_VE_A may be zero or less.",
      "chg(-VC_US_VE_A)",
    ],
    [
      "log(chg(VC_US_VE_A) + VC_US_VE_A)",
      "log-of-negative",
      "A logarithm needs values above zero, and chg(VC_US_VE_A) + VC_US_VE_A may be zero or less.",
      "chg(VC_US_VE_A) + VC_US_VE_A",
    ],
    [
      "rollsum(GDP_US_Q, 4)",
      "total-of-levels",
      "rollsum adds up flows; what is known at a moment or at an annual rate has no total.",
      "ma(GDP_US_Q, 4)",
    ],
    [
      "cumsum(NASDAQ_M)",
      "total-of-levels",
      "cumsum adds up flows; what is known at a moment or at an annual rate has no total.",
      "NASDAQ_M",
    ],
    [
      "index(VC_US_VE_A, 1999-08)",
      "index-base-too-fine",
      "An annual series has no value of its own at 1999-08.",
      "index(VC_US_VE_A, 1999)",
    ],
    [
      "real(real(VC_US_VE_A, 2020), 2024)",
      "real-already",
      "These are prices of 2020 already.",
      "real(VC_US_VE_A, 2024)",
    ],
    ["real(GDP_REAL_US_A, 2024)", "real-already", "These are prices of 2017 already.", "GDP_REAL_US_A"],
    [
      "real(IPO_COUNT_US_A, 2024)",
      "real-of-no-money",
      "Values in IPOs are not money, so prices do not deflate them.",
      "IPO_COUNT_US_A",
    ],
    [
      "real(VC_CN_M, 2024)",
      "real-of-other-money",
      "CPI_US_M deflates USD; no deflator is stored for CNY.",
      null,
    ],
    [
      "real(VC_US_VE_A, 2024-10-02)",
      "real-base-too-fine",
      "CPI_US_M is monthly, so 2024-10-02 has no prices of its own.",
      "real(VC_US_VE_A, 2024-10)",
    ],
    [
      "per_gdp(real(VC_US_VE_A, 2024))",
      "gdp-of-no-money",
      "A share of GDP needs nominal amounts in USD, as GDP is.",
      "per_gdp(VC_US_VE_A)",
    ],
    [
      "per_gdp(freq(VC_CN_M, Q))",
      "gdp-of-no-money",
      "A share of GDP needs nominal amounts in USD, as GDP is.",
      null,
    ],
    [
      "per_gdp(IPO_COUNT_US_A)",
      "gdp-of-no-money",
      "A share of GDP needs nominal amounts in USD, as GDP is.",
      null,
    ],
    ["per_gdp(VC_US_M)", "gdp-too-fine", "GDP is counted by quarter.", "per_gdp(freq(VC_US_M, Q, sum))"],
    [
      "freq(VC_US_VE_A, Q)",
      "freq-too-fine",
      "An annual series cannot be split into shorter periods.",
      "VC_US_VE_A",
    ],
    [
      "freq(yoy(VC_US_PB_Q), A)",
      "transform-before-freq",
      "Aggregate first, then transform: yoy comes after freq.",
      "yoy(freq(VC_US_PB_Q, A, sum))",
    ],
    [
      "freq(OPENAI_VAL, A, avg)",
      "freq-of-dated-flows",
      "Dated points have no complete periods, so they have no sum or mean; take the last (eop).",
      "freq(OPENAI_VAL, A, eop)",
    ],
    [
      "freq(OPENAI_RAISED, A)",
      "freq-of-dated-flows",
      "Dated points have no complete periods, so they have no sum or mean; take the last (eop).",
      null,
    ],
    [
      "freq(NASDAQ_M, A, sum)",
      "freq-sum-of-levels",
      "What is known at a moment, or at an annual rate, has no sum over time.",
      "freq(NASDAQ_M, A, avg)",
    ],
    [
      "first(yoy(VC_US_VE_A))",
      "first-of-a-result",
      "Only a stored series has first reports; name its code inside first().",
      "yoy(first(VC_US_VE_A))",
    ],
    [
      "first(-VC_US_VE_A@2000 * 2)",
      "first-of-a-result",
      "Only a stored series has first reports; name its code inside first().",
      "-first(VC_US_VE_A)@2000 * 2",
    ],
    [
      "first(first(VC_US_VE_A) / VC_US_PWC_A)",
      "first-of-a-result",
      "Only a stored series has first reports; name its code inside first().",
      "first(VC_US_VE_A) / first(VC_US_PWC_A)",
    ],
  ])("%s", (text, rule, reason, alternative) => {
    expect(check(text)).toMatchObject({ verdict: "refused", rule, reason, alternative });
  });
});
