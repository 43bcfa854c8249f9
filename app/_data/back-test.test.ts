import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalogue } from "../../db/ingestion/load-catalogue.ts";
import { ingestionStore } from "../../db/ingestion/store.ts";
import { aPackage } from "../../lib/ingestion/testing.ts";
import { invariant } from "../../lib/invariant.ts";
import { type BackTestView, loadBackTest } from "./back-test.ts";
import { noteRevision } from "./noted-revision.ts";
import { commitPackage, serveTestStore, TODAY } from "./testing.ts";

const CATALOGUE = fileURLToPath(new URL("../../db/catalogue", import.meta.url));

describe("the back-test of the starter catalogue", () => {
  let store: Awaited<ReturnType<typeof serveTestStore>>;
  let view: BackTestView;
  beforeAll(async () => {
    store = await serveTestStore();
    const loaded = await loadCatalogue(ingestionStore(store.db), CATALOGUE, TODAY);
    invariant(loaded.ok && loaded.value, "the starter catalogue is sound");
    noteRevision(1);
    const test = await loadBackTest();
    invariant(test.ok, "the starter catalogue has a back-test");
    view = test.value;
  });
  afterAll(() => store.close());

  const month = (name: string) => {
    const found = view.reading.months.find((each) => each.month === name);
    return found ?? expect.fail(`${name} is looked back to`);
  };

  /** The mid-rank percentile of a value: so many values are below it and equal to it, itself among them, of so many. */
  const place = (below: number, equal: number, of: number) => (100 * (below + equal / 2)) / of;

  // Counted over the rows of the catalogue's CSV files by a program of its own.
  test.each([
    {
      name: "1990-12",
      markets: [place(782, 1, 1320), place(196, 1, 239), place(46, 1, 215)],
      listings: [place(2, 1, 11), place(8, 1, 11), place(0, 2, 11)],
    },
    {
      name: "1995-06",
      markets: [place(1326, 1, 1374), place(292, 1, 293), place(166, 1, 269)],
      listings: [place(10, 1, 15), place(8, 1, 15), place(12, 1, 15)],
    },
    {
      name: "2000-03",
      markets: [place(1427, 1, 1431), place(348, 1, 350), place(323, 1, 326)],
      listings: [place(15, 1, 20), place(19, 1, 20), place(19, 1, 20)],
    },
    {
      name: "2003-12",
      markets: [place(1398, 1, 1476), place(363, 1, 395), place(94, 1, 371)],
      listings: [place(0, 1, 24), place(14, 1, 24), place(18, 1, 24)],
    },
  ])("$name stands where its own past puts it", ({ name, markets, listings }) => {
    const { index, ofPillars, places, pillars } = month(name);
    const [valuation, runUp, twoYears] = markets;
    const [count, jump, unprofitable] = listings;
    const expected = {
      "share-valuation": valuation,
      "run-up": runUp,
      "two-year-run-up": twoYears,
      listings: count,
      "first-day-jumps": jump,
      "unprofitable-listings": unprofitable,
    };
    expect(Object.keys(places).sort()).toEqual(Object.keys(expected).sort());
    for (const [input, at] of Object.entries(expected)) expect(places[input], input).toBeCloseTo(at ?? 0, 8);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(ofPillars).toBeCloseTo((mean(markets) + mean(listings)) / 2, 8);
    expect(index).toBeNull();
    const read = pillars.filter(({ level }) => level !== null).map(({ pillar }) => pillar);
    expect(read).toEqual(["markets", "listings"]);
  });

  test("has the alarms that the same program found, and names each", () => {
    const { verdict, others, readable, anyMonth } = view.reading;
    const named = ({ alarms }: typeof verdict) =>
      alarms.map(({ first, last, aftermath }) => [first, last, aftermath?.isCrash]);
    expect(named(verdict)).toEqual([
      ["1991-12", "1994-11", false],
      ["1995-07", "1995-07", false],
      ["1995-11", "2000-11", false],
    ]);
    expect(others.map(named)).toEqual([
      [["1991-12", "2001-11", false]],
      [
        ["1996-02", "1997-11", false],
        ["1998-02", "1998-04", false],
        ["1998-06", "1998-07", false],
        ["1999-12", "2000-10", true],
      ],
    ]);
    expect(verdict.atPeak).toEqual({ kind: "too-early", monthsBefore: 52 });
    expect(readable).toEqual({ byRule: 0, ofPillars: 157 });
    expect(anyMonth).toEqual({ months: 157, followed: 22 });
  });

  test("says of each input since when it counts, or why it never does", () => {
    const inputs = new Map(view.reading.inputs.map((input) => [input.name, input]));
    expect(inputs.get("listings")).toMatchObject({ first: "1990-12", known: { first: 11, last: 24 } });
    expect(inputs.get("run-up")?.basis).toEqual({ ofItsTime: ["NASDAQ_M"], copies: [] });
    expect(inputs.get("capex-share-of-gdp")).toMatchObject({
      first: null,
      reason: "7 values were known by then; it needs 11",
    });
  });

  test("is drawn whole, with the era, the peak and the level of an alarm", () => {
    const { figure } = view;
    expect(figure).toMatchObject({ empty: null, missing: [], unlike: [] });
    expect(figure.bands).toHaveLength(1);
    expect(figure.events.map(({ code }) => code)).toEqual(["nasdaq-peak-2000"]);
    expect(figure.panels[0]?.benchmarks.map(({ at }) => at)).toEqual([80]);
  });
});

test("a store without indicators has no back-test, and says so", async () => {
  const store = await serveTestStore();
  try {
    await commitPackage(store, aPackage());
    expect(await loadBackTest()).toEqual({
      ok: false,
      error: "The weights make no composite: the weights of the pillars must sum to a positive number.",
    });
  } finally {
    await store.close();
  }
});
