import { describe, expect, test } from "vitest";
import { fitWindow, type WindowFit } from "./fit-window.ts";
import { PROFILES, searchBox } from "./profiles.ts";
import { granted, nasdaqWindow, REFERENCE } from "./testing.ts";
import { priceWindow } from "./windows.ts";

const PROFILE_NAMES = ["fs2013", "wide"] as const;
const LET_THROUGH = 1 + 1e-6;

type Expected = (typeof REFERENCE.fits)[number]["wide"];

const cases = REFERENCE.fits.flatMap((fit) =>
  PROFILE_NAMES.map((profile) => ({ ...fit, profile, expected: fit[profile] as Expected })),
);

describe("a fit reaches the global minimum of its box", () => {
  test.each(cases)("$t2, $n days, $profile", ({ t2, n, t2_num, profile, expected }) => {
    const fit = granted(fitWindow(nasdaqWindow(t2, n), PROFILES[profile]));
    expectFit(fit, expected, t2_num);
    const { damping, oscillations, max_rel_price_error: error } = expected;
    expect(fit.rows).toBe(n);
    if (isClear(expected)) {
      expect(Math.abs((fit.damping ?? Number.NaN) / damping - 1)).toBeLessThan(0.01);
      expect(Math.abs(fit.fullOscillations / oscillations - 1)).toBeLessThan(0.01);
      expect(Math.abs(fit.largestPriceError / error - 1)).toBeLessThan(0.01);
    }
  });

  test("of a window with two rivals within a thousandth, and names both", () => {
    const fit = granted(fitWindow(nasdaqWindow("2000-03-10", 500), PROFILES.fs2013));
    expect(fit.competitors.map(({ sseRatio }) => Number(sseRatio.toFixed(5)))).toEqual([1.00038, 1.0005]);
  });
});

describe("a known truth is found", () => {
  test.each(REFERENCE.synthetic)("of $n days with noise of $noise_sd", ({ t, y, noise_sd, ...rest }) => {
    const fit = granted(fitWindow(priceWindow(t, y.map(Math.exp)), PROFILES.fs2013));
    const end = t.at(-1) ?? Number.NaN;
    expect(fit.atBound).toEqual(rest.fit_fs2013.at_bound);
    if (noise_sd > 0) {
      expectFit(fit, rest.fit_fs2013 as Expected, end);
      return;
    }
    expect(fit.sse).toBeLessThanOrEqual(rest.fit_fs2013.sse * LET_THROUGH);
    expect(Math.abs(end + fit.shape.ahead - rest.true.tc)).toBeLessThan(0.001);
    expect(Math.abs(fit.shape.m - rest.true.m)).toBeLessThan(1e-5);
    expect(Math.abs(fit.shape.omega - rest.true.omega)).toBeLessThan(1e-4);
  });
});

describe("a fit", () => {
  const window = nasdaqWindow("1999-12-31", 250);

  test("is the same again, bit for bit", () => {
    expect(fitWindow(window, PROFILES.wide)).toEqual(fitWindow(window, PROFILES.wide));
  });

  test("does not depend on the unit of prices or the day the calendar counts from", () => {
    const { shape } = granted(fitWindow(window, PROFILES.wide));
    const days = Array.from(window.sample.ages, (age) => 700_000 - age);
    const prices = Array.from(window.sample.logPrices, (price) => 100 * Math.exp(price));
    const moved = granted(fitWindow(priceWindow(days, prices), PROFILES.wide)).shape;
    expect(Math.abs(moved.ahead / shape.ahead - 1)).toBeLessThan(1e-4);
    expect(Math.abs(moved.m - shape.m)).toBeLessThan(1e-4);
    expect(Math.abs(moved.omega - shape.omega)).toBeLessThan(1e-3);
  });

  test("stays in its box, with tc after the window's end", () => {
    const { shape, spanDays } = granted(fitWindow(window, PROFILES.wide));
    const box = searchBox(PROFILES.wide, spanDays);
    for (const name of ["ahead", "m", "omega"] as const) {
      expect(shape[name]).toBeGreaterThanOrEqual(box[name].low);
      expect(shape[name]).toBeLessThanOrEqual(box[name].high);
    }
  });

  test("of prices that do not move is refused", () => {
    const days = Array.from({ length: 125 }, (_, day) => day);
    expect(
      fitWindow(
        priceWindow(
          days,
          days.map(() => 42),
        ),
        PROFILES.wide,
      ),
    ).toEqual({
      ok: false,
      error: { kind: "no-variation", message: "the 125 prices of the window do not move" },
    });
  });
});

/** The pass rule of the reference; see the README beside it. */
function expectFit(fit: WindowFit, expected: Expected, endDay: number): void {
  expect(fit.sse).toBeLessThanOrEqual(expected.sse * LET_THROUGH);
  expect(fit.atBound.map((name) => (name === "ahead" ? "tc" : name))).toEqual(expected.at_bound);
  if (!isClear(expected)) return;
  expect(Math.abs(endDay + fit.shape.ahead - expected.tc)).toBeLessThan(0.5);
  expect(Math.abs(fit.shape.m - expected.m)).toBeLessThan(0.01);
  expect(Math.abs(fit.shape.omega - expected.omega)).toBeLessThan(0.05);
}

function isClear({ sse_ratios: ratios }: Expected): boolean {
  return (ratios[1] ?? Number.POSITIVE_INFINITY) > 1.01;
}
