import { describe, expect, test } from "vitest";
import { randomStream } from "../random/stream.ts";
import { confidence } from "./confidence.ts";
import { fitWindow } from "./fit-window.ts";
import { PRODUCT_PROFILE } from "./profiles.ts";
import { randomWalk } from "./random-walk.ts";
import { randomWalkBenchmark, WALK_KINDS } from "./random-walk-benchmark.ts";
import walks from "./random-walks.json" with { type: "json" };
import { granted } from "./testing.ts";
import { windowsOf } from "./windows.ts";

// The first path of each kind that shows anything, fitted again, so that the stored counts are those of this search.
test.each(walks.cases.map((walk, place) => ({ ...walk, place })))(
  "the stored counts of $name walks come out again",
  (walk) => {
    const { drift, deviation, place, positive, negative } = walk;
    const path = positive.qualified.findIndex((count, i) => count + (negative.qualified[i] ?? 0) > 0);
    const history = randomWalk(randomStream(walks.seed, path + place * walks.paths), walks.rows, {
      drift,
      deviation,
    });
    const fits = granted(windowsOf(history)).map((window) => fitWindow(window, PRODUCT_PROFILE));
    const counted = confidence(fits);
    expect(counted.windows).toBe(walks.windows);
    expect([counted.positive.interiorWindows, counted.positive.qualifiedWindows]).toEqual([
      positive.interior[path],
      positive.qualified[path],
    ]);
    expect([counted.negative.interiorWindows, counted.negative.qualifiedWindows]).toEqual([
      negative.interior[path],
      negative.qualified[path],
    ]);
  },
);

describe("the benchmark", () => {
  test.each(WALK_KINDS)("of %s walks counts as many paths as are stored, each within its windows", (kind) => {
    const stored = walks.cases.find(({ name }) => name === kind);
    for (const sign of ["positive", "negative"] as const) {
      const interior = randomWalkBenchmark(kind, sign, "interior");
      const qualified = randomWalkBenchmark(kind, sign, "qualified");
      expect([interior.paths, qualified.paths, stored?.drift]).toEqual([
        walks.paths,
        walks.paths,
        interior.drift,
      ]);
      expect(interior.line95).toBeLessThanOrEqual(qualified.line95);
      expect(interior.shareAboveNought).toBeLessThanOrEqual(qualified.shareAboveNought);
      expect(qualified.shareReaching(0)).toBe(1);
      // With the one at hand: no simulated walk reaches more than all windows.
      expect(qualified.shareReaching(1.1)).toBeCloseTo(1 / (walks.paths + 1), 12);
      const one = 1 / walks.windows;
      const atLeastOne = qualified.shareAboveNought * walks.paths;
      expect(qualified.shareReaching(one)).toBeCloseTo((1 + atLeastOne) / (walks.paths + 1), 12);
    }
  });
});

// 5 trading days a week: the sixth row is a week after the first. Steps of no deviation leave the drift.
test("a walk has five days a week, starts at 1 and drifts", () => {
  const { days, prices } = randomWalk(randomStream(1), 7, { drift: 0.1, deviation: 0 });
  expect(days).toEqual([0, 1, 2, 3, 4, 7, 8]);
  expect(prices[0]).toBe(1);
  expect(prices[6]).toBeCloseTo(Math.exp(0.6), 12);
});
