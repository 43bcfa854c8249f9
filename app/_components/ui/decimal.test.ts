import { expect, test } from "vitest";
import { formatDecimal } from "./decimal.ts";

test.each([
  { stored: "35.50", shown: "35.50" },
  { stored: "1234567.891011", shown: "1,234,567.891011" },
  { stored: "-999", shown: "−999" },
  { stored: "-1000", shown: "−1,000" },
  { stored: "0", shown: "0" },
  { stored: null, shown: "–" },
])("the stored decimal $stored is shown as $shown", ({ stored, shown }) => {
  expect(formatDecimal(stored)).toBe(shown);
});
