import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ingest, planPackage, type Receipt } from "../../lib/ingestion/ingest.ts";
import type { PackageFiles } from "../../lib/ingestion/read-package.ts";
import type { CommitNote } from "../../lib/ingestion/store.ts";
import {
  aPackage,
  aPackageWith,
  aPackageWithFigure,
  aPackageWithLine,
  TODAY,
} from "../../lib/ingestion/testing.ts";
import { figures } from "../queries/figures.ts";
import { observationsAsOf } from "../queries/observations.ts";
import { revisions } from "../queries/revision.ts";
import { vintagesOf } from "../queries/vintages.ts";
import { figure, observation, series, source } from "../schema/index.ts";
import type { Store } from "../store.ts";
import { withEveryStore } from "../testing.ts";
import { ingestionStore } from "./store.ts";

const note: CommitNote = {
  author: "editor",
  message: "A package",
  kind: "import",
  fileHash: "a".repeat(64),
};

const venture = "observations/venture.csv";
const valueOfRow2 = (value: string) => aPackageWith(venture, { row: 2, column: "value", value });

/** These tests tell one story of one store, in their order. */
withEveryStore("ingestion", (store: () => Store) => {
  const take = async (files: PackageFiles): Promise<Receipt> => {
    const taken = await ingest(ingestionStore(store().db), files, TODAY, note);
    if (!taken.ok) expect.fail(JSON.stringify(taken.error));
    return taken.value;
  };
  const allRows = () => store().db.$count(observation);

  describe("an empty store", () => {
    test("takes nothing of a package with one bad cell", async () => {
      const refused = await ingest(ingestionStore(store().db), valueOfRow2("35,5"), TODAY, note);
      expect(refused).toMatchObject({ ok: false, error: { kind: "unsound-package" } });
      expect(await revisions(store().db)).toEqual([]);
      expect(await store().db.$count(source)).toBe(0);
    });

    test("takes nothing when the last statement fails", async () => {
      const db = store().db;
      const planned = await planPackage(ingestionStore(db), aPackage(), TODAY);
      if (!planned.ok) expect.fail("the package is sound");
      const [figure] = planned.value.figures.added;
      if (!figure) expect.fail("the package has a figure");
      const broken = { ...planned.value.figures, added: [{ ...figure, name: "Not A Name" }] };
      await expect(ingestionStore(db).commit({ ...planned.value, figures: broken }, note)).rejects.toThrow(
        /insert into "figure"/,
      );
      expect(await revisions(db)).toEqual([]);
      expect(await store().db.$count(series)).toBe(0);
      expect(await allRows()).toBe(0);
    });

    test("takes nothing when the disk is full, and says so", async () => {
      const db = store().db;
      await db.execute(sql`create function no_space() returns trigger language plpgsql as $$
        begin raise exception using errcode = 'disk_full', message = 'No space left on device'; end $$`);
      await db.execute(sql`create trigger no_space before insert on event execute function no_space()`);
      await expect(ingest(ingestionStore(db), aPackage(), TODAY, note)).rejects.toMatchObject({
        name: "StoreError",
        kind: "disk-full",
      });
      expect(await revisions(db)).toEqual([]);
      expect(await allRows()).toBe(0);
      await db.execute(sql`drop trigger no_space on event`);
    });

    test("takes a sound package as one revision", async () => {
      const receipt = await take(aPackage());
      expect(receipt).toMatchObject({ outcome: "committed", counts: { observations: { added: 7 } } });
      const stored = await revisions(store().db);
      expect(stored).toMatchObject([
        { ...note, number: receipt.revision, added: 7, revised: 0, withdrawn: 0 },
      ]);
      expect(await allRows()).toBe(7);
    });
  });

  describe("a store that holds the package", () => {
    test("has nothing to do for the same package, and makes no revision", async () => {
      const before = await revisions(store().db);
      const receipt = await take(aPackage());
      expect(receipt.outcome).toBe("nothing-to-do");
      expect(Object.values(receipt.counts)).toSatisfy((counts: Receipt["counts"]["series"][]) =>
        counts.every(({ added, revised, missing }) => added + revised + missing === 0),
      );
      expect(await revisions(store().db)).toEqual(before);
      expect(await allRows()).toBe(7);
    });

    test("sees that 79.0 is 79", async () => {
      expect(await take(valueOfRow2("79.0"))).toMatchObject({ outcome: "nothing-to-do" });
    });

    test("keeps a first report and its restatement as two rows, each known from its vintage on", async () => {
      const db = store().db;
      const id = await seriesId("VC_ALL_WORLD_CB_Q");
      const known = async (day: string) => (await observationsAsOf(db, [id], day)).map(({ value }) => value);
      expect(await known("2024-07-30")).toEqual([]);
      expect(await known("2024-07-31")).toEqual(["79"]);
      expect(await known("2025-07-30")).toEqual(["79", null]);
      expect(await known("2025-07-31")).toEqual(["82", null]);
    });

    test("appends a later vintage as a row that revises what was known, and leaves the others unchanged", async () => {
      const line = ["VC_ALL_WORLD_CB_Q", "2024-Q2", "83", "2026-07-31", "reported", "", ""];
      const receipt = await take(aPackageWithLine(venture, ...line));
      expect(receipt.counts.observations).toEqual({ added: 0, revised: 1, unchanged: 7, missing: 0 });
      expect(await allRows()).toBe(8);
    });

    test("appends another value at the same vintage under the new revision, keeping the old row", async () => {
      const receipt = await take(valueOfRow2("78.5"));
      expect(receipt.counts.observations).toEqual({ added: 0, revised: 1, unchanged: 6, missing: 0 });
      const rows = await vintagesOf(store().db, await seriesId("VC_ALL_WORLD_CB_Q"));
      const first = rows.filter(({ vintage }) => vintage === "2024-07-31");
      expect(first.map(({ value }) => value)).toEqual(["79", "78.5"]);
      expect(first[1]?.revision.number).toBe(receipt.revision);
    });

    test("counts a value that becomes missing as withdrawn", async () => {
      await take(valueOfRow2(""));
      const [newest] = await revisions(store().db);
      expect(newest).toMatchObject({ added: 0, revised: 0, withdrawn: 1 });
    });

    test("brings a source up to date under its key", async () => {
      await take(aPackageWith("sources.csv", { row: 2, column: "title", value: "Second quarter" }));
      const titles = await store().db.select({ key: source.key, title: source.title }).from(source);
      expect(titles).toContainEqual({ key: "cb_2024q2", title: "Second quarter" });
      expect(titles).toHaveLength(3);
    });

    test("revises a figure where it stands, and puts a new one at the end of the dashboard", async () => {
      const db = store().db;
      await db.update(figure).set({ position: 7, isOnDashboard: false });
      await take(aPackageWithFigure({ subtitle: "By quarter, as reported" }));
      expect(await take(aPackageWithFigure({ subtitle: "By quarter, as reported" }))).toMatchObject({
        outcome: "nothing-to-do",
      });
      await take(aPackageWithFigure({ name: "venture-again" }));
      expect(await figures(db)).toMatchObject([
        { name: "venture", position: 7, isOnDashboard: false, spec: { subtitle: "By quarter, as reported" } },
        { name: "venture-again", position: 8, isOnDashboard: true, spec: { subtitle: "By quarter" } },
      ]);
    });

    test("takes a package of observations only, for series it holds already", async () => {
      const files = new Map([
        ["datapackage.json", '{"resources":[{"path":"observations.csv"}]}'],
        [
          "observations.csv",
          "series,period,value,vintage,status,source,note\nNASDAQ_M,2000-04,3860.66,2000-04-30,reported,nasdaq,\n",
        ],
      ]);
      const receipt = await take(files);
      expect(receipt.counts).toMatchObject({
        observations: { added: 1, revised: 0, unchanged: 0, missing: 2 },
        series: { added: 0, missing: 0 },
        events: { missing: 0 },
      });
    });

    test("refuses another frequency for a series with stored periods", async () => {
      const files = aPackageWith("series.csv", { row: 4, column: "frequency", value: "D" });
      const planned = await planPackage(ingestionStore(store().db), files, TODAY);
      expect(planned).toMatchObject({ ok: false, error: { problems: [{ row: 4, rule: "frequency" }, {}] } });
    });

    test("refuses a plan made before another commit, and stores none of it", async () => {
      const stored = ingestionStore(store().db);
      const late = await planPackage(stored, valueOfRow2("77"), TODAY);
      if (!late.ok) expect.fail("the package is sound");
      const { revision } = await take(valueOfRow2("76"));
      const rows = await allRows();
      expect(await stored.commit(late.value, note)).toEqual({
        ok: false,
        error: { kind: "store-moved-on", planned: late.value.base, revision },
      });
      expect(await allRows()).toBe(rows);
      expect((await revisions(store().db))[0]?.number).toBe(revision);
    });
  });

  test("two commits of one plan at once: one is stored, the other refused", async () => {
    const stored = ingestionStore(store().db);
    const planned = await planPackage(stored, valueOfRow2("70"), TODAY);
    if (!planned.ok) expect.fail("the package is sound");
    const outcomes = await Promise.all([
      stored.commit(planned.value, note),
      stored.commit(planned.value, { ...note, author: "another editor" }),
    ]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  async function seriesId(code: string): Promise<number> {
    const [row] = await store().db.select({ id: series.id }).from(series).where(eq(series.code, code));
    return row?.id ?? expect.fail(`${code} is stored`);
  }
});
