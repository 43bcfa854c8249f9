import { describe, expect, test } from "vitest";
import { psyNull } from "./bootstrap.ts";
import { criticalPaths } from "./critical-values.ts";
import { datestamp } from "./datestamp.ts";
import { recursiveAdf } from "./recursion.ts";
import { simulate } from "./simulation.ts";
import { aSeriesOf, type Truth } from "./testing-designs.ts";
import { fixture } from "./testing-reference.ts";
import { minimumRows, minimumWindow } from "./window.ts";

type Rates = Record<
  | "power_psy1_sadf"
  | "power_psy1_gsadf"
  | "size_varbreak_up_gsadf"
  | "null_any_pointwise95"
  | "null_episode_ge_logT_pointwise95"
  | "null_any_gsadf_cv"
  | "logT",
  number
>;
const expectedOf = fixture<{ mc_cv_power_and_false_alarms: Record<string, Rates> }>("size-power");
const critical =
  fixture<Record<string, { obs: Record<"sadf" | "gsadf", { q95: number }> }>>("cv-monte-carlo");

describe("with Monte Carlo critical values, rates lie within 0.03 of an independent study", () => {
  test.each([
    { n: 30, series: 4_000 },
    { n: 50, series: 4_000 },
    { n: 100, series: 4_000 },
    { n: 200, series: 2_500 },
  ])("n = $n", { timeout: 60_000 }, ({ n, series }) => {
    const expected = expectedOf.mc_cv_power_and_false_alarms[n] as Rates;
    const shape = { minRows: minimumRows(minimumWindow(n), 0, "obs"), lag: 0 };
    const { sadf, gsadf } = (critical[n] as (typeof critical)[string]).obs;
    const rate = (truth: Truth, isSignal: (y: Float64Array) => boolean) => {
      let signals = 0;
      for (let b = 0; b < series; b += 1) if (isSignal(aSeriesOf(truth, n, b))) signals += 1;
      return signals / series;
    };
    const rejects = (y: Float64Array) => recursiveAdf(y, shape).gsadf >= gsadf.q95;

    expectNear(rate("one bubble", rejects), expected.power_psy1_gsadf);
    expectNear(
      rate("one bubble", (y) => recursiveAdf(y, shape).sadf >= sadf.q95),
      expected.power_psy1_sadf,
    );
    expectNear(rate("volatility five times up", rejects), expected.size_varbreak_up_gsadf);
    expectNear(rate("random walk", rejects), expected.null_any_gsadf_cv);

    const simulation = { design: psyNull(n), shape, draws: 6_000, seed: 77, withPaths: true };
    const line = criticalPaths(simulation, simulate(simulation)).pointwise[95];
    const episodes = (y: Float64Array, minDuration: number) => {
      const { bsadf, firstEnd } = recursiveAdf(y, shape);
      return datestamp({ y, bsadf, firstEnd, line, minDuration }).filter((episode) => episode.isConfirmed);
    };
    expectNear(
      rate("random walk", (y) => episodes(y, 1).length > 0),
      expected.null_any_pointwise95,
    );
    expectNear(
      rate("random walk", (y) => episodes(y, expected.logT).length > 0),
      expected.null_episode_ge_logT_pointwise95,
    );
  });
});

function expectNear(rate: number, expected: number): void {
  expect(Math.abs(rate - expected), `${rate} against ${expected}`).toBeLessThan(0.03);
}
