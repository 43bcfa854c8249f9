import { expect, test } from "vitest";
import { periodAtStep } from "../../eras/clock.ts";
import { recursiveAdf } from "../../exuberance/index.ts";
import { aRecord, MONTHLY_INDEX, someData } from "../../figures/testing.ts";
import { US_CONTEXT } from "../../formula/index.ts";
import { anIndicator } from "../testing.ts";
import { explosiveness } from "./explosiveness.ts";

/** Months that wander and then soar, from January 1980 on. */
const values = Array.from(
  { length: 300 },
  (_, i) => 100 + 5 * Math.sin(i * 12.9898) + (i > 280 ? 1.2 ** (i - 280) : 0),
);
const months = Object.fromEntries(values.map((value, i) => [periodAtStep(i, "1980-01", "M"), value]));

function follow(values: Readonly<Record<string, number | null>>) {
  const { records, eras } = someData([aRecord("NOW_M", values, { type: MONTHLY_INDEX })]);
  const run = eras[0];
  if (!run) expect.fail("there is an era");
  const indicator = anIndicator({ kind: "explosiveness", now: "NOW_M", then: "NOW_M" });
  return explosiveness.follow(indicator, { records, formula: US_CONTEXT, run });
}

test("the newest value is BSADF of the last twenty years, and the dot-com course ends at the trough", () => {
  const followed = follow(months);
  if (!followed.ok) expect.fail(followed.error);
  const { now, then, calm } = followed.value;
  // 240 months: the smallest window is 240 (0.01 + 1.8 / sqrt 240) = 30.3, so 30 observations and 29 rows.
  const expected = recursiveAdf(Float64Array.from(values.slice(-240)), { minRows: 29, lag: 0 });
  expect(now.values.at(-1)?.value).toBe(expected.bsadf.at(-1));
  expect(now.values.length).toBe(211);
  expect(then?.values.at(-1)?.period).toBe("2002-10");
  expect(calm).toEqual([]);
});

// September has no value, so October does not follow on what is before it.
test("a gap is a reason not to test, in words", () => {
  const gap = periodAtStep(200, "1980-01", "M");
  expect(follow({ ...months, [gap]: null })).toEqual({
    ok: false,
    error: expect.stringContaining("There is a gap at Oct 1996"),
  });
});
