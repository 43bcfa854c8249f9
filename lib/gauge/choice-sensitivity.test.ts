import { describe, expect, test } from "vitest";
import { choiceSensitivity } from "./choice-sensitivity.ts";
import { granted, variedInput } from "./testing.ts";

describe("Sobol indices", () => {
  // Two inputs at 100 and 0 with flat weights: by the uniform U the index is 100 U, or 100 or 0 when one is
  // dropped, a third of the cases each. In units of 100: mean 1/2, variance (1/3 + 1 + 0)/3 - 1/4 = 7/36.
  // Exclusion alone: means 1/2, 1, 0, variance 1/6, so 6/7. Weights alone: means (U + 1)/3, variance 1/108, so 1/21.
  // Totals are what the other leaves: 1 - 1/21 and 1 - 6/7.
  test("are those of an index that can be worked out by hand", () => {
    const two = [variedInput("a", 1, { percentile: 100 }), variedInput("b", 1, { percentile: 0 })];
    const indices = granted(
      choiceSensitivity(two, { seed: 1, normalisations: ["percentile"], aggregations: ["arithmetic"] }),
    );
    expectIndices(indices, {
      weights: [1 / 21, 1 / 7],
      normalisation: [0, 0],
      aggregation: [0, 0],
      exclusion: [6 / 7, 20 / 21],
    });
  });

  test("are all of the normalisation's when every input stands alike by each", () => {
    const alike = ["a", "b", "c"].map((id) => variedInput(id, 1, { percentile: 30, minmax: 60, zphi: 45 }));
    expectIndices(granted(choiceSensitivity(alike, { seed: 1 })), {
      weights: [0, 0],
      normalisation: [1, 1],
      aggregation: [0, 0],
      exclusion: [0, 0],
    });
  });

  test("are the same for the same seed, bit for bit", () => {
    const three = [10, 50, 90].map((percentile, i) =>
      variedInput(`i${i}`, 1, { percentile, minmax: percentile / 2, zphi: 40 }),
    );
    expect(choiceSensitivity(three, { seed: 9 })).toEqual(choiceSensitivity(three, { seed: 9 }));
  });
});

test("an index that is the same whatever is chosen has none, not noughts", () => {
  const equal = ["a", "b"].map((id) => variedInput(id, 1, { percentile: 40, minmax: 40, zphi: 40 }));
  expect(choiceSensitivity(equal, { seed: 1 })).toEqual({
    ok: false,
    error: { kind: "no-variance", message: "the index is the same whatever is chosen" },
  });
});

test.each([0, 4_999, Number.NaN])("%s draws give none", (draws) => {
  const inputs = ["a", "b"].map((id, i) => variedInput(id, 1, { percentile: 40 * i, minmax: 40, zphi: 40 }));
  expect(choiceSensitivity(inputs, { seed: 1, draws })).toMatchObject({
    ok: false,
    error: { kind: "too-few-draws" },
  });
});

function expectIndices(
  indices: readonly { choice: string; firstOrder: number; total: number }[],
  expected: Readonly<Record<string, readonly [number, number]>>,
): void {
  expect(indices.map(({ choice }) => choice)).toEqual(Object.keys(expected));
  for (const { choice, firstOrder, total } of indices) {
    const [first, all] = expected[choice] ?? [Number.NaN, Number.NaN];
    expect(Math.abs(firstOrder - first), `first order of ${choice}: ${firstOrder}`).toBeLessThan(0.04);
    expect(Math.abs(total - all), `total of ${choice}: ${total}`).toBeLessThan(0.04);
  }
}
