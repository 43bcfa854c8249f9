import { describe, expect, test } from "vitest";
import { recursiveAdf } from "./recursion.ts";
import { everyReference, fixture, HAS_PACKAGE_DATA, referenceSeries } from "./testing-reference.ts";
import { minimumRows, minimumWindow } from "./window.ts";

interface Expected {
  adf: number;
  sadf: number;
  gsadf: number;
  badf: number[];
  bsadf: number[];
  first_end_obs_1based: number;
  omitted?: string;
}
type ByLag = Record<"lag0" | "lag1" | "lag2", Expected>;

const fromPackages = HAS_PACKAGE_DATA
  ? ""
  : " (the R packages' own series are absent from ../shared/reference)";

describe(`statistics by rows equal exuber's${fromPackages}`, () => {
  const all = everyReference<ByLag & { minw: number }>("psy-rows-convention", "psy_rows_convention");
  const cases = Object.entries(all).flatMap(([name, expected]) =>
    ([0, 1, 2] as const).map((lag) => ({ name, lag, minw: expected.minw, expected: expected[`lag${lag}`] })),
  );
  // exuber itself loses the digits of the series with an offset; exact arithmetic checks that one below.
  const checked = cases.filter(({ expected }) => expected.omitted === undefined);

  test("all but the offset series are checked, each at three lags", () => {
    expect(cases.length - checked.length).toBe(3);
    expect(checked.length).toBe(HAS_PACKAGE_DATA ? 60 : 45);
  });

  test.each(checked)("$name, lag $lag", ({ name, lag, minw, expected }) => {
    expectStatistics(name, lag, minw, expected);
  });
});

describe("statistics equal exact arithmetic where rounding is hard", () => {
  const all = fixture<Record<string, ByLag & { minw_rows: number }>>("psy-high-precision");
  const cases = Object.entries(all).flatMap(([name, expected]) =>
    ([0, 1] as const).map((lag) => ({
      name,
      lag,
      minw: expected.minw_rows,
      expected: expected[`lag${lag}`],
    })),
  );

  test.each(cases)("$name, lag $lag", ({ name, lag, minw, expected }) => {
    expectStatistics(name, lag, minw, expected);
  });
});

describe(`BSADF by observations equals psymonitor's${fromPackages}`, () => {
  const all = everyReference<Record<string, number[]> & { swindow0: number; n: number }>(
    "psy-obs-convention",
    "psy_obs_convention",
  );
  const cases = Object.entries(all).flatMap(([name, expected]) =>
    [0, 1, 2].map((lag) => ({ name, lag, expected })),
  );

  test.each(cases)("$name, lag $lag", ({ name, lag, expected }) => {
    const window = minimumWindow(expected.n);
    expect(window).toBe(expected.swindow0);
    const result = recursiveAdf(referenceSeries(name), { minRows: minimumRows(window, lag, "obs"), lag });
    expect(result.firstEnd + 1).toBe(expected.first_end_obs_1based);
    expectClose(result.bsadf, expected[`IC0_adflag${lag}`] ?? []);
  });
});

function expectStatistics(name: string, lag: number, window: number, expected: Expected): void {
  const result = recursiveAdf(referenceSeries(name), { minRows: minimumRows(window, lag, "rows"), lag });
  expect(result.firstEnd + 1).toBe(expected.first_end_obs_1based);
  expect(result.skipped).toBe(0);
  expectClose(result.badf, expected.badf);
  expectClose(result.bsadf, expected.bsadf);
  expectClose([result.adf, result.sadf, result.gsadf], [expected.adf, expected.sadf, expected.gsadf]);
}

/** Within 1e-9 and a hundred-millionth of the value, as the reference values promise. */
function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  const off = expected.map(
    (value, i) => Math.abs((actual[i] ?? Number.NaN) - value) / (1e-9 + 1e-8 * Math.abs(value)),
  );
  expect(off.filter((distance) => !(distance <= 1))).toEqual([]);
}
