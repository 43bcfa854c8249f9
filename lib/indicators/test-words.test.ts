import { expect, test } from "vitest";
import type { Reading } from "./reading.ts";
import { testWords } from "./test-words.ts";
import { anIndicator } from "./testing.ts";

function aReading(period: string, observations: number): Reading {
  const now = { value: 1, period, text: "1", periodText: period };
  return {
    ...{ status: "alone", reason: "none is stored", indicator: anIndicator(), unit: { kind: "multiple" } },
    ...{ now, before: null, observations, isStale: false, labels: [] },
  };
}

// The limits of a test are those of METHODS: 20 values, 50 for a verdict; power with 30 yearly ones is 12 %.
test.each([
  { period: "2025", observations: 46, says: /^46 values, one a year, cannot establish or exclude/ },
  { period: "2025-Q1", observations: 12, says: /^12 values are too few .*: a test takes 20\.$/ },
  { period: "2025-Q1", observations: 49, says: /^49 values are too few .*: a verdict takes 50\.$/ },
  { period: "2025-H1", observations: 1, says: /^One value is too few/ },
  { period: "2025-06", observations: 600, says: /^Its 600 monthly values are not tested here/ },
])("$observations values up to $period", ({ period, observations, says }) => {
  expect(testWords(aReading(period, observations))).toMatch(says);
});

test("an indicator that is a test says nothing more", () => {
  const reading = { ...aReading("2025-06", 600), indicator: anIndicator({ kind: "explosiveness" }) };
  expect(testWords(reading as Reading)).toBeNull();
});
