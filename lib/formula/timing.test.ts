import { describe, expect, test } from "vitest";
import { AS_IT_STANDS, chosenAt, doMeet, isSameTime, joinedTiming, lagged, yearsApart } from "./timing.ts";

const at = (...periods: string[]) => ({ periods, lags: [] });
const back = (...lags: number[]) => ({ periods: [], lags });

test("a chosen value is from as many periods earlier as its series was moved", () => {
  expect(chosenAt(lagged(lagged(AS_IT_STANDS, 2), 1), "2024-Q2")).toEqual(at("2023-Q3"));
  expect(chosenAt(joinedTiming(AS_IT_STANDS, back(4)), "2024-Q2")).toEqual(at("2024-Q2", "2023-Q2"));
  expect(chosenAt({ periods: ["1999"], lags: [0] }, "2024")).toEqual(at("1999", "2024"));
});

test("a lag to before the first year that can be written is left out", () => {
  expect(chosenAt(back(0, 2000), "2024")).toEqual(at("2024"));
});

describe("the same time, and some time in common", () => {
  test.each([
    ["one quarter", at("2024-Q2"), at("2024-Q2"), true, true],
    ["a quarter and the half-year around it", at("2024-Q2"), at("2024-H1"), true, true],
    ["a quarter and the one before", at("2024-Q2"), at("2024-Q1"), false, false],
    ["two quarters and the half-year of both", at("2024-Q1", "2024-Q2"), at("2024-H1"), true, true],
    ["two quarters and one of them", at("2024-Q1", "2024-Q2"), at("2024-Q2"), false, true],
    ["two years around a third", at("2020", "2024"), at("2022"), false, false],
    ["a series and itself", back(0), back(0), true, true],
    ["a series and itself a period earlier", back(0), back(1), false, false],
    ["a series, and it with the period before", back(0), back(0, 1), false, true],
    ["a series and one of its periods", back(0), at("2024-Q2"), false, true],
  ])("%s", (_, a, b, isSame, isCommon) => {
    expect([isSameTime(a, b), isSameTime(b, a)]).toEqual([isSame, isSame]);
    expect([doMeet(a, b), doMeet(b, a)]).toEqual([isCommon, isCommon]);
  });
});

test.each([
  ["two years", at("1999"), at("2024"), "A", 25],
  ["the farthest of several", at("1999", "2010"), at("2009", "2004"), "A", 10],
  ["as many months back", back(0), back(121), "M", 121 / 12],
  ["both moved alike", back(40), back(40), "Q", 0],
  ["what only values tell", back(0), at("1999"), "A", 0],
  ["dated points", at("1999-03-10"), at("2009-03-10"), "I", 10],
] as const)("years between %s", (_, a, b, frequency, years) => {
  expect(yearsApart(a, b, frequency)).toBe(years);
  expect(yearsApart(b, a, frequency)).toBe(years);
});
