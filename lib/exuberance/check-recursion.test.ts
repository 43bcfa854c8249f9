import { describe, expect, test } from "vitest";
import { checkedRecursion } from "./check-recursion.ts";
import { aSample } from "./testing.ts";
import { referenceSeries } from "./testing-reference.ts";

const shape = { minRows: 8, lag: 0 };
const wave = Array.from({ length: 40 }, (_, t) => Math.cos(t * t));

describe("what the tests would say nothing about", () => {
  test.each([
    {
      name: "a constant series",
      values: wave.map(() => 7),
      error: { kind: "no-variation", skipped: 528, windows: 528 },
    },
    {
      name: "an end date whose only window stands still",
      values: wave.map((value, t) => (t < 9 ? 2 : value)),
      // Of nine levels alike, two windows have eight rows and one has nine.
      error: { kind: "no-variation", skipped: 3 },
    },
    {
      // 20 rows of one level hold 13 + 12 + .. + 1 = 91 windows of 8 or more, and there are 32 * 33 / 2 = 528.
      name: "more than one window in twenty that stands still",
      values: wave.map((value, t) => (t >= 15 && t < 35 ? 2 : value)),
      error: { kind: "no-variation", skipped: 91, windows: 528 },
    },
    {
      name: "exactly exponential growth",
      values: wave.map((_, t) => 3 * 1.07 ** t),
      error: { kind: "deterministic", from: "1990-01", to: "1990-09" },
    },
    {
      name: "a straight line far from zero, whose differences are rounded",
      values: wave.map((_, t) => 1e6 + 0.1 * t),
      error: { kind: "deterministic", from: "1990-01", to: "1990-09" },
    },
    {
      name: "a straight stretch as long as the smallest window",
      values: wave.map((value, t) => (t >= 20 && t <= 29 ? t / 3 : value)),
      error: { kind: "deterministic", from: "1991-09", to: "1992-05" },
    },
  ])("$name", ({ values, error }) => {
    expect(checkedRecursion(aSample(values), shape)).toMatchObject({ ok: false, error });
  });

  test("two degrees of freedom in the smallest window, and a window past the sample", () => {
    const sample = aSample(wave);
    expect(checkedRecursion(sample, { minRows: 5, lag: 1 })).toEqual({
      ok: false,
      error: { kind: "small-window", rows: 5, lag: 1, degreesOfFreedom: 2, least: 3 },
    });
    expect(checkedRecursion(sample, { minRows: 6, lag: 1 }).ok).toBe(true);
    expect(checkedRecursion(sample, { minRows: 40, lag: 0 })).toEqual({
      ok: false,
      error: { kind: "large-window", observations: 40, needed: 41 },
    });
    expect(checkedRecursion(sample, { minRows: 39, lag: 0 }).ok).toBe(true);
  });
});

test.each(["rw_50", "blan_150", "offset1e6_100", "scaled1e-6_100", "annual_30", "hetero_200"])(
  "%s is tested, and every statistic is finite",
  (name) => {
    const result = checkedRecursion(aSample(referenceSeries(name)), shape);
    expect(result.ok && [...result.value.badf, ...result.value.bsadf].every(Number.isFinite)).toBe(true);
  },
);
