import { describe, expect, test } from "vitest";
import { hlstBootstrap, phillipsShiBootstrap } from "./bootstrap.ts";
import { simulatedValues } from "./critical-values.ts";
import { simulatedPValue } from "./p-value.ts";
import { recursiveAdf } from "./recursion.ts";
import { simulate } from "./simulation.ts";
import type { Design } from "./simulation-design.ts";
import { aSeriesOf, type Truth } from "./testing-designs.ts";
import { fixture } from "./testing-reference.ts";
import { endCount, minimumRows, minimumWindow } from "./window.ts";

const study = fixture<{ bootstrap_size_power: Record<string, Record<string, number>> }>(
  "size-power",
).bootstrap_size_power;

/** Names of the designs in the study, whose variance rises 25-fold when the volatility rises fivefold. */
const names: Readonly<Record<Truth, string>> = {
  "random walk": "null iid",
  "volatility five times up": "null variance x25 up",
  "one bubble": "psy1 bubble",
};

type Kind = "hlst_rademacher" | "hlst_gauss" | "ps_gauss_tb_n";

const hlst: readonly Kind[] = ["hlst_rademacher", "hlst_gauss"];
const all: readonly Kind[] = [...hlst, "ps_gauss_tb_n"];

describe("bootstraps reject as often as in an independent study, within 0.06", () => {
  // With 30 observations the bubble would end at number 16.5, which the study does not say how to round.
  const cases: readonly { n: number; truth: Truth; series: number; kinds: readonly Kind[] }[] = [
    { n: 30, truth: "random walk", series: 400, kinds: all },
    { n: 30, truth: "volatility five times up", series: 400, kinds: all },
    { n: 50, truth: "random walk", series: 400, kinds: all },
    { n: 50, truth: "volatility five times up", series: 400, kinds: all },
    { n: 50, truth: "one bubble", series: 400, kinds: all },
    { n: 100, truth: "random walk", series: 250, kinds: hlst },
    { n: 100, truth: "volatility five times up", series: 250, kinds: hlst },
    { n: 100, truth: "one bubble", series: 800, kinds: ["hlst_rademacher"] },
  ];

  test.each(cases)("n = $n, $truth", { timeout: 60_000 }, ({ n, truth, series, kinds }) => {
    const expected = study[`${n} ${names[truth]}`] ?? {};
    const shape = { minRows: minimumRows(minimumWindow(n), 0, "obs"), lag: 0 };
    const designs: Readonly<Record<Kind, (y: Float64Array) => Design>> = {
      hlst_rademacher: (y) => hlstBootstrap(y),
      hlst_gauss: (y) => hlstBootstrap(y, "gaussian"),
      ps_gauss_tb_n: (y) => phillipsShiBootstrap(y, shape, endCount(n, shape)),
    };
    for (const kind of kinds) {
      let rejections = 0;
      for (let b = 0; b < series; b += 1) {
        const y = aSeriesOf(truth, n, b);
        const simulation = { design: designs[kind](y), shape, draws: 199, seed: b, withPaths: false };
        const simulated = simulatedValues(simulation, simulate(simulation), "gsadf");
        if (simulatedPValue(simulated, recursiveAdf(y, shape).gsadf) <= 0.05) rejections += 1;
      }
      const rate = rejections / series;
      expect(Math.abs(rate - (expected[kind] ?? Number.NaN)), `${kind}: ${rate}`).toBeLessThan(0.06);
    }
  });
});
