import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NORMALISATIONS, type NormalisationChoice, normalise, SAMPLES } from "./normalise.ts";
import { granted, REFERENCE } from "./testing.ts";

const { values, sign, normalised } = REFERENCE;

describe("the reference's normalised values come out", () => {
  test.each([
    { method: "percentile", sample: "expanding", expected: normalised.percentile_expanding },
    { method: "percentile", sample: "full", expected: normalised.percentile_full },
    { method: "minmax", sample: "full", expected: normalised.minmax_full },
    { method: "zphi", sample: "full", expected: normalised.zphi_full },
  ] as const)("by $method over the $sample sample", ({ method, sample, expected }) => {
    for (const [indicator, direction] of sign.entries()) {
      const results = normalise(
        values.map((row) => row[indicator] ?? null),
        { method, sample, direction: direction === 1 ? "higher" : "lower" },
      );
      for (const [t, result] of results.entries()) {
        const want = expected[t]?.[indicator] ?? null;
        if (want === null) expect(result).toMatchObject({ ok: false, error: { kind: "missing" } });
        else expect(Math.abs(granted(result).value - want)).toBeLessThan(1e-9);
      }
    }
  });
});

// 2, 4, 8: ranges so far are none, 2 and 6. zphi of 4 among 2 and 4 is Phi(1/sqrt 2) = 0.7602499389.
describe("an expanding sample", () => {
  const places = (method: "minmax" | "zphi") =>
    normalise([2, null, 4, 8], { method, direction: "higher", sample: "expanding" });

  test("places a value among those known by then", () => {
    expect(places("minmax").slice(2)).toEqual([
      { ok: true, value: { value: 100, sampleSize: 2 } },
      { ok: true, value: { value: 100, sampleSize: 3 } },
    ]);
    const second = places("zphi")[2];
    expect(second).toMatchObject({ ok: true, value: { sampleSize: 2 } });
    expect(second?.ok && second.value.value).toBeCloseTo(76.02499389, 8);
  });

  test("of one value has no range and no spread, and says so", () => {
    for (const method of ["minmax", "zphi"] as const) {
      expect(places(method)[0]).toEqual({
        ok: false,
        error: {
          kind: "too-few",
          sampleSize: 1,
          message: `${method} needs at least 2 values, and 1 is known`,
        },
      });
    }
  });
});

test.each(["minmax", "zphi"] as const)("%s of equal values is refused, not 0 or 50", (method) => {
  for (const sample of SAMPLES) {
    const last = normalise([7, 7, 7], { method, sample, direction: "lower" }).at(-1);
    expect(last).toMatchObject({ ok: false, error: { kind: "no-spread", sampleSize: 3 } });
  }
});

describe("laws of normalising", () => {
  const anyValues = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), {
    maxLength: 30,
  });
  const choices = fc.record({
    method: fc.constantFrom(...NORMALISATIONS),
    direction: fc.constantFrom("higher", "lower"),
    sample: fc.constantFrom(...SAMPLES),
  } satisfies { [Key in keyof NormalisationChoice]: fc.Arbitrary<NormalisationChoice[Key]> });

  test("a place is from 0 to 100, or refused with a reason", () => {
    fc.assert(
      fc.property(anyValues, choices, (history, choice) => {
        for (const result of normalise(history, choice)) {
          if (!result.ok) expect(result.error.message).not.toContain("NaN");
          else {
            expect(result.value.value).toBeGreaterThanOrEqual(0);
            expect(result.value.value).toBeLessThanOrEqual(100);
          }
        }
      }),
    );
  });

  test("an expanding sample never looks ahead", () => {
    fc.assert(
      fc.property(anyValues, choices, fc.nat(30), (history, choice, length) => {
        const expanding = { ...choice, sample: "expanding" } as const;
        const early = history.slice(0, length);
        expect(normalise(history, expanding).slice(0, early.length)).toEqual(normalise(early, expanding));
      }),
    );
  });

  test("a larger value is never placed lower, and lower where low is bubble-like", () => {
    const modest = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(modest, choices, (history, choice) => {
        const results = normalise(history, { ...choice, sample: "full" });
        const up = choice.direction === "higher" ? 1 : -1;
        const placed = results.map((result, t) => ({ x: (history[t] ?? 0) * up, result }));
        for (const [t, { x, result }] of placed.toSorted((a, b) => a.x - b.x).entries()) {
          const before = placed.toSorted((a, b) => a.x - b.x)[t - 1];
          if (!before?.result.ok || !result.ok) continue;
          expect(result.value.value).toBeGreaterThanOrEqual(before.result.value.value);
          expect(x === before.x).toBe(result.value.value === before.result.value.value);
        }
      }),
    );
  });
});
