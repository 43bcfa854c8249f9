import { describe, expect, test } from "vitest";
import { confidence } from "./confidence.ts";
import { fitWindow, type WindowFit } from "./fit-window.ts";
import { PROFILES } from "./profiles.ts";
import { qualify } from "./qualify.ts";
import { granted, NASDAQ, nasdaqDay, nasdaqWindow, REFERENCE } from "./testing.ts";
import { windowsOf } from "./windows.ts";

const cases = REFERENCE.confidence.flatMap((day) =>
  (["fs2013", "wide"] as const).map((profile) => ({ t2: day.t2, profile, expected: day[profile] })),
);

describe("the confidence of the dot-com sample comes out", () => {
  test.each(cases)("at $t2 by $profile", ({ t2, profile, expected }) => {
    const fits = expected.windows.map(({ n }) => fitWindow(nasdaqWindow(t2, n), PROFILES[profile]));
    const reached = fits.filter(
      (fit, i) => granted(fit).sse <= (expected.windows[i]?.sse ?? Number.NaN) * (1 + 1e-6),
    ).length;
    expect(reached / fits.length).toBeGreaterThanOrEqual(0.95);
    const { positive, windows, atBound } = confidence(fits);
    expect(windows).toBe(expected.windows.length);
    expect(Math.abs(positive.qualified - expected.confidence)).toBeLessThanOrEqual(0.08);
    expect(Math.abs(positive.interior - expected.confidence_interior_only)).toBeLessThanOrEqual(0.08);
    const onBound = expected.windows.filter(({ at_bound }) => at_bound.length > 0).length;
    expect(Math.abs(atBound - onBound)).toBeLessThanOrEqual(2);
  });
});

/** A fit that passes every filter: m |B| / (omega C) = 0.5 * 1 / (5 * 0.1) = 1. */
const GOOD: WindowFit = {
  rows: 250,
  spanDays: 360,
  shape: { ahead: 20, m: 0.5, omega: 5 },
  linear: { a: 8, b: -1, c1: 0.06, c2: 0.08 },
  sse: 0.1,
  fullOscillations: 2.5,
  damping: 1,
  largestPriceError: 0.05,
  atBound: [],
  competitors: [],
};

describe("a fit qualifies", () => {
  test("at the limits of every filter", () => {
    expect(qualify(GOOD)).toMatchObject({ sign: "positive", isQualified: true, isInterior: true });
    const limits = {
      ...GOOD,
      shape: { ...GOOD.shape, ahead: 36, m: 0.99 },
      damping: 0.8,
      largestPriceError: 0.2,
    };
    expect(qualify(limits).isQualified).toBe(true);
  });

  test.each<{ flag: string; change: Partial<WindowFit> }>([
    { flag: "oscillations", change: { fullOscillations: 2.49 } },
    { flag: "damping", change: { damping: 0.79 } },
    { flag: "damping", change: { damping: null } },
    { flag: "tcNear", change: { shape: { ...GOOD.shape, ahead: 36.1 } } },
    { flag: "priceError", change: { largestPriceError: 0.21 } },
    { flag: "exponent", change: { shape: { ...GOOD.shape, m: 0.991 } } },
    { flag: "exponent", change: { shape: { ...GOOD.shape, m: 0.009 } } },
  ])("not beyond $flag", ({ flag, change }) => {
    const { flags, isQualified, isInterior } = qualify({ ...GOOD, ...change });
    expect(flags[flag as keyof typeof flags]).toBe(false);
    expect([isQualified, isInterior]).toEqual([false, false]);
  });

  test.each<{ flag: string; change: Partial<WindowFit> }>([
    { flag: "strictDamping", change: { damping: 0.99 } },
    { flag: "strictPriceError", change: { largestPriceError: 0.051 } },
  ])("beyond $flag, which is for information", ({ flag, change }) => {
    const { flags, isQualified } = qualify({ ...GOOD, ...change });
    expect([flags[flag as keyof typeof flags], isQualified]).toEqual([false, true]);
  });
});

