import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aggregate } from "./aggregate.ts";
import { leaveOneOut } from "./leave-one-out.ts";
import { anIndex, FLAT_INDEX, granted, REFERENCE, readingsOf, referenceRow } from "./testing.ts";

test("the reference's indices without one indicator come out", () => {
  const { row, arithmetic, geometric } = REFERENCE.leave_one_out;
  const readings = referenceRow(REFERENCE.normalised.percentile_full, row);
  const whole = granted(aggregate(FLAT_INDEX, readings).index);
  const { without, largest, isOneIndicatorIndex } = leaveOneOut(FLAT_INDEX, readings);
  expect(without.map(({ id }) => id)).toEqual(REFERENCE.indicators);
  for (const { id, index, change } of without) {
    const name = id as keyof typeof arithmetic;
    const level = granted(index);
    expect(Math.abs(level.arithmetic - arithmetic[name])).toBeLessThan(1e-9);
    expect(Math.abs(level.geometric - geometric[name])).toBeLessThan(1e-9);
    expect(change).toBeCloseTo(arithmetic[name] - whole.arithmetic, 9);
  }
  // 67.4965 with it and 78.2764 without: 10.78 points.
  expect(largest?.id).toBe("credit_spread");
  expect(largest?.change).toBeCloseTo(10.7799, 4);
  expect(isOneIndicatorIndex).toBe(true);
});

describe("an index without one input", () => {
  // a: 40 and 60, b: 80. Without b the index is a alone, 50; with it 65.
  test("loses the pillar that held no other, and its coverage is of the rest", () => {
    const definition = anIndex([
      ["a", 1, [1, 1]],
      ["b", 1, [1]],
    ]);
    const { without, largest, isOneIndicatorIndex } = leaveOneOut(
      definition,
      readingsOf({ a0: 40, a1: 60, b0: 80 }),
    );
    expect(without.map(({ change }) => change)).toEqual([5, -5, -15]);
    expect([largest, isOneIndicatorIndex]).toEqual([{ id: "b0", change: -15 }, true]);
  });

  test("has no level where it is the only one, and that is no change of nought", () => {
    const { without, largest, isOneIndicatorIndex } = leaveOneOut(
      anIndex([["a", 1, [1]]]),
      readingsOf({ a0: 40 }),
    );
    expect(without).toMatchObject([{ id: "a0", index: { ok: false }, change: null }]);
    expect([largest, isOneIndicatorIndex]).toEqual([null, false]);
  });

  // 100 and nine of 0 at one weight: 10 with it, 0 without, a move of exactly 10.
  test("is no one-indicator index at a move of exactly 10", () => {
    const readings = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`a${i}`, i === 0 ? 100 : 0]));
    expect(
      leaveOneOut(anIndex([["a", 1, Array(10).fill(1)]]), readingsOf(readings)).isOneIndicatorIndex,
    ).toBe(false);
  });
});

// sum (1 - p_i) L_i = sum (E - p_i x_i) = (m - 1) E, with L_i the index without i and p_i its part.
test("in one pillar the indices without one, weighted by the rest, sum to the index m - 1 times", () => {
  const inputs = fc.array(
    fc.tuple(fc.double({ min: 0.5, max: 1, noNaN: true }), fc.double({ min: 0, max: 150, noNaN: true })),
    { minLength: 2, maxLength: 9 },
  );
  fc.assert(
    fc.property(inputs, (drawn) => {
      const definition = anIndex([["a", 1, drawn.map(([weight]) => weight)]]);
      const readings = readingsOf(Object.fromEntries(drawn.map(([, value], i) => [`a${i}`, value])));
      const total = drawn.reduce((sum, [weight]) => sum + weight, 0);
      const whole = granted(aggregate(definition, readings).index).arithmetic;
      const sum = leaveOneOut(definition, readings).without.reduce(
        (so, { index }, i) => so + (1 - (drawn[i]?.[0] ?? Number.NaN) / total) * granted(index).arithmetic,
        0,
      );
      expect(Math.abs(sum - (drawn.length - 1) * whole)).toBeLessThan(1e-9);
    }),
  );
});
