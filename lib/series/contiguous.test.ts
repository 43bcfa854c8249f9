import { expect, test } from "vitest";
import { contiguous } from "./contiguous.ts";
import type { Observation, Series } from "./series.ts";
import { aSeries } from "./testing.ts";

test("missing periods inside become null and the ends stay", () => {
  const filled = contiguous(withPeriods(aSeries({ from: "2023-Q4" }), ["2023-Q4", "2024-Q3"]));
  expect(filled.observations.map(({ period, value }) => [period, value])).toEqual([
    ["2023-Q4", 1],
    ["2024-Q1", null],
    ["2024-Q2", null],
    ["2024-Q3", 1],
  ]);
});

test("a daily series of weekdays steps over the weekend but shows a holiday", () => {
  const filled = contiguous(
    withPeriods(aSeries({ from: "2024-10-03" }), ["2024-10-03", "2024-10-07", "2024-10-09"]),
  );
  const periods = filled.observations.map(({ period }) => period);
  expect(periods).toEqual(["2024-10-03", "2024-10-04", "2024-10-07", "2024-10-08", "2024-10-09"]);
});

test("a daily series with a weekend value steps through every day", () => {
  const filled = contiguous(
    withPeriods(aSeries({ from: "2024-10-04" }), ["2024-10-04", "2024-10-06", "2024-10-08"]),
  );
  expect(filled.observations).toHaveLength(5);
});

test("dated points and an empty series come back unchanged", () => {
  const dated = withPeriods(aSeries({ frequency: "I" }), ["2019", "2024-10-02"]);
  expect(contiguous(dated)).toBe(dated);
  const empty = aSeries({ values: [] });
  expect(contiguous(empty)).toBe(empty);
});

function withPeriods(series: Series, periods: string[]): Series {
  const observations: Observation[] = periods.map((period) => ({ period, value: 1, status: "reported" }));
  return { ...series, observations };
}
