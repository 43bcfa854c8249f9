import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "../periods/period.ts";
import { calendarTicks, clockTicks, linearScale, logScale, sinceOnset } from "./ticks.ts";

describe("linear axes", () => {
  test.each([
    { lowest: 0, highest: 0.81, domain: [0, 1], at: [0, 0.2, 0.4, 0.6, 0.8, 1] },
    { lowest: 6.6, highest: 44.2, domain: [0, 50], at: [0, 10, 20, 30, 40, 50] },
    { lowest: -12, highest: 34, domain: [-20, 40], at: [-20, -10, 0, 10, 20, 30, 40] },
    { lowest: 0, highest: 119e9, domain: [0, 120e9], at: [0, 20e9, 40e9, 60e9, 80e9, 100e9, 120e9] },
  ])("$lowest to $highest", ({ lowest, highest, domain, at }) => {
    expect(linearScale(lowest, highest)).toEqual({ domain, at });
  });

  test("cover their data with 4 to 8 ticks and end on the first and last tick", () => {
    const span = fc.double({ min: 1e-3, max: 1e13, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -1e13, max: 1e13, noNaN: true }), span, (lowest, size) => {
        fc.pre(size > Math.abs(lowest) * 1e-6);
        const { domain, at } = linearScale(lowest, lowest + size);
        expect(domain[0]).toBeLessThanOrEqual(lowest + size * 1e-6);
        expect(domain[1]).toBeGreaterThanOrEqual(lowest + size * (1 - 1e-6));
        expect(at.length).toBeGreaterThanOrEqual(4);
        expect(at.length).toBeLessThanOrEqual(8);
        expect([at[0], at.at(-1)]).toEqual([...domain]);
      }),
    );
  });
});

describe("log axes", () => {
  test.each([
    { lowest: 80, highest: 460, domain: [70, 500], at: [70, 100, 150, 200, 300, 500] },
    { lowest: 1.3e9, highest: 850e9, domain: [1e9, 1e12], at: [1e9, 3e9, 10e9, 30e9, 100e9, 300e9, 1e12] },
  ])("$lowest to $highest", ({ lowest, highest, domain, at }) => {
    expect(logScale(lowest, highest)).toEqual({ domain, at });
  });

  test("cover their data with 3 to 8 positive ticks", () => {
    const power = fc.double({ min: -3, max: 13, noNaN: true });
    fc.assert(
      fc.property(power, fc.double({ min: 0.3, max: 10, noNaN: true }), (from, decades) => {
        const { domain, at } = logScale(10 ** from, 10 ** (from + decades));
        expect(domain[0]).toBeLessThanOrEqual(10 ** from * 1.001);
        expect(domain[1]).toBeGreaterThanOrEqual(10 ** (from + decades) * 0.999);
        expect(at.length).toBeGreaterThanOrEqual(3);
        expect(at.length).toBeLessThanOrEqual(8);
        expect(Math.min(...at)).toBeGreaterThan(0);
      }),
    );
  });
});

describe("calendar axes", () => {
  test("over a quarter century tick every five years on 1 January", () => {
    const ticks = calendarTicks([dayNumber("1995"), dayNumber("2026-11-01")]);
    expect(ticks.map(({ text }) => text)).toEqual(["1995", "2000", "2005", "2010", "2015", "2020", "2025"]);
    expect(ticks[1]?.at).toBe(dayNumber("2000-01-01"));
  });

  test("over two years name the quarters", () => {
    const ticks = calendarTicks([dayNumber("2024-Q2"), dayNumber("2026-Q1")]);
    expect(ticks.map(({ text }) => text).slice(0, 4)).toEqual(["Q2 2024", "Q3 2024", "Q4 2024", "Q1 2025"]);
  });
});

describe("clock axes", () => {
  test("of months tick every twelve", () => {
    expect(clockTicks([-12, 84], "M").map(({ at, text }) => `${at} ${text}`)).toEqual([
      "-12 −1 year",
      "0 Onset",
      "12 1 year",
      "24 2 years",
      "36 3 years",
      "48 4 years",
      "60 5 years",
      "72 6 years",
      "84 7 years",
    ]);
  });

  test("of years tick every year", () => {
    expect(clockTicks([-1, 6], "A").map(({ text }) => text)).toEqual([
      "−1 year",
      "Onset",
      "1 year",
      "2 years",
      "3 years",
      "4 years",
      "5 years",
      "6 years",
    ]);
  });

  test("name years and months", () => {
    expect([47, -5, 24].map(sinceOnset)).toEqual(["3 years 11 months", "−5 months", "2 years"]);
  });
});
