import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Aggregation, VariedInput } from "./choices.ts";
import { granted, REFERENCE, variedInput } from "./testing.ts";
import { dirichletMoments, simulateUncertainty } from "./uncertainty.ts";

const { dirichlet_flat: flat, dirichlet_centred_c12: centred, normalised, indicators, weights } = REFERENCE;

// 200,000 Dirichlet draws in plain Python of the reference; see the README beside the file.
describe("the reference's Dirichlet weights", () => {
  const row = normalised.percentile_full[flat.row]?.map((value) => value ?? Number.NaN) ?? [];
  const inputsOf = (parts: readonly number[]): VariedInput[] =>
    indicators.map((id, i) => variedInput(id, parts[i], { percentile: row[i] ?? null }));

  test.each([{ expected: flat }, { expected: centred }])(
    "have the exact moments $expected.alpha",
    ({ expected }) => {
      const { mean, variance } = dirichletMoments(row, expected.alpha);
      expect(Math.abs(mean - expected.arithmetic_mean_exact)).toBeLessThan(1e-9);
      expect(Math.abs(Math.sqrt(variance) - expected.arithmetic_sd_exact)).toBeLessThan(1e-9);
    },
  );

  test.each<{ name: string; parts: number[]; concentration: number; mean: Aggregation; quantiles: number[] }>(
    [
      {
        name: "flat, arithmetic",
        parts: [1, 1, 1, 1, 1, 1],
        concentration: 6,
        mean: "arithmetic",
        quantiles: flat.arithmetic_q05_25_50_75_95,
      },
      {
        name: "flat, geometric",
        parts: [1, 1, 1, 1, 1, 1],
        concentration: 6,
        mean: "geometric",
        quantiles: flat.geometric_q05_25_50_75_95,
      },
      {
        name: "around the weights, arithmetic",
        parts: weights,
        concentration: 12,
        mean: "arithmetic",
        quantiles: centred.arithmetic_q05_25_50_75_95,
      },
      {
        name: "around the weights, geometric",
        parts: weights,
        concentration: 12,
        mean: "geometric",
        quantiles: centred.geometric_q05_25_50_75_95,
      },
    ],
  )("give its quantiles: $name", ({ parts, concentration, mean, quantiles }) => {
    const { simulated } = granted(
      simulateUncertainty(inputsOf(parts), 60, {
        seed: 1,
        draws: 100_000,
        concentration,
        normalisations: ["percentile"],
        aggregations: [mean],
        exclusion: false,
      }),
    );
    const { band90, band50, median } = simulated;
    for (const [i, quantile] of [band90.low, band50.low, median, band50.high, band90.high].entries()) {
      expect(Math.abs(quantile - (quantiles[i] ?? Number.NaN))).toBeLessThan(0.3);
    }
  });
});

const THREE = [
  variedInput("a", 2, { percentile: 90, minmax: 70, zphi: 80 }),
  variedInput("b", 1, { percentile: 20, minmax: 40, zphi: null }),
  variedInput("c", 1, { percentile: 60, minmax: 50, zphi: 55 }),
];

describe("the band", () => {
  test("is the same for the same seed, bit for bit, and another for another", () => {
    const run = (seed: number) => simulateUncertainty(THREE, 65, { seed });
    expect(run(3)).toEqual(run(3));
    expect(granted(run(3)).simulated).not.toEqual(granted(run(4)).simulated);
  });

  test("is stretched to a point that the simulation leaves out, and says so", () => {
    const { band90, band50, simulated, isPointOutside } = granted(
      simulateUncertainty(THREE, 140, { seed: 1 }),
    );
    expect([band90.high, band50.high, isPointOutside]).toEqual([140, 140, true]);
    expect(simulated.band90.high).toBeLessThan(100);
    expect(band90.low).toBe(simulated.band90.low);
  });

  test("holds the point, and the middle half of the draws, whatever the inputs", () => {
    const place = fc.double({ min: 0, max: 100, noNaN: true });
    const input = fc.record({
      weight: fc.double({ min: 0.001, max: 10, noNaN: true }),
      percentile: place,
      minmax: place,
      zphi: fc.option(place),
    });
    fc.assert(
      fc.property(
        fc.array(input, { minLength: 3, maxLength: 8 }),
        fc.double({ min: 0, max: 150, noNaN: true }),
        (drawn, point) => {
          const inputs = drawn.map(({ weight, ...values }, i) => variedInput(`i${i}`, weight, values));
          const result = simulateUncertainty(inputs, point, { seed: 5 });
          if (!result.ok) {
            expect(inputs.filter(({ values }) => values.zphi !== null).length).toBeLessThan(2);
            return;
          }
          const { band90, band50, isPointOutside, simulated } = result.value;
          expect(band50.low).toBeLessThanOrEqual(point);
          expect(band50.high).toBeGreaterThanOrEqual(point);
          expect(band90.low).toBeLessThanOrEqual(band50.low);
          expect(band90.high).toBeGreaterThanOrEqual(band50.high);
          expect(isPointOutside).toBe(point < simulated.band90.low || point > simulated.band90.high);
        },
      ),
      { numRuns: 40 },
    );
  });

  // Each normalisation places all inputs alike, so an arithmetic index is 10, 20 or 90, a third of the draws each.
  test("draws each normalisation as often as another", () => {
    const alike = ["a", "b", "c"].map((id) => variedInput(id, 1, { percentile: 10, minmax: 20, zphi: 90 }));
    const { simulated } = granted(simulateUncertainty(alike, 50, { seed: 1, aggregations: ["arithmetic"] }));
    expect(simulated.band50.low).toBeCloseTo(10, 9);
    expect(simulated.median).toBeCloseTo(20, 9);
    expect(simulated.band50.high).toBeCloseTo(90, 9);
  });
});

// The two light inputs have Dirichlet parameters of 0.000003: their weights are mostly too small to be written.
test("a band is of numbers even where the input that carries the weight is dropped", () => {
  const uneven = [1e6, 1, 1].map((weight, i) =>
    variedInput(`i${i}`, weight, { percentile: 30 * i, minmax: 50, zphi: 9 }),
  );
  const { band90, simulated } = granted(simulateUncertainty(uneven, 30, { seed: 1 }));
  expect([band90.low, band90.high, simulated.median].every(Number.isFinite)).toBe(true);
});

describe("there is no band", () => {
  test("from fewer than 5,000 draws", () => {
    expect(simulateUncertainty(THREE, 65, { seed: 1, draws: 4_999 })).toEqual({
      ok: false,
      error: {
        kind: "too-few-draws",
        draws: 4_999,
        message: "4999 draws are too few; draw at least 5000",
      },
    });
  });

  test("from one input by one of the normalisations", () => {
    const [a, b] = THREE;
    expect(a && b && simulateUncertainty([a, b], 65, { seed: 1 })).toEqual({
      ok: false,
      error: {
        kind: "too-few-inputs",
        normalisation: "zphi",
        inputs: 1,
        message: "only 1 input has a place by zphi; varying the index needs 2",
      },
    });
  });
});
