import { beforeAll, describe, expect, test } from "vitest";
import { planOf, refusalOf, withEveryStore } from "../testing.ts";
import { aCrowd, aSeries, observe } from "../testing-rows.ts";
import { earlierReports, observationsAsOf, packedAsOf } from "./observations.ts";

const quarter = (period: string, periodStart: string, vintage: string, value: string | null) => ({
  frequency: "Q" as const,
  period,
  periodStart,
  vintage,
  value,
});

/**
 * Crunchbase's world venture funding: 2024-Q2 was reported as $79B in July 2024 and stood at $82B a year
 * later. The other periods are made up to hold the cases.
 */
withEveryStore("observations as of a date", (store) => {
  const db = () => store().db;
  let world: number;
  let other: number;
  let thrice: number;
  let firstRevision: number;

  beforeAll(async () => {
    world = await aSeries(db(), { frequency: "Q" });
    other = await aSeries(db(), { frequency: "Q" });
    firstRevision = await observe(db(), world, [
      quarter("2024-Q3", "2024-07-01", "2024-10-31", "66.5"),
      quarter("2024-Q2", "2024-04-01", "2024-07-31", "79"),
      quarter("2024-Q1", "2024-01-01", "2024-04-30", "66"),
    ]);
    await observe(db(), world, [
      quarter("2024-Q2", "2024-04-01", "2025-07-31", "82"),
      quarter("2024-Q1", "2024-01-01", "2025-07-31", null),
      quarter("2024-Q3", "2024-07-01", "2024-10-31", "66.6"),
    ]);
    thrice = await aSeries(db(), { frequency: "Q" });
    await observe(db(), thrice, [
      quarter("2024-Q3", "2024-07-01", "2024-10-31", "66.5"),
      quarter("2024-Q2", "2024-04-01", "2024-07-31", "79"),
      quarter("2024-Q2", "2024-04-01", "2025-07-31", "82"),
      quarter("2024-Q1", "2024-01-01", "2024-04-30", "66"),
      quarter("2024-Q1", "2024-01-01", "2024-10-31", "66.9"),
      quarter("2024-Q1", "2024-01-01", "2025-07-31", null),
    ]);
    await observe(db(), thrice, [quarter("2024-Q1", "2024-01-01", "2024-10-31", "67")]);
    await observe(db(), other, [quarter("2024-Q2", "2024-04-01", "2024-07-31", "1")]);
  });

  const known = async (asOf: string, asAt?: number) =>
    (await observationsAsOf(db(), [world], asOf, asAt)).map(({ period, value }) => `${period} ${value}`);

  test.each([
    { asOf: "2024-01-01", rows: [], name: "nothing before the first report" },
    { asOf: "2024-07-30", rows: ["2024-Q1 66"], name: "a report counts from its day, not before" },
    { asOf: "2024-07-31", rows: ["2024-Q1 66", "2024-Q2 79"], name: "a report counts on its day" },
    {
      asOf: "2024-12-31",
      rows: ["2024-Q1 66", "2024-Q2 79", "2024-Q3 66.6"],
      name: "the first report holds until it is restated; of one vintage the later revision holds",
    },
    {
      asOf: "2026-01-01",
      rows: ["2024-Q1 null", "2024-Q2 82", "2024-Q3 66.6"],
      name: "the restatement holds after it; a withdrawn value is null, not absent",
    },
  ])("$name ($asOf)", async ({ asOf, rows }) => {
    expect(await known(asOf)).toEqual(rows);
  });

  test("an earlier revision can be asked for", async () => {
    expect(await known("2026-01-01", firstRevision)).toEqual(["2024-Q1 66", "2024-Q2 79", "2024-Q3 66.5"]);
  });

  test("several series come by id, each in calendar order", async () => {
    const rows = await observationsAsOf(db(), [other, world], "2024-07-31");
    expect(rows.map((row) => [row.seriesId, row.period])).toEqual([
      [world, "2024-Q1"],
      [world, "2024-Q2"],
      [other, "2024-Q2"],
    ]);
    expect(await observationsAsOf(db(), [], "2026-01-01")).toEqual([]);
  });

  test("earlier reports are those reported again by then, each vintage as last corrected, the first one first", async () => {
    const earlier = async (asOf: string) =>
      (await earlierReports(db(), [thrice], asOf)).map(
        ({ period, value, vintage }) => `${period} ${value} ${vintage}`,
      );
    expect(await earlier("2024-10-30")).toEqual([]);
    expect(await earlier("2025-07-30")).toEqual(["2024-Q1 66 2024-04-30"]);
    expect(await earlier("2026-01-01")).toEqual([
      "2024-Q1 66 2024-04-30",
      "2024-Q1 67 2024-10-31",
      "2024-Q2 79 2024-07-31",
    ]);
  });

  describe("a vintage made void", () => {
    let shares: number;
    const revisions: number[] = [];
    const first = quarter("2024-Q1", "2024-01-01", "2024-04-30", "66");
    const restated = quarter("2024-Q1", "2024-01-01", "2025-07-31", "68");
    const only = quarter("2024-Q2", "2024-04-01", "2024-07-31", "79");
    const isVoid = { value: null, isVoid: true };
    beforeAll(async () => {
      shares = await aSeries(db(), { frequency: "Q" });
      for (const rows of [
        [first, restated, only],
        [
          { ...restated, ...isVoid },
          { ...only, ...isVoid },
        ],
        [{ ...only, value: "80" }],
      ]) {
        revisions.push(await observe(db(), shares, rows));
      }
    });
    const known = async (asOf: string, asAt?: number) =>
      (await observationsAsOf(db(), [shares], asOf, asAt)).map(({ period, value }) => `${period} ${value}`);

    test("is as if nothing had been said that day: the vintage before it holds, or the period is absent", async () => {
      expect(await known("2026-01-01", revisions[1])).toEqual(["2024-Q1 66"]);
      expect(await known("2024-12-31", revisions[1])).toEqual(["2024-Q1 66"]);
    });

    test("holds for whoever asks for the revision before", async () => {
      expect(await known("2026-01-01", revisions[0])).toEqual(["2024-Q1 68", "2024-Q2 79"]);
    });

    test("holds again once a later revision says something of it", async () => {
      expect(await known("2026-01-01")).toEqual(["2024-Q1 66", "2024-Q2 80"]);
    });

    test("restates nothing, so that there is no first report beside it", async () => {
      const reports = async (asAt?: number) =>
        (await earlierReports(db(), [shares], "2026-01-01", asAt)).map(
          ({ period, value }) => `${period} ${value}`,
        );
      expect(await reports(revisions[0])).toEqual(["2024-Q1 66"]);
      expect(await reports()).toEqual([]);
    });

    test.each(["value", "note", "page", "quote"] as const)("says nothing: a %s is refused", async (field) => {
      const row = { ...first, value: null, isVoid: true, [field]: "1" };
      expect(await refusalOf(observe(db(), shares, [row]))).toBe("observation_void_says_nothing");
    });
  });

  test("periods of an irregular series that start on one day are kept apart", async () => {
    const irregular = await aSeries(db(), { frequency: "I" });
    const row = { frequency: "I" as const, periodStart: "2024-01-01", vintage: "2025-01-31" };
    await observe(db(), irregular, [
      { ...row, period: "2024-Q1", value: "3" },
      { ...row, period: "2024", value: "1" },
      { ...row, period: "2024-01", value: "2" },
    ]);
    const rows = await observationsAsOf(db(), [irregular], "2025-02-01");
    expect(rows.map((found) => found.period)).toEqual(["2024", "2024-01", "2024-Q1"]);
  });

  test("one series is read from its own range of the primary key, however much else is stored", async () => {
    await aCrowd(db());
    const plan = await planOf(db(), packedAsOf(db(), [world], "2026-01-01"));
    expect(plan).toContain("Index Scan Backward using observation_key");
    expect(plan).toMatch(/Index Cond: .*series_id = /);
    expect(plan).not.toContain("Seq Scan");
  });
});
