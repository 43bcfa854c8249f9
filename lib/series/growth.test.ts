import { describe, expect, test } from "vitest";
import { change, compoundedAnnualRate, continuousRate, lag, naturalLog, percentChange } from "./growth.ts";

// The recorded FRED vector: annual 79, missing, 35.5, 71, 71.
const FRED = [79, null, 35.5, 71, 71];

describe("FRED's unit transforms on its recorded vector", () => {
  test.each([
    { name: "chg", made: change(FRED), expected: [null, null, null, 35.5, 0] },
    { name: "ch1 of a year by year series", made: change(FRED, 1), expected: [null, null, null, 35.5, 0] },
    { name: "pch", made: percentChange(FRED), expected: [null, null, null, 100, 0] },
    {
      name: "pca with one period a year",
      made: compoundedAnnualRate(FRED, 1),
      expected: [null, null, null, 100, 0],
    },
    {
      name: "log",
      made: naturalLog(FRED),
      expected: [Math.log(79), null, Math.log(35.5), Math.log(71), Math.log(71)],
    },
  ])("$name", ({ made, expected }) => {
    expect(made).toEqual(expected);
  });
});

// By hand: (110/100 - 1)*100 = 10; 1.1^4 = 1.4641; ln 1.1 = 0.0953101798043249.
describe("quarterly growth worked by hand", () => {
  test.each([
    { name: "pca compounds to a year", made: compoundedAnnualRate([100, 110], 4), expected: 46.41 },
    { name: "cch", made: continuousRate([100, 110]), expected: 9.53101798043249 },
    { name: "cca is four times cch", made: continuousRate([100, 110], 4), expected: 38.12407192172996 },
  ])("$name", ({ made, expected }) => {
    expect(made[0]).toBeNull();
    expect(made[1]).toBeCloseTo(expected, 10);
  });

  test("a change from a year ago reaches four quarters back", () => {
    expect(percentChange([100, 1, 1, 1, 150], 4)).toEqual([null, null, null, null, 50]);
    expect(change([100, 1, 1, 1, 150], 4)).toEqual([null, null, null, null, 50]);
  });
});

describe("what has no growth is null", () => {
  test.each([
    { name: "a zero divisor", made: percentChange([0, 5]) },
    { name: "nought over nought", made: percentChange([0, 0]) },
    { name: "a change of sign, compounded", made: compoundedAnnualRate([-1, 5], 4) },
    { name: "a logarithm of nought", made: continuousRate([0, 5]) },
    { name: "a growth beyond the largest number", made: compoundedAnnualRate([1e-300, 1e300], 12) },
  ])("$name", ({ made }) => {
    expect(made).toEqual([null, null]);
  });

  test("a logarithm of zero or less", () => {
    expect(naturalLog([0, -1, 1])).toEqual([null, null, 0]);
  });
});

test("a lag keeps the length and brings no later value forward", () => {
  expect(lag([1, null, 3, 4], 2)).toEqual([null, null, 1, null]);
  expect(lag([1, 2], 5)).toEqual([null, null]);
});
