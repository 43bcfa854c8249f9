import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recursiveAdfByBic } from "./lag-selection.ts";
import { recursiveAdf } from "./recursion.ts";
import { fixture, HAS_PACKAGE_DATA, packageReference, referenceSeries } from "./testing-reference.ts";

interface Reference {
  adf: Record<string, Record<string, { tstat: number; usedlag: number; nobs: number }>>;
  bsadf_bic: Record<string, { min_obs: number; bsadf: number[]; lag_at_sup: number[]; gsadf: number }>;
}

const reference = HAS_PACKAGE_DATA
  ? packageReference<Reference>("adf_lag_selection")
  : fixture<Reference>("adf-lag-selection");
const scope = HAS_PACKAGE_DATA ? "" : " (the R packages' own series are absent from ../shared/reference)";

describe(`one ADF test equals statsmodels'${scope}`, () => {
  const tests = Object.entries(reference.adf).flatMap(([name, byRule]) =>
    Object.entries(byRule).map(([rule, expected]) => ({ name, rule, ...expected })),
  );

  test.each(tests.filter(({ rule }) => rule.startsWith("fixed_lag")))("$name, $rule", (expected) => {
    const lag = Number(expected.rule.at(-1));
    const y = referenceSeries(expected.name);
    expect(y.length - 1 - lag).toBe(expected.nobs);
    const { adf } = recursiveAdf(y, { minRows: expected.nobs, lag });
    expect(Math.abs(adf - expected.tstat)).toBeLessThan(1e-7);
  });

  test.each(tests.filter(({ rule }) => rule === "auto_BIC_max4"))("$name, $rule", (expected) => {
    const y = referenceSeries(expected.name);
    const chosen = recursiveAdfByBic(y, { window: y.length, maxLag: 4 });
    expect(chosen.lag).toBe(expected.usedlag);
    expect(Math.abs(chosen.adf - expected.tstat)).toBeLessThan(1e-7);
  });
});

describe("BSADF with the lag chosen in each window equals statsmodels', window by window", () => {
  test.each(Object.entries(reference.bsadf_bic))("%s", (name, expected) => {
    const result = recursiveAdfByBic(referenceSeries(name), { window: expected.min_obs, maxLag: 3 });
    expect([...result.lags]).toEqual(expected.lag_at_sup);
    const off = expected.bsadf.map((value, i) => Math.abs((result.bsadf[i] ?? Number.NaN) - value));
    expect(off.filter((distance) => !(distance < 1e-7))).toEqual([]);
    expect(Math.abs(result.gsadf - expected.gsadf)).toBeLessThan(1e-7);
  });
});

test("neither a level nor a unit changes the lag that is chosen", () => {
  const walk = fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 30, maxLength: 60 });
  fc.assert(
    fc.property(walk, (thousandths) => {
      let level = 0;
      const y = Float64Array.from(thousandths, (change) => {
        level += change / 1000;
        return level;
      });
      const plan = { window: 20, maxLag: 3 };
      const result = recursiveAdfByBic(y, plan);
      const moved = recursiveAdfByBic(
        y.map((value) => 1000 * value + 5),
        plan,
      );
      expect(moved.lags).toEqual(result.lags);
      expect(moved.lag).toBe(result.lag);
      for (const [i, value] of result.bsadf.entries()) expect(moved.bsadf[i]).toBeCloseTo(value, 6);
    }),
    { numRuns: 40 },
  );
});