describe("confidence", () => {
  const ok = (change: Partial<WindowFit>) => ({ ok: true, value: { ...GOOD, ...change } }) as const;
  const flat = { ok: false, error: { kind: "no-variation", message: "no move" } } as const;

  test("is of all windows, of either sign, on a bound, disqualified or without a fit", () => {
    const windows = confidence([
      ok({}),
      ok({ shape: { ...GOOD.shape, ahead: 30 } }),
      ok({ atBound: ["m"] }),
      ok({ linear: { ...GOOD.linear, b: 1 } }),
      ok({ damping: 0.5 }),
      ok({ linear: { ...GOOD.linear, b: 0 } }),
      ok({ damping: 0.5, atBound: ["ahead", "omega"] }),
      flat,
    ]);
    // tc at 20 and 30 days: a fifth and four fifths of the way between them.
    expect(windows).toEqual({
      positive: {
        interior: 2 / 8,
        qualified: 3 / 8,
        interiorWindows: 2,
        qualifiedWindows: 3,
        tcBandDays: { low: 22, high: 28 },
      },
      negative: {
        interior: 1 / 8,
        qualified: 1 / 8,
        interiorWindows: 1,
        qualifiedWindows: 1,
        tcBandDays: { low: 20, high: 20 },
      },
      windows: 8,
      unfitted: 1,
      atBound: 2,
    });
  });

  test("puts tc nowhere when no window qualifies", () => {
    expect(confidence([flat]).positive).toMatchObject({ interior: 0, qualified: 0, tcBandDays: null });
  });
});

describe("the windows of a history", () => {
  const rows = (count: number) => ({
    frequency: "D" as const,
    days: Array.from({ length: count }, (_, day) => day),
    prices: Array.from({ length: count }, () => 5),
  });

  test("are 26, from 750 days down to 125, all up to the last price", () => {
    const { days, closes } = NASDAQ;
    const windows = granted(windowsOf({ frequency: "D", days, prices: closes }));
    expect(windows.map(({ sample }) => sample.ages.length)).toEqual(
      Array.from({ length: 26 }, (_, i) => 750 - 25 * i),
    );
    expect(windows.every(({ sample }) => sample.ages.at(-1) === 0)).toBe(true);
    expect(windows.at(-1)).toEqual(nasdaqWindow("2000-03-10", 125));
    expect(days.at(-1)).toBe(nasdaqDay("2000-03-10"));
  });

  test("are 26 of 150 weeks down to 25", () => {
    const windows = granted(windowsOf({ ...rows(200), frequency: "W" }));
    expect(windows.map(({ sample }) => sample.ages.length)).toEqual(
      Array.from({ length: 26 }, (_, i) => 150 - 5 * i),
    );
  });

  test.each([
    { frequency: "D", count: 749, message: "749 daily prices are known; the fit needs 750" },
    { frequency: "W", count: 149, message: "149 weekly prices are known; the fit needs 150" },
  ] as const)("are refused: $message", ({ frequency, count, message }) => {
    expect(windowsOf({ ...rows(count), frequency })).toMatchObject({
      ok: false,
      error: { kind: "too-short", message },
    });
  });

  test.each([
    { name: "a price of nought", change: { prices: rows(750).prices.with(3, 0) } },
    { name: "a price that is no number", change: { prices: rows(750).prices.with(3, Number.NaN) } },
    { name: "a day that comes twice", change: { days: rows(750).days.with(3, 2) } },
    { name: "a day before the one before", change: { days: rows(750).days.with(3, 1) } },
  ])("are refused for $name, with its row", ({ change }) => {
    const result = windowsOf({ ...rows(750), ...change });
    expect(result).toMatchObject({ ok: false, error: { kind: "bad-row", row: 3 } });
    expect(!result.ok && result.error.message).toContain("row 4");
  });
});
