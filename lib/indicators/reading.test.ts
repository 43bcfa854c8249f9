import { expect, test } from "vitest";
import { aRecord, MONTHLY_INDEX, someData } from "../figures/testing.ts";
import { US_CONTEXT } from "../formula/index.ts";
import { invariant } from "../invariant.ts";
import { readIndicator } from "./reading.ts";
import { anIndicator } from "./testing.ts";

const reads = (now: string) => anIndicator({ now, then: "LATE_M" });

/** One that ends in August 2026 and one that ends two months later, each allowed 62 days. */
const MONTHS = { type: MONTHLY_INDEX, staleAfterDays: 62 };
const early = aRecord("EARLY_M", { "2000-02": 1, "2026-08": 2 }, MONTHS);
const late = aRecord("LATE_M", { "2000-02": 3, "2026-08": 2, "2026-09": 2, "2026-10": 4 }, MONTHS);

// 31 August to 1 November is 62 days; from 31 October to 23 November it is 23.
test.each([
  { what: "its series ended longer ago than it allows", now: "EARLY_M", asOf: "2026-11-02", isStale: true },
  { what: "its series is on its last allowed day", now: "EARLY_M", asOf: "2026-11-01", isStale: false },
  { what: "its series goes on", now: "LATE_M", asOf: "2026-11-23", isStale: false },
  { what: "one of two series ended", now: "LATE_M / EARLY_M", asOf: "2026-11-23", isStale: true },
])("a reading is stale ($isStale) when $what", ({ now, asOf, isStale }) => {
  const { records, eras } = someData([early, late]);
  const [dotcom, ai] = eras;
  invariant(dotcom && ai, "there are two eras");
  const reading = readIndicator(reads(now), { records, then: dotcom, now: ai, formula: US_CONTEXT, asOf });
  expect(reading).toMatchObject({ status: "read", isStale });
});

test("what was known before the era began gives no reading of it", () => {
  // The newest value is of October 2022; the AI era begins in November.
  const before = aRecord("BEFORE_M", { "2000-02": 3, "2022-10": 2 }, MONTHS);
  const { records, eras } = someData([before, late]);
  const [dotcom, ai] = eras;
  invariant(dotcom && ai, "there are two eras");
  const context = { records, then: dotcom, now: ai, formula: US_CONTEXT, asOf: "2022-11-05" };
  expect(readIndicator(reads("BEFORE_M"), context)).toMatchObject({
    status: "unavailable",
    reason: "the newest value known, of Oct 2022, is from before the onset of Nov 2022",
  });
});

test("why a formula has no value is told as a clause, which stands within a sentence", () => {
  const { records, eras } = someData([late]);
  const [dotcom, ai] = eras;
  invariant(dotcom && ai, "there are two eras");
  const context = { records, then: dotcom, now: ai, formula: US_CONTEXT, asOf: "2026-11-23" };
  expect(readIndicator(reads("NOBODY_M"), context)).toMatchObject({
    status: "unavailable",
    reason: "no series has the code NOBODY_M",
  });
});
