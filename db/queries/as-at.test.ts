import { beforeAll, describe, expect, test } from "vitest";
import { ingest } from "../../lib/ingestion/ingest.ts";
import { aPackage, TODAY } from "../../lib/ingestion/testing.ts";
import type { StoredTables } from "../../lib/revisions/row-change.ts";
import { ingestionStore } from "../ingestion/store.ts";
import { commitEdit } from "../revisions/edit.ts";
import { storedTables } from "../revisions/stored-rows.ts";
import type { RowEdit } from "../revisions/write-rows.ts";
import { withEveryStore } from "../testing.ts";
import { granted } from "../testing-uploads.ts";
import { eras } from "./eras.ts";
import { events } from "./events.ts";
import { figureByName, figures } from "./figures.ts";
import { latestRevision } from "./revision.ts";
import { allSeries } from "./series.ts";
import { seriesAsAt } from "./series-as-at.ts";
import { loadSeriesRecords } from "./series-records.ts";

const CODE = "VC_ALL_WORLD_CB_Q";

withEveryStore("the small tables as of a revision", (store) => {
  const db = () => store().db;
  let first: StoredTables;
  let firstNumber: number;

  const edit = async (put: RowEdit["put"], remove: RowEdit["remove"] = []) => {
    const base = (await latestRevision(db()))?.number ?? 0;
    return granted(await commitEdit(db(), { put, remove }, { author: "ada", message: "Edit", base }));
  };
  const only = <Row>(rows: readonly Row[], is: (row: Row) => boolean): Row => {
    const row = rows.find(is);
    if (row === undefined) expect.fail("the package holds it");
    return row;
  };
  /** All that readers are given; the id of a series’ source stays in the store, its content is compared. */
  const everything = async (asAt?: number) => ({
    eras: await eras(db(), asAt),
    events: await events(db(), asAt),
    figures: await figures(db(), asAt),
    series: (await seriesAsAt(db(), await allSeries(db(), { visibility: "private", asAt }), asAt)).map(
      ({ sourceId: _, ...row }) => row,
    ),
    records: await loadSeriesRecords(db(), [CODE], TODAY, "public", asAt),
  });

  beforeAll(async () => {
    const note = { author: "ada", message: "A package", kind: "import", fileHash: null } as const;
    firstNumber = granted(await ingest(ingestionStore(db()), aPackage(), TODAY, note)).revision;
    first = await storedTables(db());
  });

  test("are as they were, however often they were changed, added to and removed from since", async () => {
    const before = await everything();
    const era = only(first.eras, ({ code }) => code === "AI");
    const event = only(first.events, () => true);
    const figure = only(first.figures, () => true);
    const source = only(first.sources, ({ key }) => key === "cb_2024q2");
    const series = only(first.series, ({ code }) => code === CODE);
    await edit({ eras: [{ ...era, name: "Once renamed" }], figures: [{ ...figure, isOnDashboard: false }] });
    await edit({
      eras: [
        { ...era, name: "Twice renamed", onset: "2020-01" },
        { ...era, code: "LATE", name: "Late" },
      ],
      sources: [{ ...source, title: "Renamed" }],
      series: [{ ...series, title: "Renamed", scale: 1_000_000, source: "cb_2025q2" }],
      figures: [{ ...figure, name: "late", position: 0 }],
    });
    await edit({ figures: [{ ...figure, spec: { ...figure.spec, subtitle: "By half-year" } }] }, [
      { table: "events", key: event.code },
    ]);
    expect(await everything()).not.toEqual(before);
    expect((await eras(db())).map(({ name }) => name)).toContain("Twice renamed");

    expect(await everything(firstNumber)).toEqual(before);
    expect((await figureByName(db(), figure.name, firstNumber))?.spec).toEqual(figure.spec);
    expect(await figureByName(db(), "late", firstNumber)).toBeNull();
    const now = (await latestRevision(db()))?.number ?? 0;
    expect(await everything(now)).toEqual(await everything());
  });

  describe("what may be shown is of now, or forbidden then:", () => {
    const codesAt = async (asAt: number) =>
      (await seriesAsAt(db(), await allSeries(db(), { asAt }), asAt)).map(({ code }) => code);

    test("a series that is private now is in no public answer of an earlier revision", async () => {
      const nasdaq = only(first.series, ({ code }) => code === "NASDAQ_M");
      expect(await codesAt(firstNumber)).toContain("NASDAQ_M");
      await edit({ series: [{ ...nasdaq, visibility: "private" }] });
      expect(await codesAt(firstNumber)).not.toContain("NASDAQ_M");
      await edit({ series: [nasdaq] });
    });

    test("terms that were tightened since hold for an earlier revision too, and loosened ones do not", async () => {
      const nasdaq = only(first.sources, ({ key }) => key === "nasdaq");
      const open = await edit({ sources: [{ ...nasdaq, redistributable: true }] });
      const withheld = async (asAt: number) =>
        (await loadSeriesRecords(db(), ["NASDAQ_M"], TODAY, "public", asAt)).get("NASDAQ_M")?.withheldBy?.key;
      expect(await withheld(open)).toBeUndefined();
      expect(await withheld(firstNumber)).toBe("nasdaq");
      await edit({ sources: [{ ...nasdaq, redistributable: false }] });
      expect(await withheld(open)).toBe("nasdaq");
    });
  });

  test("a series is there from the revision that brought it, except while it was retired", async () => {
    const model = only(first.series, ({ code }) => code === CODE);
    const late = { ...model, code: "LATE_Q" };
    const brought = await edit({ series: [late] });
    const retired = await edit({ series: [{ ...late, isRetired: true }] });
    const back = await edit({ series: [late] });
    const isThere = async (asAt: number) =>
      (await seriesAsAt(db(), await allSeries(db(), { asAt }), asAt)).some(({ code }) => code === "LATE_Q");
    expect(await Promise.all([firstNumber, brought, retired, back].map(isThere))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});
