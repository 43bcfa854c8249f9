import { expect, test } from "vitest";
import { unitSign, unitWords } from "./unit-words.ts";

const USD = { kind: "currency", currency: "USD", scale: 1 } as const;

test("an amount is never named without its price basis", () => {
  expect(unitWords(USD, { kind: "nominal" })).toBe("US dollars, nominal");
  expect(unitWords(USD, { kind: "constant", base: "2025" })).toBe("US dollars, 2025 prices");
});

test("per cent and percentage points are kept apart", () => {
  expect([unitWords({ kind: "share" }), unitWords({ kind: "points" })]).toEqual([
    "per cent",
    "percentage points",
  ]);
  expect([unitSign({ kind: "percent" }), unitSign({ kind: "points" })]).toEqual(["%", "pts"]);
});

test("counts and indices say of what and on which base", () => {
  expect(unitWords({ kind: "count", of: "rounds" })).toBe("number of rounds");
  expect(unitWords({ kind: "index", base: "1971 = 100" })).toBe("index, 1971 = 100");
});
