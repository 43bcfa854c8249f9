import { describe, expect, test } from "vitest";
import { shiftPeriod } from "../periods/period.ts";
import { aftermathOf, alarmsAt, followedByCrash } from "./alarms.ts";

const PEAK = "2000-03";

/** Levels of consecutive months from January 2000 on. */
function levels(...values: (number | null)[]) {
  return values.map((level, at) => ({ month: shiftPeriod("2000-01", at), level }));
}

/** Closes of 100 in every month from 1998 to 2003, but for those that are given. */
function closes(given: Readonly<Record<string, number>> = {}): Map<string, number> {
  const all = Array.from({ length: 72 }, (_, at) => [shiftPeriod("1998-01", at), 100] as const);
  return new Map([...all, ...Object.entries(given)]);
}

const runs = (values: (number | null)[], level = 80) =>
  alarmsAt(level, levels(...values), { closes: closes(), peak: PEAK }).alarms.map(({ first, last }) => [
    first,
    last,
  ]);

describe("an alarm is a run of months at or above the level", () => {
  test.each([
    { name: "a month at the level itself counts", values: [79.999, 80, 79], is: [["2000-02", "2000-02"]] },
    { name: "months next to each other are one", values: [80, 95, 81, 10], is: [["2000-01", "2000-03"]] },
    {
      name: "a month below parts two",
      values: [80, 79, 80],
      is: [
        ["2000-01", "2000-01"],
        ["2000-03", "2000-03"],
      ],
    },
    {
      name: "a month without a level parts two, and is not bridged",
      values: [80, null, 80],
      is: [
        ["2000-01", "2000-01"],
        ["2000-03", "2000-03"],
      ],
    },
    { name: "no month at it is none", values: [79, null], is: [] },
  ])("$name", ({ values, is }) => {
    expect(runs(values)).toEqual(is);
  });

  test("one that lasts to the end is still on", () => {
    const open = (...values: number[]) =>
      alarmsAt(80, levels(...values), { closes: closes(), peak: PEAK }).alarms.map(({ isOpen }) => isOpen);
    expect(open(90, 10, 90)).toEqual([false, true]);
  });
});

describe("what followed a month", () => {
  // The close of the month is 100, so that closes are per cent of it.
  test.each([
    {
      name: "a fall of 40 % is a crash",
      given: { "2001-06": 60 },
      change: -0.4,
      low: "2001-06",
      isCrash: true,
    },
    {
      name: "one of less is none",
      given: { "2001-06": 60.01 },
      change: -0.3999,
      low: "2001-06",
      isCrash: false,
    },
    {
      name: "in the 24th month it counts",
      given: { "2002-01": 50 },
      change: -0.5,
      low: "2002-01",
      isCrash: true,
    },
    { name: "in the 25th it does not", given: { "2002-02": 50 }, change: 0, low: "2000-02", isCrash: false },
    {
      name: "before the month it does not",
      given: { "1999-12": 50 },
      change: 0,
      low: "2000-02",
      isCrash: false,
    },
    {
      name: "the lowest close counts, not the last",
      given: { "2000-09": 55, "2000-10": 70 },
      change: -0.45,
      low: "2000-09",
      isCrash: true,
    },
  ])("$name", ({ given, change, low, isCrash }) => {
    const aftermath = aftermathOf("2000-01", closes(given));
    expect(aftermath).toMatchObject({ low, isCrash });
    expect(aftermath?.change).toBeCloseTo(change, 3);
  });

  test("is not known while closes are missing, unless they have crashed already", () => {
    const short = (given: Readonly<Record<string, number>>) =>
      new Map([...closes(given)].filter(([month]) => month <= "2001-12"));
    expect(aftermathOf("2000-01", short({}))).toBeNull();
    expect(aftermathOf("2000-01", short({ "2001-06": 50 }))).toMatchObject({ isCrash: true });
    expect(aftermathOf("1997-12", short({}))).toBeNull();
  });

  test("is counted for the months whose two years are known alone", () => {
    // January 2002 is the 25th month after December 1999; after January 2003 eleven closes are known.
    const fallen = closes({ "2002-01": 50 });
    expect(followedByCrash(["1999-12", "2000-01", "2000-02", "2003-01"], fallen)).toEqual({
      months: 3,
      followed: 2,
    });
  });
});

describe("the alarms about the peak", () => {
  const fallen = closes({ "2001-03": 40 });
  const at = (first: string, values: (number | null)[], prices = fallen) =>
    alarmsAt(
      80,
      values.map((level, index) => ({ month: shiftPeriod(first, index), level })),
      { closes: prices, peak: PEAK },
    );

  test("called it: a true one began by then, and says how long before", () => {
    const verdict = at("1999-12", [80, 80, 80, 80, 10]);
    expect(verdict).toMatchObject({
      atPeak: { kind: "called", monthsBefore: 3 },
      months: { months: 4, followed: 4 },
    });
    expect(verdict.alarms).toMatchObject([{ beforePeak: 3, aftermath: { isCrash: true, low: "2001-03" } }]);
  });

  test("called it too when that one had ended by the peak", () => {
    expect(at("1999-12", [80, 10, 10, 10]).atPeak).toEqual({ kind: "called", monthsBefore: 3 });
  });

  test("were too early: the one that was on had begun more than two years before the fall", () => {
    // From January 1999 to March 2001 it is 26 months.
    const verdict = at("1999-01", Array<number>(15).fill(90));
    expect(verdict.atPeak).toEqual({ kind: "too-early", monthsBefore: 14 });
    expect(verdict.alarms).toMatchObject([{ beforePeak: 14, aftermath: { isCrash: false } }]);
  });

  test("missed it: none was on, and none that was true had begun", () => {
    expect(at("2000-01", [10, 10, 10, 90]).atPeak).toEqual({ kind: "missed" });
  });

  test("are not said to have missed a month that has no level", () => {
    expect(at("2000-01", [10, 10, null, 10]).atPeak).toEqual({ kind: "unreadable" });
  });
});
