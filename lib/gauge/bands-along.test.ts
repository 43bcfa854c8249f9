import { expect, test } from "vitest";
import { bandsAlong, type PointAlong } from "./bands-along.ts";
import { simulateUncertainty } from "./uncertainty.ts";

const SIMULATION = { seed: 7, draws: 5_000, normalisations: ["percentile", "minmax"] as const };

function aPoint(level: number, ...places: readonly number[]): PointAlong {
  const inputs = places.map((place, i) => ({
    id: `i${i}`,
    weight: 1 / places.length,
    values: { percentile: place, minmax: place / 2 },
  }));
  return { inputs, level };
}

test("a band along a course is that of each date by itself", () => {
  const points = [aPoint(40, 20, 60, 40), aPoint(55, 30, 90), aPoint(45, 25, 65, 45)];
  const alone = points.map(({ inputs, level }) => {
    const simulated = simulateUncertainty(inputs, level, SIMULATION);
    expect(simulated.ok).toBe(true);
    return simulated.ok ? { band90: simulated.value.band90, band50: simulated.value.band50 } : null;
  });
  expect([...bandsAlong(points, SIMULATION)]).toEqual(alone);
});

test("values that do not move have a band that does not move, and a level outside is held by it", () => {
  const [first, again, outside] = [
    ...bandsAlong([aPoint(40, 20, 60), aPoint(40, 20, 60), aPoint(99, 20, 60)], SIMULATION),
  ];
  expect(again).toEqual(first);
  expect(outside?.band90).toEqual({ low: first?.band90.low, high: 99 });
});

test("an index of one input has no band", () => {
  expect([...bandsAlong([aPoint(40, 40)], SIMULATION)]).toEqual([null]);
});
