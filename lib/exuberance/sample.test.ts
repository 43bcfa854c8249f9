import { describe, expect, test } from "vitest";
import { type DatedValue, logarithms, readSample } from "./sample.ts";
import { aDatedSeries, aSample } from "./testing.ts";

const twenty = Array.from({ length: 20 }, (_, t) => 10 + Math.sin(t));

describe("what is no sample", () => {
  test.each<{ name: string; series: DatedValue[]; error: object }>([
    {
      name: "a period that the calendar does not hold",
      series: replaced(3, { period: "1990-13", value: 1 }),
      error: { kind: "unknown-period", period: "1990-13" },
    },
    {
      name: "a quarter among months",
      series: replaced(3, { period: "1990-Q2", value: 1 }),
      error: { kind: "mixed-frequency", period: "1990-Q2", frequency: "Q", expected: "M" },
    },
    {
      name: "a period twice",
      series: replaced(3, { period: "1990-03", value: 1 }),
      error: { kind: "out-of-order", period: "1990-03", after: "1990-03" },
    },
    {
      name: "periods that run backwards",
      series: aDatedSeries(twenty).reverse(),
      error: { kind: "out-of-order", period: "1991-07", after: "1991-08" },
    },
    {
      name: "a missing value inside",
      series: replaced(3, { period: "1990-04", value: null }),
      error: { kind: "gap", period: "1990-04", frequency: "M" },
    },
    {
      name: "a missing period inside, named by the one after it",
      series: aDatedSeries(twenty).filter((_, t) => t !== 3),
      error: { kind: "gap", period: "1990-05", frequency: "M" },
    },
    {
      name: "a value that is not a number",
      series: replaced(0, { period: "1990-01", value: Number.NaN }),
      error: { kind: "not-finite", period: "1990-01", value: "NaN" },
    },
    {
      name: "an infinite value",
      series: replaced(5, { period: "1990-06", value: Number.POSITIVE_INFINITY }),
      error: { kind: "not-finite", period: "1990-06", value: "Infinity" },
    },
    {
      name: "nineteen observations",
      series: aDatedSeries(twenty).slice(1),
      error: { kind: "too-short", observations: 19, least: 20 },
    },
    { name: "none at all", series: [], error: { kind: "too-short", observations: 0, least: 20 } },
    {
      name: "only missing values",
      series: aDatedSeries(twenty.map(() => null)),
      error: { kind: "too-short", observations: 0, least: 20 },
    },
    {
      name: "a working day missing from working days",
      series: workingDays().filter(({ period }) => period !== "2024-01-10"),
      error: { kind: "gap", period: "2024-01-11", frequency: "D" },
    },
    {
      name: "a step as long as a weekend in the middle of a week",
      series: workingDays().filter(({ period }) => period !== "2024-01-09" && period !== "2024-01-10"),
      error: { kind: "gap", period: "2024-01-11", frequency: "D" },
    },
  ])("$name", ({ series, error }) => {
    expect(readSample(series)).toEqual({ ok: false, error });
  });
});

test("missing values before the first and after the last known one are left off", () => {
  const sample = readSample(aDatedSeries([null, null, ...twenty, null]));
  expect(sample).toMatchObject({ ok: true, value: { frequency: "M" } });
  expect(sample.ok && [sample.value.periods[0], sample.value.periods.at(-1)]).toEqual(["1990-03", "1991-10"]);
  expect(sample.ok && [...sample.value.values]).toEqual(twenty);
});

test("working days step over the weekend", () => {
  expect(readSample(workingDays())).toMatchObject({ ok: true, value: { frequency: "D" } });
});

test("the logarithm of a value that is not positive is refused, with the value and its period", () => {
  const zero = aSample(twenty.with(7, 0));
  expect(logarithms(zero)).toEqual({
    ok: false,
    error: { kind: "not-positive", period: "1990-08", value: 0 },
  });
  const positive = logarithms(aSample(twenty.with(0, Math.E)));
  expect(positive.ok && positive.value.values[0]).toBe(1);
});

function replaced(at: number, by: DatedValue): DatedValue[] {
  return aDatedSeries(twenty).with(at, by);
}

/** Mondays to Fridays of six weeks from Monday 2024-01-01. */
function workingDays(): DatedValue[] {
  return aDatedSeries(
    Array.from({ length: 40 }, (_, t) => t + Math.sin(t)),
    "2024-01-01",
  ).filter((_, t) => t % 7 < 5);
}
