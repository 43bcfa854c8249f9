import { describe, expect, test } from "vitest";
import { coarserPeriod, isWeekend, periodsBetween, periodsInside, yearsBetween } from "./alignment.ts";
import { isCoarser, REGULAR_FREQUENCIES } from "./frequency.ts";
import { parsePeriod } from "./period.ts";

test("periods between two are all of them, ends included, across the turn of the year", () => {
  expect(periodsBetween("2023-Q3", "2024-Q2")).toEqual(["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"]);
  expect(periodsBetween("2024-02-28", "2024-03-01")).toEqual(["2024-02-28", "2024-02-29", "2024-03-01"]);
  expect(periodsBetween("2024", "2023")).toEqual([]);
});

test("two frequencies have no periods between them", () => {
  expect(() => periodsBetween("2024", "2024-Q1")).toThrow("2024 and 2024-Q1 have one frequency");
});

describe("which periods count towards a longer one", () => {
  test.each([
    ["2024-Q2", "M", ["2024-04", "2024-05", "2024-06"]],
    ["2024-H2", "Q", ["2024-Q3", "2024-Q4"]],
    ["2024", "H", ["2024-H1", "2024-H2"]],
    ["2024-Q2", "Q", ["2024-Q2"]],
  ] as const)("%s holds by %s: %s", (period, frequency, inside) => {
    expect(periodsInside(period, frequency)).toEqual(inside);
  });

  test("every finer period counts towards the longer one that lists it", () => {
    for (const longer of ["1999", "2000-H2", "2024-Q1", "2024-02", "2020-W53"]) {
      for (const frequency of REGULAR_FREQUENCIES) {
        const own = parsePeriod(longer)?.frequency ?? "A";
        if (!isCoarser(own, frequency)) continue;
        for (const inner of periodsInside(longer, frequency)) expect(coarserPeriod(inner, own)).toBe(longer);
      }
    }
  });

  test("a leap February holds 29 days", () => {
    expect(periodsInside("2024-02", "D")).toHaveLength(29);
  });

  // 2020-W53 runs from 28 December to 3 January: its Thursday is 31 December.
  test("a week counts where its Thursday lies, so that a long ISO year has 53", () => {
    expect(coarserPeriod("2020-W53", "A")).toBe("2020");
    expect(coarserPeriod("2026-W01", "M")).toBe("2026-01");
    expect(periodsInside("2020", "W")).toHaveLength(53);
    expect(periodsInside("2021", "W")).toHaveLength(52);
  });
});

test("Saturdays and Sundays are weekends, before 1970 too", () => {
  const days = ["2024-10-04", "2024-10-05", "2024-10-06", "2024-10-07", "1929-10-26", "1929-10-28"];
  expect(days.map(isWeekend)).toEqual([false, true, true, false, true, false]);
});

test.each([
  { from: "1995-08", to: "2022-11", years: 27.25 },
  // Two leap days lie between the first pair and three between the second.
  { from: "2014", to: "2024", years: 10 },
  { from: "1995", to: "2005", years: 10 },
  { from: "2014-02-28", to: "2024-02-28", years: 10 },
  { from: "2024-10-02", to: "1999", years: -(25 * 12 + 9 + 1 / 31) / 12 },
])("from $from to $to are $years years by the calendar", ({ from, to, years }) => {
  expect(yearsBetween(from, to)).toBe(years);
});
