import { describe, expect, test } from "vitest";
import { phillipsShiBootstrap } from "./bootstrap.ts";
import { criticalValues } from "./critical-values.ts";
import { datestamp, minimumWindow, recursiveAdf } from "./index.ts";
import { simulate } from "./simulation.ts";
import { HAS_PACKAGE_DATA, NEEDS_PACKAGE_DATA, packageReference } from "./testing-reference.ts";

interface Independent {
  bsadf: number[];
  gsadf: number;
  ps_max_bsadf: Record<"q90" | "q95" | "q99" | "se90" | "se95" | "se99", number>;
  episodes_q95: [start: string, last: string, months: number][];
}
interface Headline {
  date: string[];
  dividend_yield: number[];
  psymonitor: { swindow0: number; bsadf_IC0_adflag0: number[]; bsadf_IC0_adflag1: number[] };
  independent: { tb: number; lag0: Independent; lag1: Independent };
}

describe.skipIf(!HAS_PACKAGE_DATA)(`S&P 500 1973 to 2018 over its dividends (${NEEDS_PACKAGE_DATA})`, () => {
  const headline = HAS_PACKAGE_DATA ? packageReference<Headline>("headline_snp_1973_2018") : null;

  test.each([0, 1] as const)("statistics, Phillips-Shi line and episodes with lag %i", (lag) => {
    const { date, dividend_yield, psymonitor, independent } = headline as Headline;
    const expected = independent[`lag${lag}`];
    const y = Float64Array.from(dividend_yield, (yearly) => 1 / yearly);
    const window = minimumWindow(y.length);
    expect(window).toBe(psymonitor.swindow0);
    const shape = { minRows: window - 1 - lag, lag };
    const { bsadf, gsadf, firstEnd } = recursiveAdf(y, shape);
    expect(Math.abs(gsadf - expected.gsadf)).toBeLessThan(1e-8);
    for (const reference of [expected.bsadf, psymonitor[`bsadf_IC0_adflag${lag}`]]) {
      expect(bsadf.length).toBe(reference.length);
      const off = reference.map((value, i) => Math.abs((bsadf[i] as number) - value));
      expect(Math.max(...off)).toBeLessThan(1e-8);
    }

    const design = phillipsShiBootstrap(y, shape, independent.tb - window + 1);
    const simulation = { design, shape, draws: 40_000, seed: 21, withPaths: false };
    const { values, errors } = criticalValues(simulation, simulate(simulation), "gsadf");
    for (const level of [90, 95, 99] as const) {
      const tolerance = 4 * Math.hypot(errors[level], expected.ps_max_bsadf[`se${level}`]);
      expect(Math.abs(values[level] - expected.ps_max_bsadf[`q${level}`])).toBeLessThan(tolerance);
    }

    const line = bsadf.map(() => expected.ps_max_bsadf.q95);
    const episodes = datestamp({ y, bsadf, firstEnd, line, minDuration: 1 });
    expect(
      episodes.map(({ start, duration }) => [date[start], date[start + duration - 1], duration]),
    ).toEqual(expected.episodes_q95);
  });
});
