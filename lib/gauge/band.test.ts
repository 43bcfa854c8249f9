import { describe, expect, test } from "vitest";
import { changeOf, hull, overlapShare } from "./band.ts";

const band = (low: number, high: number) => ({ low, high });

// The rule: more than half of the narrower band in common is no rise. 40-60 and 52-72 share 8 of 20.
describe("between two dates the index", () => {
  test.each([
    {
      name: "rose when the bands are apart",
      earlier: band(40, 50),
      later: band(55, 65),
      share: 0,
      change: "rise",
    },
    {
      name: "fell when they are apart",
      earlier: band(55, 65),
      later: band(40, 50),
      share: 0,
      change: "fall",
    },
    {
      name: "rose at two fifths in common",
      earlier: band(40, 60),
      later: band(52, 72),
      share: 0.4,
      change: "rise",
    },
    { name: "rose at exactly half", earlier: band(40, 60), later: band(50, 70), share: 0.5, change: "rise" },
    {
      name: "did neither above half",
      earlier: band(40, 60),
      later: band(49, 69),
      share: 0.55,
      change: "indistinct",
    },
    {
      name: "did neither within a wide band",
      earlier: band(0, 90),
      later: band(80, 85),
      share: 1,
      change: "indistinct",
    },
    {
      name: "did neither at one point inside",
      earlier: band(40, 60),
      later: band(60, 60),
      share: 1,
      change: "indistinct",
    },
    {
      name: "rose to one point outside",
      earlier: band(40, 60),
      later: band(61, 61),
      share: 0,
      change: "rise",
    },
    {
      name: "stood still at one point",
      earlier: band(40, 40),
      later: band(40, 40),
      share: 1,
      change: "indistinct",
    },
  ])("$name", ({ earlier, later, share, change }) => {
    expect(overlapShare(earlier, later)).toBeCloseTo(share, 12);
    expect(changeOf(earlier, later)).toBe(change);
  });
});

test.each([
  { value: 30, expected: band(30, 60) },
  { value: 50, expected: band(40, 60) },
  { value: 70, expected: band(40, 70) },
])("a band of 40 to 60 stretched to $value", ({ value, expected }) => {
  expect(hull(band(40, 60), value)).toEqual(expected);
});
