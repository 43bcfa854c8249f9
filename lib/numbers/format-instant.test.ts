import { expect, test } from "vitest";
import { formatInstant } from "./format-instant.ts";

test.each([
  { instant: "2026-11-23T15:58:59.999Z", words: "23 Nov 2026, 15:58 UTC" },
  { instant: "2026-01-01T00:30:00+01:00", words: "31 Dec 2025, 23:30 UTC" },
])("$instant is shown as $words", ({ instant, words }) => {
  expect(formatInstant(new Date(instant))).toBe(words);
});
