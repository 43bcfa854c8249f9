import { describe, expect, test } from "vitest";
import { sfc32 } from "./sfc32.ts";
import { splitMix64 } from "./split-mix.ts";
import { randomStream } from "./stream.ts";

const DRAWS = 200_000;

// The first ten numbers of sfc32 from the state (0, 12345, 0, 1), as the Go package maloquacious/prng has them.
test("sfc32 gives its published numbers", () => {
  const bits = sfc32(0, 12345, 0, 1);
  expect(Array.from({ length: 10 }, bits)).toEqual([
    235160590, 2967261163, 116171463, 2882324903, 362604721, 4227106926, 1933307004, 1608300071, 2256615412,
    2701957640,
  ]);
});

// The five numbers for the seed 1234567 that Rosetta Code prints ("Pseudo-random numbers/Splitmix64").
test("splitmix64 gives its published numbers", () => {
  expect(Array.from({ length: 5 }, splitMix64(1234567n))).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
    16408922859458223821n,
  ]);
});

describe("a stream", () => {
  test("is the same for the same seed and number, and another for any other", () => {
    const firstOf = (seed: number, number: number) => randomStream(seed, number).uniform();
    expect(firstOf(7, 3)).toBe(firstOf(7, 3));
    const firsts = [0, 1, 2].flatMap((seed) => [0, 1, 2].map((number) => firstOf(seed, number)));
    expect(new Set(firsts).size).toBe(9);
  });

  // Mean 1/2 and variance 1/12, within four standard errors; neighbours correlate as chance allows.
  test("is uniform on the open interval from 0 to 1, each number independent of the last", () => {
    const numbers = drawn(randomStream(1).uniform);
    expect(numbers.every((number) => number > 0 && number < 1)).toBe(true);
    near(meanOf(numbers), 1 / 2, Math.sqrt(1 / 12));
    near(meanOf(numbers.map((u) => (u - 1 / 2) ** 2)), 1 / 12, Math.sqrt(1 / 180));
    near(meanOf(numbers.slice(1).map((u, t) => (u - 1 / 2) * ((numbers[t] ?? 0) - 1 / 2))), 0, 1 / 12);
  });

  test("draws each whole number below a bound as often as any other", () => {
    const { below } = randomStream(2);
    const numbers = drawn(() => below(3));
    for (const value of [0, 1, 2]) {
      near(meanOf(numbers.map((number) => (number === value ? 1 : 0))), 1 / 3, Math.sqrt(2 / 9));
    }
  });

  test("tosses signs that are even and independent within a word and across words", () => {
    const signs = drawn(randomStream(6).sign);
    expect(new Set(signs)).toEqual(new Set([1, -1]));
    near(meanOf(signs), 0, 1);
    for (const apart of [1, 31, 32]) {
      near(meanOf(signs.slice(apart).map((sign, t) => sign * (signs[t] ?? 0))), 0, 1);
    }
  });

  // Moments 0, 1, 0, 3 of the standard normal; the spread of z, z^2, z^3, z^4 is 1, 2, 15, 96.
  test.each([
    { power: 1, moment: 0, variance: 1 },
    { power: 2, moment: 1, variance: 2 },
    { power: 3, moment: 0, variance: 15 },
    { power: 4, moment: 3, variance: 96 },
  ])("has normals whose moment $power is $moment", ({ power, moment, variance }) => {
    near(meanOf(drawn(randomStream(3).normal).map((z) => z ** power)), moment, Math.sqrt(variance));
  });

  // A gamma variate of shape a and scale 1 has mean a, variance a, and fourth central moment 3a^2 + 6a.
  test.each([{ shape: 0.2 }, { shape: 1 }, { shape: 4.5 }])("has gammas of shape $shape", ({ shape }) => {
    const { logGamma } = randomStream(4);
    const variates = drawn(() => Math.exp(logGamma(shape)));
    near(meanOf(variates), shape, Math.sqrt(shape));
    near(meanOf(variates.map((g) => (g - shape) ** 2)), shape, Math.sqrt(2 * shape ** 2 + 6 * shape));
  });

  // The logarithm of a gamma variate of shape a has the mean digamma(a): -1000.5755719 at 0.001 (Abramowitz
  // and Stegun 6.3: digamma(a) = -1/a - 0.5772156649 + 1.6449340668 a), and the variance trigamma(a), near 1/a^2.
  test("has finite logarithms of gammas too small to be written", () => {
    const { logGamma } = randomStream(5);
    const logs = drawn(() => logGamma(0.001));
    expect(Math.exp(Math.min(...logs.slice(0, 1000)))).toBe(0);
    expect(logs.every(Number.isFinite)).toBe(true);
    near(meanOf(logs), -1000.5755719, 1001);
  });
});

function drawn(draw: () => number): number[] {
  return Array.from({ length: DRAWS }, draw);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Within four standard errors of the expected mean of what has this standard deviation. */
function near(mean: number, expected: number, deviation: number): void {
  expect(Math.abs(mean - expected)).toBeLessThan((4 * deviation) / Math.sqrt(DRAWS));
}
