import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onClock, periodAtStep, sameAge, stepsSinceOnset } from "./clock.ts";

const NETSCAPE = "1995-08";
const CHATGPT = "2022-11";

describe("steps since onset", () => {
  test.each([
    // Counted on a calendar: Aug 1995 to Mar 2000 is 4 years and 7 months.
    { period: "2000-03", onset: NETSCAPE, clock: "M", step: 55 },
    { period: "1995-08", onset: NETSCAPE, clock: "M", step: 0 },
    { period: "1995-07", onset: NETSCAPE, clock: "M", step: -1 },
    { period: "2000-03-10", onset: NETSCAPE, clock: "M", step: 55 },
    { period: "1996-Q1", onset: NETSCAPE, clock: "M", step: 5 },
    { period: "1996", onset: NETSCAPE, clock: "M", step: 5 },
    { period: "2000-Q1", onset: NETSCAPE, clock: "Q", step: 18 },
    { period: "2000", onset: NETSCAPE, clock: "A", step: 5 },
    { period: "2025", onset: CHATGPT, clock: "A", step: 3 },
    { period: "1996-07", onset: NETSCAPE, clock: "A", step: 1.5 },
    { period: "2026-10", onset: CHATGPT, clock: "M", step: 47 },
  ] as const)("$period is $step on the $clock clock of $onset", ({ period, onset, clock, step }) => {
    expect(stepsSinceOnset(period, onset, clock)).toBe(step);
  });

  test("at the age of the AI boom in October 2026 the internet boom was in July 1999", () => {
    expect(periodAtStep(stepsSinceOnset("2026-10", CHATGPT, "M"), NETSCAPE, "M")).toBe("1999-07");
  });

  test("periodAtStep undoes stepsSinceOnset on every clock", () => {
    const step = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(
        step,
        fc.constantFrom("M", "Q", "A"),
        fc.constantFrom(NETSCAPE, CHATGPT),
        (steps, clock, onset) => {
          expect(stepsSinceOnset(periodAtStep(steps, onset, clock), onset, clock)).toBe(steps);
        },
      ),
    );
  });
});

describe("a series on a clock", () => {
  const observations = [
    { period: "1995-Q2", value: 1, status: "reported" },
    { period: "1995-Q3", value: null, status: "reported" },
    { period: "1995-Q4", value: 3, status: "claimed" },
  ] as const;

  test("keeps order, gaps and status, and a quarter fills three months", () => {
    expect(onClock({ observations }, NETSCAPE, "M")).toEqual([
      { ...observations[0], step: -4, stepEnd: -1 },
      { ...observations[1], step: -1, stepEnd: 2 },
      { ...observations[2], step: 2, stepEnd: 5 },
    ]);
  });

  test("the same age is inside a period's span, and a gap has no value to carry", () => {
    const points = onClock({ observations }, NETSCAPE, "M");
    expect(sameAge(points, 4)?.period).toBe("1995-Q4");
    expect(sameAge(points, 0)).toBeNull();
    expect(sameAge(points, 5)).toBeNull();
  });
});
