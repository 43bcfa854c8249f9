import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REGULAR_FREQUENCIES } from "./frequency.ts";
import {
  containingPeriod,
  dayNumber,
  firstDay,
  lastDay,
  ordinal,
  parsePeriod,
  periodAt,
  periodOfDay,
  shiftPeriod,
} from "./period.ts";

const frequency = fc.constantFrom(...REGULAR_FREQUENCIES);
/** A period of any frequency between 1800 and 2200. */
const period = fc
  .record({
    frequency,
    day: fc.date({ min: new Date("1800-01-01"), max: new Date("2200-01-01"), noInvalidDate: true }),
  })
  .map((drawn) => periodOfDay(drawn.day.toISOString().slice(0, 10), drawn.frequency));

describe("the calendar decides what is a period", () => {
  test.each([
    ["2024", "A"],
    ["2024-H2", "H"],
    ["2024-Q4", "Q"],
    ["2024-12", "M"],
    ["2024-W52", "W"],
    ["2020-W53", "W"],
    ["2024-02-29", "D"],
    ["2000-02-29", "D"],
    ["1000", "A"],
  ])("%s is one", (text, expected) => {
    expect(parsePeriod(text)?.frequency).toBe(expected);
  });

  test.each([
    ["a year without 29 February", "2023-02-29"],
    ["a century that is no leap year", "1900-02-29"],
    ["a thirteenth month", "2024-13"],
    ["a month nought", "2024-00"],
    ["a day nought", "2024-01-00"],
    ["a fifth quarter", "2024-Q5"],
    ["a third half", "2024-H3"],
    ["a week 53 in a year of 52", "2024-W53"],
    ["a week nought", "2024-W00"],
    ["a year before 1000", "0999"],
    ["a small letter", "2024-q1"],
    ["a bare text", "last year"],
    ["an empty text", ""],
  ])("%s is none: %s", (_, text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});

// ISO 8601: week 1 holds 4 January, weeks begin on Monday.
test.each([
  { week: "2020-W53", first: "2020-12-28", last: "2021-01-03" },
  { week: "2021-W01", first: "2021-01-04", last: "2021-01-10" },
  { week: "2026-W01", first: "2025-12-29", last: "2026-01-04" },
  { week: "1970-W01", first: "1969-12-29", last: "1970-01-04" },
])("the ISO week $week runs from $first to $last", ({ week, first, last }) => {
  expect([firstDay(week), lastDay(week)]).toEqual([first, last]);
  expect(periodOfDay(last, "W")).toBe(week);
});

test.each([
  ["2024", "2024-01-01", "2024-12-31"],
  ["2024-H1", "2024-01-01", "2024-06-30"],
  ["2024-H2", "2024-07-01", "2024-12-31"],
  ["2024-Q1", "2024-01-01", "2024-03-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["1900-02", "1900-02-01", "1900-02-28"],
  ["2024-10-02", "2024-10-02", "2024-10-02"],
])("%s runs from %s to %s", (text, first, last) => {
  expect([firstDay(text), lastDay(text)]).toEqual([first, last]);
});

test("days are counted from 1970-01-01", () => {
  expect([dayNumber("1970-01-01"), dayNumber("1970"), dayNumber("1970-02"), dayNumber("1969-12-31")]).toEqual(
    [0, 0, 31, -1],
  );
});

test.each([
  ["2024-10-02", "W", "2024-W40"],
  ["2024-10-02", "M", "2024-10"],
  ["2024-10-02", "Q", "2024-Q4"],
  ["2024-10-02", "H", "2024-H2"],
  ["2024-10-02", "A", "2024"],
  ["2024-Q3", "H", "2024-H2"],
] as const)("the first day of %s lies in the %s period %s", (text, coarser, expected) => {
  expect(containingPeriod(text, coarser)).toBe(expected);
});

test("a period of another frequency has no ordinal and is called a broken promise", () => {
  expect(() => ordinal("2024-Q1", "M")).toThrow("2024-Q1 is a M period");
});

describe("laws of ordinals", () => {
  test("the period at a period's ordinal is that period", () => {
    fc.assert(
      fc.property(period, (text) => {
        const parsed = parsePeriod(text);
        expect(parsed && periodAt(parsed.frequency, parsed.ordinal)).toBe(text);
      }),
    );
  });

  test("the day after a period's last is the first of the next", () => {
    fc.assert(
      fc.property(period, (text) => {
        expect(dayNumber(lastDay(text)) + 1).toBe(dayNumber(firstDay(shiftPeriod(text, 1))));
      }),
    );
  });

  test("a period holds its own first and last day", () => {
    fc.assert(
      fc.property(period, (text) => {
        const own = parsePeriod(text)?.frequency ?? "A";
        expect([periodOfDay(firstDay(text), own), periodOfDay(lastDay(text), own)]).toEqual([text, text]);
      }),
    );
  });

  test("steps forth and back return", () => {
    fc.assert(
      fc.property(period, fc.integer({ min: -500, max: 500 }), (text, steps) => {
        expect(shiftPeriod(shiftPeriod(text, steps), -steps)).toBe(text);
      }),
    );
  });
});
