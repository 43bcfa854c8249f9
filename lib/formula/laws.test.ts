import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Series } from "../series/series.ts";
import { AN_INDEX, aSeries } from "../series/testing.ts";
import { evaluateFormula } from "./index.ts";

const amount = fc.double({ min: 0.01, max: 1e12, noNaN: true });
const amounts = fc.array(amount, { minLength: 9, maxLength: 40 });
const anyValues = fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), {
  minLength: 1,
  maxLength: 40,
});

describe("laws of the functions", () => {
  test("rebasing twice is rebasing once", () => {
    holds(amounts, (values) =>
      same(run("index(index(Q, 2001-Q1), 2000-Q3)", values), run("index(Q, 2000-Q3)", values)),
    );
  });

  test("rebasing changes no growth rate", () => {
    holds(amounts, (values) => same(run("yoy(index(Q))", values), run("yoy(Q)", values)));
  });

  test("growth and lag commute", () => {
    holds(amounts, (values) => same(run("yoy(lag(Q, 3))", values), run("lag(yoy(Q), 3)", values)));
  });

  test("the change of a logarithm is the continuously compounded rate", () => {
    holds(amounts, (values) => same(run("chg(log(Q)) * 100", values), run("cch(Q)", values)));
  });

  test("the logarithm of a product is the sum of logarithms", () => {
    holds(amounts, (values) => same(run("log(Q * 7)", values), run("log(Q) + log(7)", values)));
  });

  test("a moving average is the rolling sum over its length", () => {
    holds(amounts, (values) => same(run("ma(Q, 4)", values), run("rollsum(Q, 4) / 4", values)));
  });

  test("four quarters rolled up are the year, at its end", () => {
    holds(amounts, (values) => {
      const rolled = new Map(runSeries("rollsum(Q, 4)", values).map((o) => [o.period, o.value]));
      for (const year of runSeries("freq(Q, A, sum)", values)) {
        expect(year.value).toBeCloseTo(rolled.get(`${year.period}-Q4`) ?? Number.NaN, 5);
      }
    });
  });

  test("real amounts at two bases differ by one factor", () => {
    holds(amounts, (values) => {
      const [a, b] = [run("real(Q, 2000-Q1)", values), run("real(Q, 2000-Q2)", values)];
      same(
        a,
        b.map((value) => (value === null ? null : value * (LEVELS[0] / LEVELS[1]))),
      );
    });
  });

  test("ranks and scores do not change with the unit", () => {
    const modest = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 30 });
    holds(modest, (values) => {
      const scaled = values.map((value) => value * 1024);
      expect(run("pctrank(Q)", scaled)).toEqual(run("pctrank(Q)", values));
      same(run("zscore(Q)", scaled), run("zscore(Q)", values));
    });
  });

  test("a rank looks at nothing later", () => {
    holds(amounts, (values) => {
      const cut = values.slice(0, -3);
      expect(run("pctrank(Q)", values).slice(0, cut.length)).toEqual(run("pctrank(Q)", cut));
      expect(run("zscore(Q)", values).slice(0, cut.length)).toEqual(run("zscore(Q)", cut));
    });
  });
});

test("no function ever answers NaN or infinity", () => {
  const formulas = [
    "Q * 1e300",
    "Q / Q",
    "(Q / Q)^-3",
    "(Q / Q@2000-Q2)^0.5",
    "chg(Q)",
    "ch1(Q)",
    "pch(Q)",
    "yoy(Q)",
    "pca(Q)",
    "cch(Q)",
    "cca(Q)",
    "log(Q)",
    "lag(Q, 1)",
    "ma(Q, 2)",
    "rollsum(Q, 2)",
    "cumsum(Q)",
    "pctrank(Q)",
    "zscore(Q)",
    "index(Q)",
    "real(Q, 2000-Q1)",
    "per_gdp(Q)",
    "freq(Q, A, sum)",
    "freq(Q, H, avg)",
    "-Q",
    "1 / (Q / Q)",
  ];
  fc.assert(
    fc.property(anyValues, fc.constantFrom(...formulas), (values, formula) => {
      const result = evaluateFormula(formula, dataOf(values));
      if (!result.ok) {
        expect(result.error.kind).toBe("no-base");
        return;
      }
      for (const { value } of result.value.series.observations) {
        expect(value === null || Number.isFinite(value), `${formula}: ${value}`).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

/** Price levels of the first two quarters. */
const LEVELS = [100, 80] as const;

function dataOf(values: readonly (number | null)[]): Map<string, Series> {
  const prices = Array.from({ length: 150 }, (_, month) =>
    month < 3 ? LEVELS[0] : month < 6 ? LEVELS[1] : 90 + month,
  );
  return new Map([
    ["Q", aSeries({ code: "Q", from: "2000-Q1", values })],
    ["CPI_US_M", aSeries({ code: "CPI_US_M", from: "2000-01", values: prices, type: AN_INDEX })],
    ["GDP_US_Q", aSeries({ code: "GDP_US_Q", from: "2000-Q1", values: prices, type: { rate: "annual" } })],
  ]);
}

function runSeries(formula: string, values: readonly (number | null)[]): Series["observations"] {
  const result = evaluateFormula(formula, dataOf(values));
  if (!result.ok) throw new Error(result.error.message);
  return result.value.series.observations;
}

function run(formula: string, values: readonly (number | null)[]): (number | null)[] {
  return runSeries(formula, values).map(({ value }) => value);
}

/** Equal gaps, and values equal to a part in a billion of the larger or of the whole column's scale. */
function same(a: readonly (number | null)[], b: readonly (number | null)[]): void {
  expect(a.length).toBe(b.length);
  for (const [t, left] of a.entries()) {
    const right = b[t] ?? null;
    if (left === null || right === null) expect([left, right]).toEqual([null, null]);
    else
      expect(Math.abs(left - right)).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(left), Math.abs(right)) + 1e-7,
      );
  }
}

function holds<Value>(values: fc.Arbitrary<Value>, law: (value: Value) => void): void {
  fc.assert(fc.property(values, law));
}
