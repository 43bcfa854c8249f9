import { describe, expect, test } from "vitest";
import { aSeries } from "../series/testing.ts";
import { carryForward } from "./carry-forward.ts";

// The limits are 10, 62, 200 and 550 days from the last day of the period, counted on a calendar.
describe("a value counts until it is too old", () => {
  test.each([
    { from: "2000-03-10", day: "2000-03-20", ageDays: 10 },
    { from: "2000-03-10", day: "2000-03-21", ageDays: 11, limitDays: 10 },
    { from: "2000-03", day: "2000-06-01", ageDays: 62 },
    { from: "2000-03", day: "2000-06-02", ageDays: 63, limitDays: 62 },
    { from: "2000-Q1", day: "2000-10-17", ageDays: 200 },
    { from: "2000-Q1", day: "2000-10-18", ageDays: 201, limitDays: 200 },
    { from: "1999", day: "2001-07-03", ageDays: 550 },
    { from: "1999", day: "2001-07-04", ageDays: 551, limitDays: 550 },
    { from: "2000-W10", day: "2000-04-02", ageDays: 21 },
    { from: "2000-W10", day: "2000-04-03", ageDays: 22, limitDays: 21 },
    { from: "1999-H2", day: "2000-12-30", ageDays: 365 },
    { from: "1999-H2", day: "2000-12-31", ageDays: 366, limitDays: 365 },
  ])("$from on $day, at $ageDays days", ({ from, day, ageDays, limitDays }) => {
    const series = aSeries({ from, values: [7] });
    const result = carryForward(series.observations, series.type.frequency, day);
    if (limitDays === undefined) {
      expect(result).toEqual({ ok: true, value: { value: 7, period: from, ageDays, isCarried: true } });
    } else {
      expect(result).toMatchObject({
        ok: false,
        error: { kind: "too-old", period: from, ageDays, limitDays },
      });
    }
  });
});

describe("the value that stands on a day", () => {
  const { observations } = aSeries({ from: "2000-Q1", values: [1, 2, null, 4] });
  test.each([
    {
      day: "2000-05-15",
      name: "is of the period under way, with no age",
      value: 2,
      ageDays: 0,
      isCarried: false,
    },
    { day: "2000-06-30", name: "is that until the last day", value: 2, ageDays: 0, isCarried: false },
    { day: "2000-07-01", name: "is carried over a gap, not made up", value: 2, ageDays: 1, isCarried: true },
    {
      day: "2000-10-01",
      name: "is never of a period that has not begun",
      value: 4,
      ageDays: 0,
      isCarried: false,
    },
  ])("$day: $name", ({ day, value, ageDays, isCarried }) => {
    expect(carryForward(observations, "Q", day)).toMatchObject({
      ok: true,
      value: { value, ageDays, isCarried },
    });
  });

  test("is none before the first", () => {
    expect(carryForward(observations, "Q", "1999-12-31")).toEqual({
      ok: false,
      error: { kind: "none-known", message: "no value is known on 1999-12-31" },
    });
  });

  test("is not an irregular value of an earlier day", () => {
    const { observations: rounds } = aSeries({ from: "2000-03-10", values: [7] });
    expect(carryForward(rounds, "I", "2000-03-10").ok).toBe(true);
    expect(carryForward(rounds, "I", "2000-03-11")).toMatchObject({ ok: false, error: { kind: "too-old" } });
  });
});
