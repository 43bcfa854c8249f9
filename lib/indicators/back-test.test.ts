import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aRecord, DOTCOM, MONTHLY_INDEX } from "../figures/testing.ts";
import { US_CONTEXT } from "../formula/index.ts";
import { granted } from "../gauge/testing.ts";
import { shiftPeriod } from "../periods/period.ts";
import type { SeriesRecord } from "../series/record.ts";
import { backTest, placeThen } from "./back-test.ts";
import { definitionOf } from "./composite.ts";
import { courseThen } from "./course-then.ts";
import type { Indicator } from "./indicator.ts";
import { anIndicator } from "./testing.ts";

const UNTIL = "2003-12-31";

/** A monthly series from January 1989 on. */
function monthly(code: string, values: readonly number[], start = "1989-01"): SeriesRecord {
  const dated = values.map((value, at) => [shiftPeriod(start, at), value] as const);
  return aRecord(code, Object.fromEntries(dated), { type: MONTHLY_INDEX });
}

function coursesOf(indicators: readonly Indicator[], records: readonly SeriesRecord[]) {
  const byCode = new Map(records.map((record) => [record.series.code, record]));
  const context = { records: byCode, formula: US_CONTEXT, run: DOTCOM, until: UNTIL };
  return indicators.map((indicator) => granted(courseThen(indicator, context)));
}

function placeOf(values: readonly number[], day: string, change: Partial<Indicator> = {}) {
  const indicator = anIndicator({ now: "SERIES_M", then: "SERIES_M", ...change });
  const [course] = coursesOf([indicator], [monthly("SERIES_M", values)]);
  if (!course) expect.fail("there is a course");
  return placeThen(day, course);
}

describe("an input is placed among its own past", () => {
  // The newest of eleven values is 4; below it are 1, 2 and 3, and one other is equal: (3 + 2/2) / 11.
  const eleven = [1, 2, 3, 4, 9, 9, 9, 9, 9, 9, 4];

  test.each([
    { name: "by the mid-rank percentile", values: eleven, direction: "higher", place: (100 * 4) / 11 },
    // Where low is bubble-like, the six nines lie below it: (6 + 2/2) / 11.
    {
      name: "with the sign turned where low is bubble-like",
      values: eleven,
      direction: "lower",
      place: (100 * 7) / 11,
    },
    {
      name: "with what came after left out",
      values: [...eleven, 1, 1, 1],
      direction: "higher",
      place: (100 * 4) / 11,
    },
  ] as const)("$name", ({ values, direction, place }) => {
    // The eleventh month is November 1989.
    const placed = placeOf(values, "1989-11-30", { direction });
    expect(placed.ok && placed.value).toBeCloseTo(place, 10);
  });

  test("from ten earlier values on, and says how many it had before", () => {
    expect(placeOf(eleven, "1989-10-31")).toEqual({
      ok: false,
      error: "it had 9 earlier values; it needs 10",
    });
  });

  test("while its newest value counts, which a monthly one does for 62 days", () => {
    expect(placeOf(eleven, "1990-01-31").ok).toBe(true);
    expect(placeOf(eleven, "1990-02-28").ok).toBe(false);
  });
});

describe("the month by month", () => {
  const INDICATORS = (["venture", "build-out", "markets", "listings"] as const).map((pillar, at) =>
    anIndicator({ name: pillar, pillar, now: `SERIES${at}_M`, then: `SERIES${at}_M` }),
  );
  const definition = granted(definitionOf(INDICATORS));
  const span = { from: "1990-01", to: "1990-03" };
  const run = (records: readonly SeriesRecord[], to = span.to) => [
    ...backTest(coursesOf(INDICATORS, records), definition, { ...span, to }),
  ];

  // Rising series stand at (n - 1/2) / n, falling ones at (1/2) / n; January 1990 is the 13th month of 1989-01.
  const rising = Array.from({ length: 15 }, (_, at) => at + 1);
  const falling = rising.toReversed();

  test("is the composite by its own rules where three of four pillars can be read", () => {
    const late = monthly("SERIES3_M", [1, 2, 3], "1990-01");
    const [january] = run([
      monthly("SERIES0_M", rising),
      monthly("SERIES1_M", rising),
      monthly("SERIES2_M", falling),
      late,
    ]);
    const mean = (100 * (12.5 + 12.5 + 0.5)) / 13 / 3;
    expect(january?.index).toBeCloseTo(mean, 10);
    expect(january?.ofPillars).toBeCloseTo(mean, 10);
    expect(Object.keys(january?.places ?? {})).toEqual(["venture", "build-out", "markets"]);
  });

  test("has no composite where two can be read, and the mean of those beside it", () => {
    const [january] = run([
      monthly("SERIES0_M", rising),
      monthly("SERIES1_M", [1], "1990-01"),
      monthly("SERIES2_M", falling),
      monthly("SERIES3_M", [1], "1990-01"),
    ]);
    expect(january?.index).toBeNull();
    expect(january?.ofPillars).toBeCloseTo((100 * (12.5 + 0.5)) / 13 / 2, 10);
    expect(january?.pillars.map(({ level }) => level === null)).toEqual([false, true, false, true]);
  });

  test("has neither where one can be read", () => {
    const one = ["SERIES1_M", "SERIES2_M", "SERIES3_M"].map((code) => monthly(code, [1], "1990-01"));
    expect(run([monthly("SERIES0_M", rising), ...one])).toMatchObject([
      { month: "1990-01", index: null, ofPillars: null },
      { month: "1990-02", index: null, ofPillars: null },
      { month: "1990-03", index: null, ofPillars: null },
    ]);
  });

  test("never changes by what became known later", () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 15, maxLength: 40 });
    fc.assert(
      fc.property(fc.tuple(values, values, values, values), (all) => {
        const whole = all.map((each, at) => monthly(`SERIES${at}_M`, each));
        // March 1990 is the fifteenth month: nothing after it is known in the second store.
        const cut = all.map((each, at) => monthly(`SERIES${at}_M`, each.slice(0, 15)));
        expect(run(whole, "1990-12").slice(0, 3)).toEqual(run(cut));
      }),
      { numRuns: 50 },
    );
  });
});
