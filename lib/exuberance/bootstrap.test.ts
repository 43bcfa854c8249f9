import { describe, expect, test } from "vitest";
import { hlstBootstrap, phillipsShiBootstrap } from "./bootstrap.ts";
import { criticalValues, LEVELS, STATISTICS } from "./critical-values.ts";
import { simulate } from "./simulation.ts";
import { WEIGHTS } from "./simulation-design.ts";
import { fixture, HAS_PACKAGE_DATA, packageReference, referenceSeries } from "./testing-reference.ts";

type Quantiles = Record<`q${90 | 95 | 99}` | `se${90 | 95 | 99}`, number>;
type Hlst = { min_rows: number } & Record<(typeof STATISTICS)[number], Quantiles>;
interface PhillipsShi {
  tb: number;
  min_obs: number;
  max_bsadf: Quantiles;
}
interface Expected {
  hlst_gaussian: Hlst;
  hlst_rademacher: Hlst;
  ps_lag0_gaussian_weights: PhillipsShi;
  ps_lag1_gaussian_weights: PhillipsShi;
}

const own = fixture<Record<string, Expected>>("wild-bootstrap");
const packages = HAS_PACKAGE_DATA
  ? packageReference<Record<string, { independent_20000: Expected }>>("wild_bootstrap")
  : {};
const theirs = Object.entries(packages).map(([name, entry]) => [name, entry.independent_20000] as const);
const cases = Object.entries({ ...own, ...Object.fromEntries(theirs) }).map(([name, expected]) => ({
  name,
  expected,
}));
const scope = HAS_PACKAGE_DATA ? "" : " (exuber's own series are absent from ../shared/reference)";

describe(`bootstraps lie within four standard errors of an independent one${scope}`, () => {
  const seriesAndWeights = cases.flatMap((entry) => WEIGHTS.map((weights) => ({ ...entry, weights })));

  test.each(seriesAndWeights)("HLST of $name with $weights weights", ({ name, expected, weights }) => {
    const reference = expected[`hlst_${weights}`];
    const design = hlstBootstrap(referenceSeries(name), weights);
    const shape = { minRows: reference.min_rows, lag: 0 };
    const simulation = { design, shape, draws: 2_500, seed: 11, withPaths: false };
    const numbers = simulate(simulation);
    for (const statistic of STATISTICS) {
      expectNear(criticalValues(simulation, numbers, statistic), reference[statistic]);
    }
  });

  const seriesAndLags = cases.flatMap((entry) => ([0, 1] as const).map((lag) => ({ ...entry, lag })));

  test.each(seriesAndLags)("Phillips-Shi of $name, lag $lag", ({ name, expected, lag }) => {
    const { tb, min_obs, max_bsadf } = expected[`ps_lag${lag}_gaussian_weights`];
    const shape = { minRows: min_obs - 1 - lag, lag };
    // tb observations hold the smallest window and tb - min_obs further end dates: tb - min_obs + 1 in all.
    const design = phillipsShiBootstrap(referenceSeries(name), shape, tb - min_obs + 1);
    expect(design.length).toBe(tb);
    const simulation = { design, shape, draws: 10_000, seed: 12, withPaths: false };
    expectNear(criticalValues(simulation, simulate(simulation), "gsadf"), max_bsadf);
  });
});

function expectNear(
  actual: { values: Record<90 | 95 | 99, number>; errors: Record<90 | 95 | 99, number> },
  expected: Quantiles,
): void {
  for (const level of LEVELS) {
    const tolerance = 4 * Math.hypot(actual.errors[level], expected[`se${level}`]);
    expect(Math.abs(actual.values[level] - expected[`q${level}`]), `${level} %`).toBeLessThan(tolerance);
  }
}
