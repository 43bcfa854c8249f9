import { expect, test } from "vitest";
import { testExuberance } from "./index.ts";
import { aDatedSeries } from "./testing.ts";
import { fixture } from "./testing-reference.ts";

interface Reference {
  close: number[];
  monthly: {
    min_window_obs: number;
    lag0: { sadf: number; gsadf: number; badf: number[]; bsadf: number[] };
    hlst_rademacher_20000: { p_value_gsadf: number };
    months_above_pointwise95: string[];
  };
}

test("the Nasdaq's log close 1994 to March 2000 turns explosive in mid-1995, on weak evidence", () => {
  const { close, monthly } = fixture<Reference>("nasdaq-dotcom");
  const result = testExuberance(aDatedSeries(close, "1994-01"), {
    scale: "log",
    bootstrapDraws: 4999,
    monteCarloDraws: 9999,
  });
  if (!result.ok) throw new Error(result.error.kind);
  const report = result.value;

  expect(report).toMatchObject({
    observations: 75,
    to: "2000-03",
    settings: { window: monthly.min_window_obs },
  });
  expect(Math.abs(report.statistics.sadf - monthly.lag0.sadf)).toBeLessThan(1e-8);
  expect(Math.abs(report.statistics.gsadf - monthly.lag0.gsadf)).toBeLessThan(1e-8);
  expect(report.path.length).toBe(monthly.lag0.bsadf.length);
  for (const [i, { badf, bsadf }] of report.path.entries()) {
    expect(Math.abs(badf - (monthly.lag0.badf[i] as number))).toBeLessThan(1e-8);
    expect(Math.abs(bsadf - (monthly.lag0.bsadf[i] as number))).toBeLessThan(1e-8);
  }
  // Phillips, Wu and Yu (2011) date the Nasdaq's exuberance from mid-1995.
  const above = report.path.filter(({ bsadf }, i) => bsadf > (report.lines.pointwise[95][i] as number));
  expect(above[0]?.period).toBe("1995-06");
  expect(monthly.months_above_pointwise95[0]).toBe("1995-06");

  expect(Math.abs(report.bootstrap.pValue - monthly.hlst_rademacher_20000.p_value_gsadf)).toBeLessThan(0.02);
  expect(report.literature.pValue).toBeLessThan(0.05);
  expect(report).toMatchObject({ isExplosive: false, episodes: [] });
  expect(report.words.caveats[0]).toMatch(
    /^Critical values for constant volatility, .* reject .*; the bootstrap, .* does not/,
  );
});
