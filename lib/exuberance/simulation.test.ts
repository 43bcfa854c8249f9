import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomStream } from "../random/stream.ts";
import { hlstBootstrap, phillipsShiBootstrap, psyNull } from "./bootstrap.ts";
import { recursiveAdf } from "./recursion.ts";
import { gather, replicationWidth, runReplications, type Simulation, simulate } from "./simulation.ts";
import { type Design, drawSeries, lengthOf } from "./simulation-design.ts";
import { referenceSeries } from "./testing-reference.ts";

const y = referenceSeries("rw_50");
const shape = { minRows: 11, lag: 1 };
const designs: readonly Design[] = [
  psyNull(50),
  hlstBootstrap(y),
  hlstBootstrap(y, "gaussian"),
  phillipsShiBootstrap(y, shape, 20),
];

describe("replications", () => {
  test("give the same bits however they are split, and in whatever order the parts arrive", () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.constantFrom(...designs),
        cuts,
        fc.boolean(),
        fc.nat(),
        (design, at, withPaths, seed) => {
          const simulation = { design, shape, draws: 40, seed, withPaths };
          const bounds = [...new Set([0, ...at, 40])].sort((a, b) => a - b);
          const chunks = bounds.slice(1).map((to, i) => chunkOf(simulation, bounds[i] as number, to));
          expect(gather(simulation, chunks.reverse())).toEqual(simulate(simulation));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("are the statistics of the series drawn, one by one", () => {
    for (const design of designs) {
      const simulation = { design, shape, draws: 3, seed: 5, withPaths: true };
      const numbers = simulate(simulation);
      const width = replicationWidth(simulation);
      for (let b = 0; b < 3; b += 1) {
        const series = new Float64Array(lengthOf(design));
        drawSeries(design, randomStream(5, b), series);
        const { adf, sadf, gsadf, badf, bsadf } = recursiveAdf(series, shape);
        const running = badf.map((_, i) => Math.max(...badf.slice(0, i + 1)));
        const expected = [adf, sadf, gsadf, ...bsadf, ...running];
        expect(expected.length).toBe(width);
        for (const [i, value] of expected.entries()) expect(numbers[b * width + i]).toBeCloseTo(value, 10);
      }
    }
  });

  test("differ from seed to seed and among themselves", () => {
    const simulation = { design: psyNull(50), shape, draws: 50, seed: 1, withPaths: false };
    const all = [...simulate(simulation), ...simulate({ ...simulation, seed: 2 })];
    expect(new Set(all.filter((_, i) => i % 3 === 2)).size).toBe(100);
  });

  test("a part that is missing or comes twice is no simulation", () => {
    const simulation = { design: psyNull(50), shape, draws: 10, seed: 1, withPaths: false };
    const [first, second] = [chunkOf(simulation, 0, 5), chunkOf(simulation, 5, 10)];
    expect(() => gather(simulation, [second])).toThrow("replication 0 comes once");
    expect(() => gather(simulation, [first, first, second])).toThrow("replication 5 comes once, before 0");
    expect(() => gather(simulation, [first])).toThrow("10 replications, not 5");
    expect(() => runReplications(simulation, 5, 11, new Float64Array(18))).toThrow(
      "replications 5 to 11 of 10",
    );
  });
});

describe("series drawn", () => {
  const random = () => randomStream(9, 4);

  test("of a random walk are drift and normal shocks, summed", () => {
    const series = drawn({ kind: "random-walk", length: 3, drift: 0.5 });
    const shocks = random();
    const [a, b, c] = [shocks.normal() + 0.5, shocks.normal() + 0.5, shocks.normal() + 0.5];
    expect(series).toEqual([a, a + b, a + b + c]);
  });

  test("of the HLST bootstrap keep the size and order of every difference", () => {
    const steps = drawn(hlstBootstrap(Float64Array.from([8, 9, 7, 10]))).map((level, t, all) =>
      t === 0 ? level : level - (all[t - 1] as number),
    );
    // The sample is scaled by a power of two: its differences 1, -2, 3 become eighths.
    expect(steps.map((step) => Math.abs(8 * step))).toEqual([0, 1, 2, 3]);
    const signs = random();
    expect(steps.slice(1).map(Math.sign)).toEqual([1, -1, 1].map((sign) => sign * signs.sign()));
  });

  test("of the Phillips-Shi bootstrap begin with the sample's differences and go on by its autoregression", () => {
    const residuals = Float64Array.from([1, -2, 4]);
    const series = drawn({
      kind: "phillips-shi",
      length: 5,
      residuals,
      coefficients: Float64Array.from([0.5, -0.25]),
      firstDifferences: Float64Array.from([3, 1]),
    });
    const shocks = random();
    const shock = () => shocks.normal() * (residuals[shocks.below(3)] as number);
    const third = 0.5 * 1 - 0.25 * 3 + shock();
    const fourth = 0.5 * third - 0.25 * 1 + shock();
    const expected = [0, 3, 4, 4 + third, 4 + third + fourth];
    for (const [t, value] of expected.entries()) expect(series[t]).toBeCloseTo(value, 12);
  });

  function drawn(design: Design): number[] {
    const series = new Float64Array(lengthOf(design));
    drawSeries(design, random(), series);
    return [...series];
  }
});

function chunkOf(simulation: Simulation, from: number, to: number) {
  const numbers = new Float64Array((to - from) * replicationWidth(simulation));
  runReplications(simulation, from, to, numbers);
  return { from, numbers };
}
