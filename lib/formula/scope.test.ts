import { describe, expect, test } from "vitest";
import { doOverlap, isInside, isPartOfScope } from "./scope.ts";

const of = (geography: string, sector: string) => ({ geography, sector });

test.each([
  ["US", "US", true],
  ["JP", "WORLD", true],
  ["WORLD", "US", false],
  ["US-TX", "US", true],
  ["US", "US-TX", false],
  ["US-TX", "US-NY-METRO", false],
  ["US-TX", "NA", true],
  ["CA", "NA", true],
  ["US", "NA", true],
  ["MX", "NA", false],
  ["US", "JP", false],
])("%s lies in %s: %s", (inner, outer, isSo) => {
  expect(isInside(inner, outer)).toBe(isSo);
});

describe("a part is smaller in place or sector and larger in neither", () => {
  test.each([
    [of("US", "AI"), of("WORLD", "ALL"), true],
    [of("US", "AI"), of("US", "ALL"), true],
    [of("US", "AI"), of("US", "AI"), false],
    [of("WORLD", "AI"), of("US", "ALL"), false],
    [of("US", "AI"), of("WORLD", "INTERNET"), false],
    [of("WORLD", "GENAI"), of("WORLD", "AI"), true],
    [of("US", "CLOUD"), of("US", "TELECOM_CLOUD"), true],
    [of("US", "TELECOM"), of("US", "TELECOM_CLOUD"), true],
    [of("US", "TELECOM_CLOUD"), of("US", "TELECOM"), false],
  ])("%o of %o: %s", (inner, outer, isSo) => {
    expect(isPartOfScope(inner, outer)).toBe(isSo);
  });
});

describe("two scopes overlap where both their places and their sectors do", () => {
  test.each([
    [of("WORLD", "AI"), of("US", "ALL"), true],
    [of("US", "AI"), of("WORLD", "ALL"), true],
    [of("US", "AI"), of("US", "AI"), false],
    [of("US", "AI"), of("WORLD", "INTERNET"), false],
    [of("US", "AI"), of("JP", "ALL"), false],
  ])("%o and %o: %s", (a, b, isSo) => {
    expect(doOverlap(a, b)).toBe(isSo);
    expect(doOverlap(b, a)).toBe(isSo);
  });
});
