import { describe, expect, test } from "vitest";
import { counted, peakRatio, peakScale } from "./peak-ratio.ts";
import { granted, REFERENCE } from "./testing.ts";

const { values, sign: signs, normalised, base_rows: quiet, peak_rows: dotcom } = REFERENCE;

// The file divides by the rise from base to peak whatever its sign. Three of its six indicators fall from their first
// twelve rows to their boom: their levels are found the same, and the product refuses them.
test("the reference's peak ratios come out, and what does not rise is refused", () => {
  const refused: string[] = [];
  for (const [indicator, id] of REFERENCE.indicators.entries()) {
    const history = values.map((row) => row[indicator] ?? null);
    const direction = signs[indicator] === 1 ? "higher" : "lower";
    const scale = peakScale({
      reference: history.slice(quiet[0], (quiet[1] ?? 0) + 1),
      boom: history.slice(dotcom[0], (dotcom[1] ?? 0) + 1),
      direction,
    });
    if (!scale.ok) refused.push(id);
    const levels = scale.ok ? scale.value : scale.error;
    if (!("base" in levels)) throw new Error(levels.message);
    for (const [t, value] of history.entries()) {
      const ratio = peakRatio(value, { ...levels, direction });
      const want = normalised.peak_ratio[t]?.[indicator] ?? null;
      if (want === null) expect(ratio).toBeNull();
      else expect(Math.abs((ratio ?? Number.NaN) - want)).toBeLessThan(1e-9 * Math.max(1, Math.abs(want)));
    }
  }
  expect(refused).toEqual(["valuation_pd", "capex_to_sales", "credit_spread"]);
});

// Reference 10, 12, 20 has the median 12; the boom's peak is 32, so 36 is a fifth beyond it and 12 is nought.
describe("a peak ratio", () => {
  const scale = granted(peakScale({ reference: [10, 12, 20], boom: [15, 32, 8], direction: "higher" }));

  test.each([
    { value: 32, ratio: 100 },
    { value: 12, ratio: 0 },
    { value: 36, ratio: 120 },
    { value: 8, ratio: -20 },
    { value: null, ratio: null },
    { value: Number.MAX_VALUE, ratio: null },
  ])("of $value is $ratio, uncut", ({ value, ratio }) => {
    expect(peakRatio(value, scale)).toBe(ratio);
  });

  // A spread of 6 before the boom and a least of 2 in it: 4 is half-way.
  test("turns the sign where low is bubble-like", () => {
    const low = granted(peakScale({ reference: [7, 6, 5], boom: [4, 2, 9], direction: "lower" }));
    expect(peakRatio(4, low)).toBe(50);
  });
});

describe("there is no scale", () => {
  test.each([
    { name: "where the boom does not rise above the years before it", reference: [5, 6, 7], boom: [6, 6, 2] },
    {
      name: "where low is bubble-like and nothing fell",
      reference: [5, 6, 7],
      boom: [8],
      direction: "lower",
    },
  ] as const)("$name", ({ reference, boom, ...rest }) => {
    const result = peakScale({ reference, boom, direction: "higher", ...rest });
    expect(result).toMatchObject({ ok: false, error: { kind: "no-rise" } });
  });

  test.each([
    {
      window: "reference",
      reference: [1, null, null],
      boom: [9],
      message: "only 1 of 3 values of the years before",
    },
    {
      window: "boom",
      reference: [1],
      boom: [],
      message: "only 0 of 0 values of the dot-com years are known",
    },
  ])("where the $window is not covered", ({ window, reference, boom, message }) => {
    const result = peakScale({ reference, boom, direction: "higher" });
    expect(result).toMatchObject({ ok: false, error: { kind: "not-covered", window } });
    expect(!result.ok && result.error.message).toContain(message);
  });

  test("but two thirds of a window are enough", () => {
    expect(peakScale({ reference: [1, 2, null], boom: [9], direction: "higher" }).ok).toBe(true);
  });
});

test.each([
  { value: -12, counts: 0 },
  { value: 120, counts: 120 },
  { value: 151, counts: 150 },
])("$value counts as $counts in a composite", ({ value, counts }) => {
  expect(counted(value)).toBe(counts);
});
