import { describe, expect, test } from "vitest";
import { periodsBetween } from "../periods/alignment.ts";
import { aggregate, lastOfEach } from "./aggregate.ts";
import { contiguous } from "./contiguous.ts";
import type { Observation } from "./series.ts";
import { aSeries } from "./testing.ts";

// 2023-Q3 to 2024-Q4 = 1, 2, 3, 4, 5, 6.
const QUARTERS = contiguous(aSeries({ from: "2023-Q3", values: [1, 2, 3, 4, 5, 6] })).observations;

describe("a longer period needs all the periods inside it", () => {
  test.each([
    { method: "sum", expected: [["2024", 18]] },
    { method: "avg", expected: [["2024", 4.5]] },
  ] as const)("$method leaves out the year that starts half-way", ({ method, expected }) => {
    expect(pairs(aggregate(QUARTERS, "A", method))).toEqual(expected);
  });

  test("the last of the period needs only the last", () => {
    expect(pairs(aggregate(QUARTERS, "A", "eop"))).toEqual([
      ["2023", 2],
      ["2024", 6],
    ]);
  });

  test("a year in progress has no value, whatever the method", () => {
    for (const method of ["sum", "avg", "eop"] as const) {
      expect(pairs(aggregate(QUARTERS.slice(0, 5), "A", method)).some(([period]) => period === "2024")).toBe(
        false,
      );
    }
  });

  test("a missing quarter inside makes its year a gap between its neighbours", () => {
    const { observations } = aSeries({ from: "2022-Q1", values: [1, 1, 1, 1, 1, null, 1, 1, 2, 2, 2, 2] });
    expect(pairs(aggregate(observations, "A", "sum"))).toEqual([
      ["2022", 4],
      ["2023", null],
      ["2024", 8],
    ]);
  });

  test("quarters make half-years", () => {
    expect(pairs(aggregate(QUARTERS, "H", "sum"))).toEqual([
      ["2023-H2", 3],
      ["2024-H1", 7],
      ["2024-H2", 11],
    ]);
  });
});

describe("daily series have holidays", () => {
  const days = (from: string, to: string, closed: readonly string[] = []): readonly Observation[] =>
    contiguous({
      ...aSeries({ from }),
      observations: periodsBetween(from, to)
        .filter((day) => ![0, 6].includes(new Date(day).getUTCDay()) && !closed.includes(day))
        .map((period) => ({ period, value: Number(period.slice(8)), status: "reported" })),
    }).observations;

  // The New York exchange was closed from 11 to 14 September 2001.
  test("four closed days in September 2001 do not hide the month", () => {
    const september = days("2001-08-01", "2001-09-28", [
      "2001-09-11",
      "2001-09-12",
      "2001-09-13",
      "2001-09-14",
    ]);
    expect(pairs(aggregate(september, "M", "eop"))).toEqual([
      ["2001-08", 31],
      ["2001-09", 28],
    ]);
  });

  test("a month under way has no value", () => {
    expect(pairs(aggregate(days("2024-09-02", "2024-10-15"), "M", "eop"))).toEqual([["2024-09", 30]]);
  });

  // The Tokyo exchange was closed from Saturday 27 April to Monday 6 May 2019, ten days in a row.
  test.each([
    { name: "ten days in a row do not hide the quarter", closed: [], value: 28 },
    { name: "eleven days in a row do", closed: ["2019-05-07"], value: null },
  ])("$name", ({ closed, value }) => {
    const goldenWeek = ["2019-04-29", "2019-04-30", "2019-05-01", "2019-05-02", "2019-05-03", "2019-05-06"];
    const spring = days("2019-01-01", "2019-09-30", [...goldenWeek, ...closed]);
    expect(new Map(pairs(aggregate(spring, "Q", "eop"))).get("2019-Q2")).toBe(value);
  });

  // Friday 26 April 2019 is the last day before that closure, so April ends with four days without a value.
  test.each([
    { name: "four days without a value at its end do not hide the month", closed: [], value: 26 },
    { name: "five days at its end do", closed: ["2019-04-26"], value: null },
  ])("$name", ({ closed, value }) => {
    const spring = days("2019-03-01", "2019-05-31", ["2019-04-29", "2019-04-30", ...closed]);
    expect(new Map(pairs(aggregate(spring, "M", "eop"))).get("2019-04")).toBe(value);
  });

  // The weeks of September 2024 add up to 20, 55, 90 and 125, and the 30th is a Monday: 320 over 21 days.
  test("the mean is of the days there are", () => {
    expect(pairs(aggregate(days("2024-09-02", "2024-09-30"), "M", "avg"))).toEqual([["2024-09", 320 / 21]]);
  });
});

test("a longer period is as sure as the weakest inside", () => {
  const [first, ...rest] = QUARTERS.slice(2);
  const mixed = [{ ...(first as Observation), status: "claimed" as const }, ...rest];
  expect(aggregate(mixed, "A", "sum")[0]?.status).toBe("claimed");
  expect(aggregate(mixed, "A", "eop")[0]?.status).toBe("reported");
});

test("dated points give the last in each period and a gap where there is none", () => {
  const points = ["2023-11-20", "2024-02-15", "2024-03", "2024-10-02", "2025"].map((period, t) => ({
    period,
    value: t + 1,
    status: "reported" as const,
  }));
  expect(pairs(lastOfEach(points, "Q"))).toEqual([
    ["2023-Q4", 1],
    ["2024-Q1", 3],
    ["2024-Q2", null],
    ["2024-Q3", null],
    ["2024-Q4", 4],
  ]);
});

function pairs(observations: readonly Observation[]): [string, number | null][] {
  return observations.map(({ period, value }) => [period, value]);
}
