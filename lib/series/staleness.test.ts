import { expect, test } from "vitest";
import { daysStale } from "./staleness.ts";

// From 31 August to 23 November 2026: 30 days of September, 31 of October, 23 of November.
test.each([
  { lastPeriod: "2026-08", limit: 45, today: "2026-11-23", days: 84 },
  { lastPeriod: "2026-08", limit: 84, today: "2026-11-23", days: null },
  { lastPeriod: "2026-08", limit: 83, today: "2026-11-23", days: 84 },
  { lastPeriod: "2026-H2", limit: 1, today: "2026-11-23", days: null },
  { lastPeriod: "1999", limit: null, today: "2026-11-23", days: null },
  { lastPeriod: null, limit: 45, today: "2026-11-23", days: null },
])(
  "$lastPeriod with a limit of $limit days is $days days stale on $today",
  ({ lastPeriod, limit, today, days }) => {
    expect(daysStale(lastPeriod, limit, today)).toBe(days);
  },
);
