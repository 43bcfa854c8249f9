import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { invariant } from "../../lib/invariant.ts";
import { series } from "../schema/index.ts";
import { planOf, withEveryStore } from "../testing.ts";
import { aCrowd, aRevision, aSeries, aSource, observe } from "../testing-rows.ts";
import { allSeries, seriesByCodes } from "./series.ts";
import { loadSeriesRecords } from "./series-records.ts";
import { vintagesOf } from "./vintages.ts";

withEveryStore("series and their records", (store) => {
  const db = () => store().db;
  let venture: number;

  beforeAll(async () => {
    const sourceId = await aSource(db(), {
      key: "ve",
      publisher: "Venture Economics",
      title: "Disbursements",
    });
    const restated = await aSource(db(), {
      key: "ve_2001",
      publisher: "Venture Economics",
      title: "Restated",
    });
    venture = await aSeries(db(), {
      code: "VC_US_VE_A",
      sourceId,
      staleAfterDays: 500,
      notes: "One survey.",
    });
    const year = (period: string, vintage: string, value: string | null) => ({
      frequency: "A" as const,
      period,
      periodStart: `${period}-01-01`,
      vintage,
      value,
    });
    await observe(db(), venture, [
      { ...year("2000", "2001-01-31", "103"), status: "provisional" },
      year("1999", "2000-02-28", "48.3"),
      year("1998", "2000-02-28", "0.1"),
    ]);
    await observe(db(), venture, [
      { ...year("1999", "2001-01-31", "59.4"), sourceId: restated, note: "as restated", page: "2" },
      year("1998", "2001-01-31", "0.1"),
    ]);
    await aSeries(db(), { code: "SECRET_A", sourceId, visibility: "private" });
    await aSeries(db(), {
      code: "DEALS_A",
      sourceId,
      unitKind: "count",
      currency: null,
      scale: 1,
      unitOf: "rounds",
      prices: "none",
      measure: "count",
    });
  });

  const record = async (asOf: string) => {
    const found = (await loadSeriesRecords(db(), ["VC_US_VE_A"], asOf)).get("VC_US_VE_A");
    if (!found) throw new Error("VC_US_VE_A was not found");
    return found;
  };

  describe("a record", () => {
    test("holds amounts in whole dollars, in calendar order, with their status", async () => {
      expect((await record("2026-01-01")).series.observations).toEqual([
        { period: "1998", value: 100_000_000, status: "reported" },
        { period: "1999", value: 59_400_000_000, status: "reported" },
        { period: "2000", value: 103_000_000_000, status: "provisional" },
      ]);
    });

    test("holds what was reported before, whether or not the value changed since", async () => {
      expect((await record("2026-01-01")).earlierReports).toMatchObject([
        { period: "1998", value: 100_000_000, status: "reported", vintage: "2000-02-28" },
        { period: "1999", value: 48_300_000_000, vintage: "2000-02-28", source: { title: "Disbursements" } },
      ]);
      expect((await record("2000-12-31")).earlierReports).toEqual([]);
    });

    test("holds the report of each value as known then: its day, and its own source or else its series’", async () => {
      const reports = async (asOf: string) =>
        (await record(asOf)).reports.map(({ vintage, source }) => `${vintage} ${source.title}`);
      expect(await reports("2026-01-01")).toEqual([
        "2001-01-31 Disbursements",
        "2001-01-31 Restated",
        "2001-01-31 Disbursements",
      ]);
      expect(await reports("2000-12-31")).toEqual(["2000-02-28 Disbursements", "2000-02-28 Disbursements"]);
      expect(await reports("1999-12-31")).toEqual([]);
    });

    test("shares one object among the values of one report", async () => {
      const [of1998, of1999, of2000] = (await record("2026-01-01")).reports;
      expect(of1998).toBe(of2000);
      expect(of1998).not.toBe(of1999);
    });

    test("says what it is and how long it stays fresh", async () => {
      expect(await record("2026-01-01")).toMatchObject({
        series: {
          code: "VC_US_VE_A",
          type: {
            measure: "flow",
            unit: { kind: "currency", currency: "USD", scale: 1 },
            prices: { kind: "nominal" },
            frequency: "A",
            rate: "period",
          },
        },
        notes: "One survey.",
        unitWords: "USD billion, nominal",
        staleAfterDays: 500,
      });
    });

    test("is left out for an unknown code and for a private series", async () => {
      const codes = ["VC_US_VE_A", "SECRET_A", "NO_SUCH_CODE"];
      expect([...(await loadSeriesRecords(db(), codes, "2026-01-01")).keys()]).toEqual(["VC_US_VE_A"]);
      const all = await loadSeriesRecords(db(), codes, "2026-01-01", "private");
      expect([...all.keys()]).toEqual(["SECRET_A", "VC_US_VE_A"]);
      expect((await loadSeriesRecords(db(), [], "2026-01-01")).size).toBe(0);
    });
  });

  test("every public series comes with its reach and the sources its values cite", async () => {
    expect(await allSeries(db())).toMatchObject([
      { code: "DEALS_A", firstPeriod: null, lastPeriod: null, lastVintage: null, citedSources: [] },
      {
        code: "VC_US_VE_A",
        firstPeriod: "1998",
        lastPeriod: "2000",
        lastVintage: "2001-01-31",
        source: { title: "Disbursements", redistributable: true },
        citedSources: [
          {
            key: "ve_2001",
            publisher: "Venture Economics",
            title: "Restated",
            url: "",
            licence: "public domain",
            redistributable: true,
          },
        ],
      },
    ]);
    expect((await allSeries(db(), { visibility: "private" })).map((row) => row.code)).toContain("SECRET_A");
  });

  test("a record may be passed on only while the source of each of its values allows it", async () => {
    const sourceId = await aSource(db(), { publisher: "Closed House", redistributable: false });
    const mixed = await aSeries(db(), { code: "MIXED_A" });
    const withheldBy = async () =>
      (await loadSeriesRecords(db(), ["MIXED_A"], "2026-01-01")).get("MIXED_A")?.withheldBy;
    const year = (period: string) => ({
      frequency: "A" as const,
      period,
      periodStart: `${period}-01-01`,
      vintage: "2001-01-31",
      value: "1",
    });
    await observe(db(), mixed, [year("1998")]);
    expect(await withheldBy()).toBeNull();
    await observe(db(), mixed, [{ ...year("1999"), sourceId }]);
    expect(await withheldBy()).toMatchObject({ publisher: "Closed House" });
  });

  describe("what a later revision made void", () => {
    let withdrawn: number;
    const revisions: number[] = [];
    const year = (period: string, vintage: string, value: string | null) => ({
      frequency: "A" as const,
      period,
      periodStart: `${period}-01-01`,
      vintage,
      value,
    });
    beforeAll(async () => {
      const sourceId = await aSource(db(), { key: "agency", redistributable: false });
      withdrawn = await aSeries(db(), { code: "WITHDRAWN_A" });
      const added = [
        { ...year("1990", "2002-01-31", "1"), sourceId },
        { ...year("1999", "2002-01-31", "5"), sourceId },
        { ...year("2001", "2002-01-31", "7"), sourceId },
      ];
      revisions.push(
        await observe(db(), withdrawn, [year("1998", "2001-01-31", "3"), year("1999", "2001-01-31", "4")]),
      );
      revisions.push(await observe(db(), withdrawn, added));
      await observe(
        db(),
        withdrawn,
        added.map((row) => ({ ...row, value: null, sourceId: null, isVoid: true })),
      );
    });
    const listed = async (asAt?: number) =>
      (await allSeries(db(), { asAt })).find(({ id }) => id === withdrawn);

    test.each([
      {
        when: "before",
        at: () => revisions[0],
        first: "1998",
        last: "1999",
        vintage: "2001-01-31",
        cited: 0,
      },
      {
        when: "while it held",
        at: () => revisions[1],
        first: "1990",
        last: "2001",
        vintage: "2002-01-31",
        cited: 1,
      },
      { when: "now", at: () => undefined, first: "1998", last: "1999", vintage: "2001-01-31", cited: 0 },
    ])("does not count for the reach and the citations of its series ($when)", async ({ at, ...is }) => {
      const row = await listed(at());
      expect(row).toMatchObject({ firstPeriod: is.first, lastPeriod: is.last, lastVintage: is.vintage });
      expect(row?.citedSources).toHaveLength(is.cited);
    });

    test("is not among its vintages, and is as of the revision before", async () => {
      const vintages = async (asAt?: number) =>
        (await vintagesOf(db(), withdrawn, asAt)).map((row) => `${row.period} ${row.vintage} ${row.value}`);
      expect(await vintages()).toEqual(["1998 2001-01-31 3", "1999 2001-01-31 4"]);
      expect(await vintages(revisions[1])).toEqual([
        "1990 2002-01-31 1",
        "1998 2001-01-31 3",
        "1999 2001-01-31 4",
        "1999 2002-01-31 5",
        "2001 2002-01-31 7",
      ]);
    });

    test("is not in its record, and is as of the revision before", async () => {
      const at = async (asAt?: number) => {
        const records = await loadSeriesRecords(db(), ["WITHDRAWN_A"], "2026-01-01", "public", asAt);
        const record = records.get("WITHDRAWN_A");
        invariant(record, "the series is stored");
        const { earlierReports, reports, withheldBy } = record;
        return {
          isWithheld: withheldBy !== null,
          newest: reports
            .map(({ vintage }) => vintage)
            .toSorted()
            .at(-1),
          earlier: earlierReports.map(({ period, value }) => [period, value]),
        };
      };
      expect(await at()).toEqual({ isWithheld: false, newest: "2001-01-31", earlier: [] });
      expect(await at(revisions[1])).toEqual({
        isWithheld: true,
        newest: "2002-01-31",
        earlier: [["1999", 4e9]],
      });
    });
  });

  test("a retired series is in no list, and in those as of an earlier revision", async () => {
    const id = await aSeries(db(), { code: "RETIRED_A" });
    const before = await aRevision(db());
    const retiredRevision = await aRevision(db());
    await db().update(series).set({ retiredRevision }).where(eq(series.id, id));
    const codes = async (asAt?: number) =>
      (await allSeries(db(), { visibility: "private", asAt })).map(({ code }) => code);
    const found = (asAt?: number) => seriesByCodes(db(), ["RETIRED_A"], "private", asAt);
    expect(await codes()).not.toContain("RETIRED_A");
    expect(await found()).toEqual([]);
    expect(await codes(retiredRevision)).not.toContain("RETIRED_A");
    expect(await codes(before)).toContain("RETIRED_A");
    expect(await found(before)).toHaveLength(1);
  });

  test("series are found by code", async () => {
    const found = await seriesByCodes(db(), ["VC_US_VE_A", "DEALS_A", "SECRET_A"]);
    expect(found.map((row) => [row.code, row.scale, row.unitOf])).toEqual([
      ["DEALS_A", 1, "rounds"],
      ["VC_US_VE_A", 1_000_000_000, null],
    ]);
  });

  test("every stored row has its own source, else that of its series, and its revision", async () => {
    const rows = await vintagesOf(db(), venture);
    expect(rows.map((row) => [row.period, row.vintage, row.value, row.source.key])).toEqual([
      ["1998", "2000-02-28", "0.1", "ve"],
      ["1998", "2001-01-31", "0.1", "ve"],
      ["1999", "2000-02-28", "48.3", "ve"],
      ["1999", "2001-01-31", "59.4", "ve_2001"],
      ["2000", "2001-01-31", "103", "ve"],
    ]);
    expect(rows[3]).toMatchObject({
      note: "as restated",
      page: "2",
      revision: { message: "Figures of the Bureau" },
    });
    expect(rows[3]?.revision.createdAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/);
  });

  test("the list is read by looks into indexes, however many observations are stored", async () => {
    const [first, second] = [await aSource(db(), { key: "b" }), await aSource(db(), { key: "a" })];
    const crowd = await aCrowd(db(), { sourceId: first });
    await observe(db(), crowd, [
      {
        frequency: "D",
        period: "2021-01-01",
        periodStart: "2021-01-01",
        vintage: "2025-01-01",
        value: null,
        sourceId: second,
      },
    ]);
    const listed = (await allSeries(db())).find(({ id }) => id === crowd);
    expect(listed).toMatchObject({
      firstPeriod: "1970-01-01",
      lastPeriod: "2021-01-01",
      lastVintage: "2025-01-01",
      citedSources: [{ key: "a" }, { key: "b" }],
    });

    const plan = await planOf(db(), allSeries(db()));
    expect(plan).not.toMatch(/(Seq|Bitmap Heap) Scan on observation/);
    for (const index of ["observation_key", "observation_vintage", "observation_citation"]) {
      expect(plan).toMatch(new RegExp(`Limit\\s+-> +Index .*Scan .*using ${index}`));
    }
  });
});
