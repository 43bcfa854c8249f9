import { describe, expect, test } from "vitest";
import { aRecord, DOTCOM, MONTHLY_INDEX } from "../figures/testing.ts";
import { US_CONTEXT } from "../formula/index.ts";
import { granted } from "../gauge/testing.ts";
import type { ReportedValue, SeriesRecord, SourceRecord } from "../series/record.ts";
import { courseThen } from "./course-then.ts";
import { anIndicator } from "./testing.ts";

const UNTIL = "2003-12-31";
const SOURCE = { key: "survey" } as SourceRecord;
const of = (vintage: string) => ({ vintage, source: SOURCE });

function then(record: SeriesRecord, formula = record.series.code) {
  const records = new Map([[record.series.code, record]]);
  const indicator = anIndicator({ now: formula, then: formula });
  return granted(courseThen(indicator, { records, formula: US_CONTEXT, run: DOTCOM, until: UNTIL }));
}

describe("a series that is one later copy", () => {
  const copy = aRecord("COPY_M", { "1990-01": 3, "1990-02": 5 }, { type: MONTHLY_INDEX });

  test.each([
    { day: "1990-01-30", values: [] },
    { day: "1990-01-31", values: [3] },
    { day: "1990-02-27", values: [3] },
    { day: "1990-02-28", values: [3, 5] },
  ])("has on $day the values of the periods that had ended: $values", ({ day, values }) => {
    expect(
      then(copy)
        .knownOn(day)
        .map(({ value }) => value),
    ).toEqual(values);
  });

  test("is said to be one, of its newest vintage of those years", () => {
    const later = { "2004-01": of("2026-11-01") };
    const longer = aRecord("COPY_M", { "1990-01": 3, "2004-01": 5 }, { type: MONTHLY_INDEX, reports: later });
    expect(then(longer).basis).toEqual({
      ofItsTime: [],
      copies: [{ code: "COPY_M", vintage: "2026-10-08" }],
    });
  });
});

describe("a series with reports of the time", () => {
  // 1999 was 48 at first and 59 a year later; 2001 was first said ten years after.
  const earlier: ReportedValue = { period: "1999", value: 48, status: "reported", ...of("2000-02-29") };
  const survey = aRecord(
    "SURVEY_A",
    { "1998": 19, "1999": 59, "2001": 41 },
    {
      type: { frequency: "A" },
      reports: { "1998": of("2000-02-07"), "1999": of("2001-02-28"), "2001": of("2011-10-12") },
      earlierReports: [earlier],
    },
  );

  test.each([
    { day: "1999-12-31", values: [] },
    { day: "2000-02-07", values: [19] },
    { day: "2000-02-29", values: [19, 48] },
    { day: "2001-02-27", values: [19, 48] },
    { day: "2001-02-28", values: [19, 59] },
    { day: "2003-12-31", values: [19, 59] },
  ])("is known on $day as it had been reported by then: $values", ({ day, values }) => {
    expect(
      then(survey)
        .knownOn(day)
        .map(({ value }) => value),
    ).toEqual(values);
  });

  test("is said to be of its time", () => {
    expect(then(survey).basis).toEqual({ ofItsTime: ["SURVEY_A"], copies: [] });
  });

  test("is read in a formula that divides by a later month, each value from its own report on", () => {
    const prices = aRecord(
      "PRICES_M",
      { "1994-01": 10, "1994-02": 12, "1995-08": 20 },
      {
        type: MONTHLY_INDEX,
        reports: {
          "1994-01": of("1994-01-31"),
          "1994-02": of("1994-02-28"),
          "1995-08": of("1995-08-31"),
        },
      },
    );
    const known = then(prices, "PRICES_M / PRICES_M@1995-08").knownOn("1994-02-27");
    expect(known).toMatchObject([{ period: "1994-01", value: 0.5 }]);
  });
});

test("an indicator without a counterpart in those years has no course, and says so", () => {
  const record = aRecord("COPY_M", { "1990-01": 3 }, { type: MONTHLY_INDEX });
  const records = new Map([["COPY_M", record]]);
  const alone = anIndicator({ now: "COPY_M", then: null });
  expect(courseThen(alone, { records, formula: US_CONTEXT, run: DOTCOM, until: UNTIL })).toEqual({
    ok: false,
    error: "no dot-com counterpart is stored",
  });
});
