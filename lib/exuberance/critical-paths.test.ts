import { describe, expect, test } from "vitest";
import { psyNull } from "./bootstrap.ts";
import { criticalPaths } from "./critical-values.ts";
import { simulate } from "./simulation.ts";
import { fixture } from "./testing-reference.ts";

interface Table {
  min_rows: number;
  bsadf_pointwise_q: number[][];
  sadf_running_q: number[][];
}

const reference = fixture<Record<string, { obs: Table }>>("cv-monte-carlo");

describe("critical lines of BSADF at 95 % lie within 0.06 of an independent simulation at every end", () => {
  // The independent lines come from 20,000 draws; ours need more, so that the worst of all ends stays within.
  test.each([
    { n: 100, draws: 60_000 },
    { n: 200, draws: 30_000 },
  ])("n = $n", { timeout: 60_000 }, ({ n, draws }) => {
    const table = reference[n]?.obs as Table;
    const shape = { minRows: table.min_rows, lag: 0 };
    const simulation = { design: psyNull(n), shape, draws, seed: 20000310, withPaths: true };
    const lines = criticalPaths(simulation, simulate(simulation));
    expect(furthest(lines.pointwise[95], table.bsadf_pointwise_q)).toBeLessThan(0.06);
    expect(furthest(lines["sadf-running"][95], table.sadf_running_q)).toBeLessThan(0.06);
  });
});

test("lines of a simulation by hand: five draws of two ends", () => {
  // Each replication: ADF, SADF, GSADF, BSADF at both ends, the running maximum of BADF at both ends.
  const simulation = {
    design: psyNull(12),
    shape: { minRows: 10, lag: 0 },
    draws: 5,
    seed: 0,
    withPaths: true,
  };
  const draws = [1, 2, 3, 4, 5].map((b) => [0, 0, 0, b, 10 * b, -b, 100 * b]);
  const lines = criticalPaths(simulation, Float64Array.from(draws.flat()));
  // Type 7 at place 4 * 0.9 = 3.6: 4 + 0.6 * (5 - 4).
  expect([...lines.pointwise[90]]).toEqual([4.6, 46]);
  expect([...lines["sadf-running"][90]]).toEqual([-1.4, 460]);
});

function furthest(line: Float64Array, expected: readonly number[][]): number {
  expect(line.length).toBe(expected.length);
  return Math.max(
    ...expected.map((quantiles, i) => Math.abs((line[i] as number) - (quantiles[1] as number))),
  );
}
