import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitWindow } from "./fit-window.ts";
import { recursiveAdf } from "./recursion.ts";
import { minimumRows, minimumWindow } from "./window.ts";

/** Walks that also jump, stand still and explode, so that every branch of the recursion is met. */
const step = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3000, max: 3000 }).map((thousandths) => thousandths / 1000) },
  { weight: 1, arbitrary: fc.constantFrom(0, 100, -100) },
);
const walk = fc
  .tuple(fc.array(step, { minLength: 24, maxLength: 60 }), fc.double({ min: 0.8, max: 1.3, noNaN: true }))
  .map(([steps, root]) => {
    let level = 0;
    return Float64Array.from(steps, (change) => {
      level = root * level + change;
      return level;
    });
  });
const lags = fc.integer({ min: 0, max: 3 });

describe("laws of the recursion", () => {
  test("every statistic is the largest over windows fitted one by one", () => {
    fc.assert(
      fc.property(walk, lags, (y, lag) => {
        const minRows = 8;
        const result = recursiveAdf(y, { minRows, lag });
        for (const [i, supremum] of result.bsadf.entries()) {
          const end = i + minRows - 1;
          const fits = Array.from({ length: i + 1 }, (_, start) => adfOf(y, lag, start, end));
          near(supremum, Math.max(...fits));
          near(supremum, fits[result.starts[i] as number] as number);
          near(result.badf[i] as number, fits[0] as number);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("adding a level and changing the unit change nothing", () => {
    fc.assert(
      fc.property(walk, lags, (y, lag) => {
        const moved = recursiveAdf(
          y.map((value) => 1000 * value + 5),
          { minRows: 10, lag },
        );
        const result = recursiveAdf(y, { minRows: 10, lag });
        fc.pre(result.skipped === 0);
        for (const [i, value] of result.bsadf.entries()) near(moved.bsadf[i] as number, value, 1e-6);
        near(moved.sadf, result.sadf, 1e-6);
      }),
    );
  });

  test("a window of m rows is one of m + 1 + lag observations", () => {
    fc.assert(
      fc.property(walk, lags, fc.integer({ min: 7, max: 12 }), (y, lag, m) => {
        const byRows = recursiveAdf(y, { minRows: minimumRows(m, lag, "rows"), lag });
        const byObservations = recursiveAdf(y, { minRows: minimumRows(m + 1 + lag, lag, "obs"), lag });
        expect(byObservations).toEqual(byRows);
      }),
    );
  });

  test("with the window frozen, later data change no earlier statistic", () => {
    fc.assert(
      fc.property(walk, lags, fc.integer({ min: 1, max: 6 }), (y, lag, later) => {
        const shape = { minRows: 9, lag };
        const before = recursiveAdf(y.slice(0, -later), shape);
        const after = recursiveAdf(y, shape);
        for (const [i, value] of before.bsadf.entries()) near(after.bsadf[i] as number, value, 1e-12);
        expect(after.starts.slice(0, before.starts.length)).toEqual(before.starts);
      }),
    );
  });

  test("values near the ends of the number range neither overflow nor vanish", () => {
    const y = Float64Array.from({ length: 40 }, (_, t) => Math.sin(t * t) + t / 10);
    const result = recursiveAdf(y, { minRows: 10, lag: 1 });
    for (const unit of [2 ** 1000, 2 ** -1000]) {
      const other = recursiveAdf(
        y.map((value) => value * unit),
        { minRows: 10, lag: 1 },
      );
      expect(other).toEqual(result);
    }
  });
});

test("windows in which the level stands still have no statistic and are counted", () => {
  const y = Float64Array.from({ length: 30 }, (_, t) => (t >= 10 && t < 22 ? 3 : Math.cos(3 * t)));
  const result = recursiveAdf(y, { minRows: 8, lag: 0 });
  // Rows 10 to 21 have one level: of 12 rows in sequence, windows of 8, 9, 10, 11 and 12 number 5 + 4 + 3 + 2 + 1.
  expect(result.skipped).toBe(15);
  expect(result.windows).toBe((22 * 23) / 2);
  expect(result.bsadf.every(Number.isFinite)).toBe(true);
});

test.each([
  // From the formula in Phillips, Shi and Yu (2015); METHODS of the field quote these sizes for these lengths.
  [30, 10],
  [50, 13],
  [100, 19],
  [200, 27],
  [400, 40],
  [1000, 66],
  [1680, 90],
])("the minimum window of %i observations is %i", (n, window) => {
  expect(minimumWindow(n)).toBe(window);
});

function adfOf(y: Float64Array, lag: number, start: number, end: number): number {
  const adf = fitWindow(y, lag, start, end - start + 1)?.adf;
  return adf === undefined || Number.isNaN(adf) ? Number.NEGATIVE_INFINITY : adf;
}

/** Equal to a part in `share`, or both without a statistic. */
function near(actual: number, expected: number, share = 1e-7): void {
  if (!Number.isFinite(expected) || Math.abs(expected) > 1e6) return;
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(share * Math.max(1, Math.abs(expected)));
}
