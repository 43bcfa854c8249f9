import { describe, expect, test } from "vitest";
import { type CriticalValues, criticalValues, LEVELS, STATISTICS } from "./critical-values.ts";
import { simulate } from "./simulation.ts";
import { fixture } from "./testing-reference.ts";

/** Quantiles by an independent simulation, with their standard errors. */
type Quantiles = Record<`q${90 | 95 | 99}` | `se${90 | 95 | 99}`, number>;
interface Table extends Record<(typeof STATISTICS)[number], Quantiles> {
  lag: number;
  drift: number;
  min_rows: number;
}
type Reference = Record<string, { n: number; rows: Table; obs: Table; rows_lag1?: Table }>;

const reference = fixture<Reference>("cv-monte-carlo");

/** Draws that keep the folder's tests short; the tolerance follows from them. */
const drawsOf: Readonly<Record<number, number>> = {
  30: 20_000,
  50: 20_000,
  100: 10_000,
  200: 3_000,
  400: 1_000,
  800: 600,
  1680: 200,
};

describe("critical values lie within four standard errors of an independent simulation", () => {
  const cases = Object.values(reference).flatMap(({ n, ...tables }) =>
    (["obs", "rows", "rows_lag1"] as const).flatMap((name) => {
      const table = tables[name];
      return table ? [{ n, name, table }] : [];
    }),
  );

  test.each(cases)("n = $n, $name", ({ n, table }) => {
    const { lag, drift } = table;
    const design = { kind: "random-walk", length: n, drift } as const;
    const shape = { minRows: table.min_rows, lag };
    const simulation = { design, shape, draws: drawsOf[n] ?? 0, seed: 20000310, withPaths: false };
    const numbers = simulate(simulation);
    for (const statistic of STATISTICS) {
      expectNear(criticalValues(simulation, numbers, statistic), table[statistic]);
    }
  });
});

function expectNear({ values, errors }: CriticalValues, expected: Quantiles): void {
  for (const level of LEVELS) {
    const tolerance = 4 * Math.hypot(errors[level], expected[`se${level}`]);
    expect(Math.abs(values[level] - expected[`q${level}`]), `${level} %`).toBeLessThan(tolerance);
  }
}
