import { describe, expect, test } from "vitest";
import type { Indicator } from "../indicators/indicator.ts";
import type { Side } from "../indicators/pillar.ts";
import { type ComparedReading, positionWords, type Reading } from "../indicators/reading.ts";
import { anIndicator } from "../indicators/testing.ts";
import { verdict } from "./verdict.ts";

function aReading(
  side: Side,
  now: number,
  { same, peak = 100, isStale = false }: { same?: number; peak?: number; isStale?: boolean } = {},
): ComparedReading {
  const dated = (value: number) => ({ value, period: "2025", text: String(value), periodText: "2025" });
  return {
    status: "read",
    indicator: ofSide(side),
    unit: { kind: "index", base: "" },
    before: null,
    observations: 2,
    labels: [],
    calm: null,
    now: dated(now),
    same: same === undefined ? null : dated(same),
    sameAgePeriodText: "1998",
    peak: dated(peak),
    isStale,
  };
}

function ofSide(side: Side, change: Partial<Indicator> = {}): Indicator {
  return anIndicator({ pillar: side === "money" ? "venture" : "markets", ...change });
}

describe("the verdict is one sentence made from counts", () => {
  test.each([
    {
      name: "money past every peak, no heat past its own",
      readings: [
        aReading("money", 110, { same: 20 }),
        aReading("money", 120),
        aReading("heat", 90, { same: 95 }),
      ],
      says: "By both rough measures, the money of the AI boom is past the peak of the internet’s, but the one measure of market heat has not reached its dot-com high.",
    },
    {
      name: "two of three past the peak, heat past it everywhere",
      readings: [
        aReading("money", 110),
        aReading("money", 101),
        aReading("money", 99),
        aReading("heat", 100),
        aReading("heat", 130),
      ],
      says: "By two of three rough measures, the money of the AI boom is past the peak of the internet’s, and every measure of market heat is past its dot-com high.",
    },
    {
      name: "faster than at the same age only",
      readings: [
        aReading("money", 60, { same: 50 }),
        aReading("money", 40, { same: 30 }),
        aReading("heat", 60),
        aReading("heat", 70),
      ],
      says: "Money is going into AI faster than it went into the internet at the same age, but none of two measures of market heat has reached its dot-com high.",
    },
    {
      name: "below the peak, and no value at the same age to say how fast",
      readings: [aReading("money", 48), aReading("heat", 33, { same: 27 })],
      says: "By the one rough measure, the money of the AI boom has not reached the peak of the internet’s, and the one measure of market heat has not reached its dot-com high.",
    },
    {
      name: "as many below the peak as past it, and no value at the same age",
      readings: [aReading("money", 48), aReading("money", 110), aReading("heat", 130)],
      says: "By one of two rough measures, the money of the AI boom has not reached the peak of the internet’s, but every measure of market heat is past its dot-com high.",
    },
    {
      name: "slower, and cool",
      readings: [aReading("money", 20, { same: 50 }), aReading("heat", 60), aReading("heat", 101)],
      says: "Money is not going into AI faster than it went into the internet at the same age, but one of two measures of market heat is past the dot-com high.",
    },
  ])("$name", ({ readings, says }) => {
    expect(verdict(readings).sentence).toBe(says);
  });

  test("with nothing read it says so and claims nothing", () => {
    const nothing: Reading = {
      status: "unavailable",
      indicator: ofSide("money"),
      reason: "no value is stored",
    };
    expect(verdict([nothing]).sentence).toBe(
      "There is not enough data to say how fast money is going into AI.",
    );
    expect(verdict([nothing]).money).toMatchObject({ inputs: 1, read: 0, pastPeak: 0 });
  });

  test("the standfirst gives the counts of each side", () => {
    const readings = [
      aReading("money", 110, { same: 20 }),
      aReading("money", 120),
      aReading("heat", 90, { same: 95 }),
      aReading("heat", 90, { same: 80 }),
    ];
    expect(verdict(readings).standfirst).toMatch(
      /^Of two measures of money going in, all are past the dot-com peak; the one with a value at the same age stands above it\. Of two measures of market heat, none is past the dot-com peak; one of the two with a value at the same age stands above it\./,
    );
  });

  test("a value level with the same age is not above it", () => {
    expect(verdict([aReading("heat", 40, { same: 40 })]).standfirst).toContain(
      "the one with a value at the same age does not stand above it",
    );
  });

  test("stale and unread inputs are named among what weakens it", () => {
    const readings: Reading[] = [
      aReading("money", 110, { isStale: true }),
      aReading("heat", 50, { same: 40 }),
      { status: "unavailable", indicator: ofSide("heat"), reason: "no value is stored" },
    ];
    expect(verdict(readings).standfirst).toContain("one input could not be read; one input is stale");
  });
});

test.each([
  { now: 100, same: 10, words: "past the dot-com peak" },
  { now: 50, same: 40, words: "hotter than at the same age, below the peak" },
  { now: 50, same: 50, words: "level with the same age, below the peak" },
  { now: 50, same: 60, words: "cooler than at the same age, below the peak" },
  { now: 50, same: undefined, words: "below the dot-com peak; no value at the same age" },
])("$now against $same at the same age and a peak of 100 reads “$words”", ({ now, same, words }) => {
  expect(positionWords(aReading("heat", now, same === undefined ? {} : { same }))).toBe(words);
});
