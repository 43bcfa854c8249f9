import { describe, expect, test } from "vitest";
import { shiftPeriod } from "../periods/period.ts";
import { hlstBootstrap } from "./bootstrap.ts";
import { simulatedValues } from "./critical-values.ts";
import { datestamp, recursiveAdf } from "./index.ts";
import { simulatedPValue } from "./p-value.ts";
import { simulate } from "./simulation.ts";
import { HAS_PACKAGE_DATA, NEEDS_PACKAGE_DATA, packageReference } from "./testing-reference.ts";

interface Statistics {
  adf: number;
  sadf: number;
  gsadf: number;
}
interface Windowed extends Statistics {
  badf: number[];
  bsadf: number[];
  bsadf_pointwise95: number[];
  mc_quantiles_90_95_99: { gsadf: number[] };
}
interface Dated {
  start: string;
  last: string;
  months: number;
  direction: string;
}
interface Headline {
  start: string;
  y: number[];
  min_window_36_obs: Windowed;
  min_window_90_obs: Windowed;
  hlst_rademacher_999_min36: { p_value_gsadf: number };
  other_lags_min36: Record<"lag1" | "lag2", Statistics & { bsadf_every_12th: number[] }>;
  episodes_min36_pointwise95_min6: Dated[];
  episodes_min90_pointwise95_min6: Dated[];
  episodes_min36_constant_gsadf95_min3: Dated[];
  log_series: Statistics & { hlst_rademacher_999: { p_value_gsadf: number } };
}

describe.skipIf(!HAS_PACKAGE_DATA)(
  `S&P 500 price-dividend ratio 1871 to 2010 (${NEEDS_PACKAGE_DATA})`,
  () => {
    const headline = HAS_PACKAGE_DATA ? packageReference<Headline>("headline_sp500_1871_2010") : null;
    const get = () => headline as Headline;
    const levels = () => Float64Array.from(get().y);

    test.each([36, 90] as const)("statistics with windows from %i observations", (window) => {
      const expected = get()[`min_window_${window}_obs`];
      const result = recursiveAdf(levels(), { minRows: window - 1, lag: 0 });
      expectWithin([result.adf, result.sadf, result.gsadf], [expected.adf, expected.sadf, expected.gsadf]);
      expectWithin(result.badf, expected.badf);
      expectWithin(result.bsadf, expected.bsadf);
    });

    test("statistics that the paper prints", () => {
      // Phillips, Shi and Yu (2015): GSADF 4.21; SADF by METHODS' data vintage.
      const { adf, sadf, gsadf } = recursiveAdf(levels(), { minRows: 35, lag: 0 });
      expectWithin([adf, sadf, gsadf], [-1.165342257, 3.4432431, 4.206873894]);
      expect(gsadf.toFixed(2)).toBe("4.21");
    });

    test.each([1, 2] as const)("statistics with lag %i", (lag) => {
      const expected = get().other_lags_min36[`lag${lag}`];
      const result = recursiveAdf(levels(), { minRows: 35 - lag, lag });
      expectWithin([result.adf, result.sadf, result.gsadf], [expected.adf, expected.sadf, expected.gsadf]);
      expectWithin(
        result.bsadf.filter((_, i) => i % 12 === 0),
        expected.bsadf_every_12th,
      );
    });

    test.each([
      { window: 36, line: "pointwise", minDuration: 6, key: "episodes_min36_pointwise95_min6" },
      { window: 90, line: "pointwise", minDuration: 6, key: "episodes_min90_pointwise95_min6" },
      { window: 36, line: "global", minDuration: 3, key: "episodes_min36_constant_gsadf95_min3" },
    ] as const)("episodes by the $line line, windows from $window", ({ window, line, minDuration, key }) => {
      const y = levels();
      const { bsadf, firstEnd } = recursiveAdf(y, { minRows: window - 1, lag: 0 });
      const reference = get()[`min_window_${window}_obs`];
      const global = reference.mc_quantiles_90_95_99.gsadf[1] as number;
      const critical = line === "pointwise" ? reference.bsadf_pointwise95 : reference.badf.map(() => global);
      const episodes = datestamp({ y, bsadf, firstEnd, line: critical, minDuration });
      expect(
        episodes.map(({ start, duration, direction }) => ({
          start: shiftPeriod(get().start, start),
          last: shiftPeriod(get().start, start + duration - 1),
          months: duration,
          direction,
        })),
      ).toEqual(get()[key]);
    });

    // In levels six seeds with 999 draws gave 0.143 to 0.185, 0.164 on average.
    test.each([
      { scale: "levels", draws: 999 },
      { scale: "log", draws: 499 },
    ] as const)("HLST p-value in $scale", { timeout: 60_000 }, ({ scale, draws }) => {
      const y = scale === "log" ? levels().map(Math.log) : levels();
      const shape = { minRows: 35, lag: 0 };
      const { adf, sadf, gsadf } = recursiveAdf(y, shape);
      const expected = get().log_series;
      if (scale === "log") expectWithin([adf, sadf, gsadf], [expected.adf, expected.sadf, expected.gsadf]);
      const simulation = { design: hlstBootstrap(y), shape, draws, seed: 2, withPaths: false };
      const simulated = simulatedValues(simulation, simulate(simulation), "gsadf");
      const reference = scale === "log" ? expected.hlst_rademacher_999 : get().hlst_rademacher_999_min36;
      expect(Math.abs(simulatedPValue(simulated, gsadf) - reference.p_value_gsadf)).toBeLessThan(0.03);
    });
  },
);

function expectWithin(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  const off = expected.map((value, i) => Math.abs((actual[i] ?? Number.NaN) - value));
  expect(off.filter((distance) => !(distance <= 1e-8))).toEqual([]);
}
