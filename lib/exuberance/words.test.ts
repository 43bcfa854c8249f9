import { describe, expect, test } from "vitest";
import type { Refusal } from "./refusal.ts";
import { refusalWords } from "./refusal-words.ts";
import {
  dependenceWords,
  episodeWords,
  literatureWords,
  powerWords,
  pValueWords,
  verdictWords,
} from "./words.ts";

const judged = {
  observations: 120,
  frequency: "M",
  gsadf: 4.2069,
  pValue: 0.012,
  draws: 999,
  isExplosive: true,
  isExploratory: false,
} as const;

describe("the verdict", () => {
  test.each([
    {
      of: judged,
      words:
        "Explosive at the 5 % level, volatility taken into account (GSADF 4.21, p = 0.012, 999 bootstrap draws, 120 monthly observations).",
    },
    {
      of: { ...judged, isExplosive: false, pValue: 0.177 },
      words: "Not statistically distinguishable from a random walk with this volatility (p = 0.18).",
    },
    {
      of: { ...judged, isExploratory: true, observations: 40, frequency: "Q" as const },
      words: "Exploratory only: 40 quarterly observations are too few for a verdict (p = 0.012).",
    },
    {
      of: { ...judged, isExploratory: true, observations: 30, frequency: "A" as const },
      words:
        "30 yearly observations cannot establish or exclude explosive behaviour; this panel shows size and growth, not a test result.",
    },
  ])("$words", ({ of, words }) => {
    expect(verdictWords(of)).toBe(words);
  });
});

test.each([
  [0.18, "p = 0.18"],
  [0.1, "p = 0.10"],
  [0.0478, "p = 0.048"],
  [0.001, "p = 0.001"],
  [0.0002, "p < 0.001"],
])("a p-value of %d is written %s", (pValue, words) => {
  expect(pValueWords(pValue)).toBe(words);
});

test("a p-value near 5 % shows the side it is on", () => {
  expect(pValueWords(0.0502)).toBe("p = 0.0502");
  expect(pValueWords(0.0498)).toBe("p = 0.0498");
  expect(pValueWords(0.05)).toBe("p = 0.050");
});

test.each([
  [24, "in fewer with less; this series has 24"],
  [30, "1 case in 8 with 30 observations and 1 in 3 with 50; this series has 30"],
  [49, "1 case in 8 with 30 observations and 1 in 3 with 50; this series has 49"],
  [50, "1 case in 3 with 50 observations and 2 in 3 with 100; this series has 50"],
  [100, "2 cases in 3 from 100 observations on; that it finds none is no proof that there is none"],
])("the power with %i observations", (observations, words) => {
  expect(powerWords(observations)).toContain(words);
});

test("a fall is a collapse and never a bubble; an unconfirmed run says how far it has come", () => {
  expect(episodeWords({ direction: "up", duration: 9, isConfirmed: true }, 5)).toBe("explosive rise");
  expect(episodeWords({ direction: "down", duration: 9, isConfirmed: true }, 5)).toBe("collapse");
  expect(episodeWords({ direction: "up", duration: 2, isConfirmed: false }, 5)).toBe(
    "explosive rise, unconfirmed, 2 of 5 periods",
  );
});

test("two readings that disagree are both told", () => {
  const words = literatureWords(0.004, 0.18);
  expect(words).toContain("reject (p = 0.004)");
  expect(words).toContain("does not (p = 0.18)");
  const check = {
    choice: "lag",
    lag: 1,
    scale: "log",
    status: "tested",
    gsadf: 2,
    changesVerdict: true,
  } as const;
  expect(dependenceWords({ ...check, pValue: 0.03, isExplosive: true })).toBe(
    "The verdict depends on the choice: with lag 1 the series is explosive at the 5 % level (p = 0.030).",
  );
  expect(dependenceWords({ ...check, choice: "scale", pValue: 0.3, isExplosive: false })).toContain(
    "in logarithms the series is not explosive",
  );
});

describe("a refusal names the value, the place and the remedy", () => {
  const cases: readonly [Refusal, string][] = [
    [{ kind: "unknown-period", period: "1990-13" }, "“1990-13” is not a period. Write days"],
    [
      { kind: "mixed-frequency", period: "1990-Q2", frequency: "Q", expected: "M" },
      "Q2 1990 is a quarter in a monthly series. Test one frequency",
    ],
    [
      { kind: "out-of-order", period: "1990-03", after: "1990-04" },
      "Mar 1990 does not come after Apr 1990. Give",
    ],
    [{ kind: "gap", period: "1990-04", frequency: "M" }, "There is a gap at Apr 1990. Test the stretch"],
    [
      { kind: "gap", period: "1990-04-17", frequency: "D" },
      "a gap at 17 Apr 1990. Test weekly or monthly closes",
    ],
    [
      { kind: "not-finite", period: "1990-04", value: "NaN" },
      "The value of Apr 1990 is NaN, which is not a number. Corr",
    ],
    [
      { kind: "not-positive", period: "1990-04", value: -3 },
      "Apr 1990 is -3 and has no logarithm. Test the levels",
    ],
    [
      { kind: "too-short", observations: 19, least: 20 },
      "19 observations are too few: a test needs at least 20",
    ],
    [
      { kind: "small-window", rows: 6, lag: 2, degreesOfFreedom: 2, least: 3 },
      "of 6 rows with lag 2 leaves 2 degrees of freedom, fewer than 3. Lengthen",
    ],
    [
      { kind: "large-window", observations: 30, needed: 41 },
      "needs 41 observations and the series has 30. Shorten",
    ],
    [{ kind: "no-variation", skipped: 91, windows: 528 }, "stands still in 91 of its 528 windows"],
    [
      { kind: "deterministic", from: "1990-01", to: "1990-09" },
      "From Jan 1990 to Sep 1990 the values follow a rule exactly",
    ],
  ];

  test.each(cases)("%j", (refusal, words) => {
    expect(refusalWords(refusal)).toContain(words);
  });
});
