import { describe, expect, test } from "vitest";
import { ingest } from "../../lib/ingestion/ingest.ts";
import { planCommit } from "../../lib/ingestion/plan.ts";
import type { Catalogue } from "../../lib/ingestion/tables.ts";
import { aPackage, aPackageWith, TODAY } from "../../lib/ingestion/testing.ts";
import { readSnapshot } from "../ingestion/read-snapshot.ts";
import { ingestionStore } from "../ingestion/store.ts";
import { observationsAsOf } from "../queries/observations.ts";
import { latestRevision } from "../queries/revision.ts";
import { allSeries } from "../queries/series.ts";
import { vintagesOf } from "../queries/vintages.ts";
import { observation } from "../schema/index.ts";
import { withEveryStore } from "../testing.ts";
import { aRevision, aSeries, aSource } from "../testing-rows.ts";
import { anUpload, granted, type StagedValue, stagedRows } from "../testing-uploads.ts";
import { commitEdit } from "./edit.ts";
import {
  changedRows,
  changedValues,
  history,
  revisedSeries,
  revisionEntry,
  revisionsOfSeries,
} from "./history.ts";
import { rollBack } from "./roll-back.ts";
import { planRollBack, restoredValues } from "./roll-back-plan.ts";
import { storedTables } from "./stored-rows.ts";

const all = { offset: 0, limit: 1_000 };

withEveryStore("revisions and their roll-back", (store) => {
  const db = () => store().db;
  let last = 0;
  const aQuarterly = async () => {
    last += 1;
    const code = `QUARTERLY_${last}`;
    return { code, id: await aSeries(db(), { code, frequency: "Q" }) };
  };
  const upload = (code: string, values: readonly StagedValue[], options = {}) =>
    anUpload(db(), stagedRows(code, values), options);
  const undo = async (revision: number, series?: string) => {
    const scope = series === undefined ? { revision } : { revision, series };
    const { base } = granted(await planRollBack(db(), scope));
    return granted(await rollBack(db(), scope, { author: "bob", message: "Take it back", base }));
  };
  const known = async (id: number, asOf = "2026-10-01") =>
    (await observationsAsOf(db(), [id], asOf)).map(({ period, value }) => `${period} ${value}`);

  const q1 = { period: "2024-Q1", value: "66", vintage: "2024-04-30" };
  const q2 = { period: "2024-Q2", value: "79", vintage: "2024-07-31" };

  describe("rolling a revision back", () => {
    test("restores what was known before on every day, and deletes nothing", async () => {
      const { code, id } = await aQuarterly();
      await upload(code, [{ ...q1, note: "first report" }, q2]);
      const before = await vintagesOf(db(), id);
      const { revision } = await upload(code, [
        { ...q1, value: "67" },
        { ...q1, value: "68", vintage: "2025-07-31" },
        { ...q2, value: null, vintage: "2025-07-31" },
        { period: "2024-Q3", value: "66.5", vintage: "2024-10-31" },
      ]);
      const rows = await db().$count(observation);
      expect(await known(id)).toEqual(["2024-Q1 68", "2024-Q2 null", "2024-Q3 66.5"]);

      const receipt = await undo(revision);
      expect(receipt.plan.counts).toEqual({ added: 0, revised: 1, withdrawn: 3, leftAlone: 0 });
      expect(await db().$count(observation)).toBe(rows + 4);
      expect(await known(id)).toEqual(["2024-Q1 66", "2024-Q2 79"]);
      expect(await known(id, "2024-06-30")).toEqual(["2024-Q1 66"]);
      expect(await known(id, "2024-12-31")).toEqual(["2024-Q1 66", "2024-Q2 79"]);
      const content = (vintages: typeof before) => vintages.map(({ revision: _, ...vintage }) => vintage);
      // The corrected vintage of the first quarter is there three times: said, corrected, and said again.
      const after = content(await vintagesOf(db(), id));
      expect(after.map(({ period, vintage, value }) => `${period} ${vintage} ${value}`)).toEqual([
        "2024-Q1 2024-04-30 66",
        "2024-Q1 2024-04-30 67",
        "2024-Q1 2024-04-30 66",
        "2024-Q2 2024-07-31 79",
      ]);
      expect(after.at(2)).toEqual(content(before).at(0));
    });

    test("is a revision of its own, which says what it undoes", async () => {
      const { code } = await aQuarterly();
      const { revision } = await upload(code, [q1]);
      const receipt = await undo(revision);
      expect(await revisionEntry(db(), receipt.revision)).toMatchObject({
        kind: "rollback",
        author: "bob",
        message: "Take it back",
        undoes: revision,
        undoesSeries: null,
        withdrawn: 1,
        sourceFile: null,
        undoneBy: null,
      });
      expect(await revisionEntry(db(), revision)).toMatchObject({ undoneBy: receipt.revision });
      expect(await revisionEntry(db(), 999_999)).toBeNull();
    });

    test("again has nothing to do", async () => {
      const { code } = await aQuarterly();
      const { revision } = await upload(code, [q1]);
      const first = await undo(revision);
      expect(await undo(revision)).toMatchObject({ outcome: "nothing-to-do", revision: first.revision });
      expect((await latestRevision(db()))?.number).toBe(first.revision);
    });

    test("can itself be rolled back, which brings everything back", async () => {
      const { code, id } = await aQuarterly();
      await upload(code, [q1]);
      const { revision } = await upload(code, [{ ...q1, value: "67", note: "noted" }, q2]);
      const undone = await undo(revision);
      const redone = await undo(undone.revision);
      expect(redone.plan.counts).toEqual({ added: 1, revised: 1, withdrawn: 0, leftAlone: 0 });
      expect(await known(id)).toEqual(["2024-Q1 67", "2024-Q2 79"]);
      const ofFirst = (await vintagesOf(db(), id)).filter(({ period }) => period === q1.period);
      expect(ofFirst.at(-1)).toMatchObject({ value: "67", note: "noted" });
      // What is as the first revision left it can be taken back as before.
      expect((await undo(revision)).plan.counts).toEqual({
        added: 0,
        revised: 1,
        withdrawn: 1,
        leftAlone: 0,
      });
      expect(await known(id)).toEqual(["2024-Q1 66"]);
    });

    test("leaves alone, and names, what a later revision changed", async () => {
      const { code, id } = await aQuarterly();
      const { revision } = await upload(code, [q1, q2]);
      const { revision: later } = await upload(code, [{ ...q2, value: "80" }]);
      const scope = { revision };
      const plan = granted(await planRollBack(db(), scope));
      expect(plan.series).toEqual([{ code, added: 0, revised: 0, withdrawn: 1, leftAlone: 1 }]);
      expect(await restoredValues(db(), plan, code, "restored", all)).toEqual([
        {
          period: "2024-Q1",
          vintage: "2024-04-30",
          now: "66",
          then: null,
          isVoidThen: true,
          changedBy: revision,
        },
      ]);
      expect(await restoredValues(db(), plan, code, "left-alone", all)).toEqual([
        {
          period: "2024-Q2",
          vintage: "2024-07-31",
          now: "80",
          then: null,
          isVoidThen: true,
          changedBy: later,
        },
      ]);
      await undo(revision);
      expect(await known(id)).toEqual(["2024-Q2 80"]);
    });

    test("of one series leaves the others as they are", async () => {
      const [one, other] = [await aQuarterly(), await aQuarterly()];
      const { revision } = await anUpload(db(), [
        ...stagedRows(one.code, [q1]),
        ...stagedRows(other.code, [q2]),
      ]);
      const receipt = await undo(revision, one.code);
      expect(await known(one.id)).toEqual([]);
      expect(await known(other.id)).toEqual(["2024-Q2 79"]);
      expect(await revisionEntry(db(), receipt.revision)).toMatchObject({
        undoes: revision,
        undoesSeries: one.code,
      });
      expect(await revisionEntry(db(), revision)).toMatchObject({ undoneBy: null });
      expect((await undo(revision)).plan.series.filter(({ withdrawn }) => withdrawn > 0)).toMatchObject([
        { code: other.code },
      ]);
    });

    test("is refused when the store has moved on since the dry run, or when there is nothing of the kind", async () => {
      const { code } = await aQuarterly();
      const { revision } = await upload(code, [q1]);
      const { base } = granted(await planRollBack(db(), { revision }));
      const newest = await aRevision(db());
      const options = { author: "bob", message: "Take it back", base };
      expect(await rollBack(db(), { revision }, options)).toEqual({
        ok: false,
        error: { kind: "store-moved-on", planned: base, revision: newest },
      });
      for (const scope of [{ revision: 999_999 }, { revision, series: "NO_SUCH_SERIES" }]) {
        expect(await planRollBack(db(), scope)).toEqual({
          ok: false,
          error: { kind: "no-such-revision", scope },
        });
      }
      expect((await latestRevision(db()))?.number).toBe(newest);
    });

    test("of more than two thousand rows is done in stretches", async () => {
      const code = "LONG_D";
      const id = await aSeries(db(), { code, frequency: "D" });
      const day = (index: number) => new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10);
      const days = (value: string) =>
        Array.from({ length: 2_100 }, (_, index) => ({ period: day(index), value }));
      await upload(code, days("1"));
      const { revision } = await upload(code, days("2"));
      expect((await undo(revision)).plan.counts).toMatchObject({ revised: 2_100 });
      expect(new Set((await known(id)).map((text) => text.slice(-1)))).toEqual(new Set(["1"]));
    });
  });

  describe("a data package", () => {
    const note = { author: "ada", message: "A package", kind: "import", fileHash: null } as const;
    const take = async (files: ReturnType<typeof aPackage>) =>
      granted(await ingest(ingestionStore(db()), files, TODAY, note));

    test("is rolled back whole: its rows go, its series are retired and keep the source they have", async () => {
      const before = await storedTables(db());
      const { revision } = await take(aPackage());
      expect((await changedRows(db(), revision)).map(({ table, key }) => `${table} ${key}`)).toEqual([
        "eras AI",
        "eras DOTCOM",
        "events chatgpt",
        "figures venture",
        "rounds openai-2024-10",
        "seedFacts 3 round openai-2024-10",
        "seedFacts 4 observation OPENAI_VAL@2024-10-02",
        "series NASDAQ_M",
        "series OPENAI_VAL",
        "series VC_ALL_WORLD_CB_Q",
        "sources cb_2024q2",
        "sources cb_2025q2",
        "sources nasdaq",
      ]);
      const { plan } = await undo(revision);
      expect(plan.counts).toEqual({ added: 0, revised: 0, withdrawn: 7, leftAlone: 0 });
      expect(plan.rows.kept).toEqual(
        ["cb_2024q2", "cb_2025q2", "nasdaq"].map((key) => ({
          table: "sources",
          key,
          because: { kind: "referred-to", by: expect.stringMatching(/^(series|observations)/) },
        })),
      );
      const after = await storedTables(db());
      expect(after).toMatchObject({
        eras: before.eras,
        events: before.events,
        rounds: before.rounds,
        seedFacts: before.seedFacts,
        figures: before.figures,
      });
      const retired = after.series.filter(({ isRetired }) => isRetired).map(({ code }) => code);
      expect(retired).toEqual(["NASDAQ_M", "OPENAI_VAL", "VC_ALL_WORLD_CB_Q"]);
      expect((await allSeries(db())).map(({ code }) => code)).not.toContain("NASDAQ_M");
    });

    test("that uses the code of a retired series is refused", async () => {
      const refused = await ingest(ingestionStore(db()), aPackage(), TODAY, note);
      const words = refused.ok || refused.error.kind !== "unsound-package" ? [] : refused.error.problems;
      expect(words.filter(({ rule }) => rule === "retired").map(({ value }) => value)).toEqual(
        expect.arrayContaining(["NASDAQ_M", "OPENAI_VAL", "VC_ALL_WORLD_CB_Q"]),
      );
    });

    test("comes back whole when its roll-back is rolled back, and what it changes then can be undone", async () => {
      const rolledBack = (await latestRevision(db()))?.number ?? 0;
      await undo(rolledBack);
      expect((await allSeries(db())).map(({ code }) => code)).toContain("NASDAQ_M");
      expect(await ingest(ingestionStore(db()), aPackage(), TODAY, note)).toMatchObject({
        ok: true,
        value: { outcome: "nothing-to-do" },
      });
      const before = await storedTables(db());
      const { revision } = await take(
        aPackageWith("eras.csv", { row: 3, column: "name", value: "The AI boom" }),
      );
      const [change] = await changedRows(db(), revision);
      expect(change).toMatchObject({
        table: "eras",
        key: "AI",
        before: { name: "AI boom" },
        after: { name: "The AI boom" },
      });
      await undo(revision);
      expect(await storedTables(db())).toEqual(before);
    });
  });

  test("a series that a later upload has values of stays in use when the revision that brought it is undone", async () => {
    await aSource(db(), { key: "brought_by" });
    const { held, revision: base } = await readSnapshot(db(), []);
    const [model] = held.series;
    if (!model) expect.fail("the store has a series");
    const brought = { ...model, code: "BROUGHT", source: "brought_by", frequency: "Q" as const };
    const content: Partial<Catalogue> = { series: [brought] };
    const { revision } = await upload("BROUGHT", [q1], { brings: planCommit(content, held, base) });
    await upload("BROUGHT", [q2]);
    const { plan } = await undo(revision);
    expect(plan.rows.kept).toEqual([{ table: "series", key: "BROUGHT", because: { kind: "changed-since" } }]);
    expect((await allSeries(db())).map(({ code }) => code)).toContain("BROUGHT");
  });

  describe("an edit by hand", () => {
    const editor = async (message: string) => ({
      author: "ada",
      message,
      base: (await latestRevision(db()))?.number ?? 0,
    });

    test("is a revision that says what it changed, and can be rolled back", async () => {
      const tables = await storedTables(db());
      const [series] = tables.series.filter(({ isRetired }) => !isRetired);
      if (!series) expect.fail("the store has a series in use");
      const edit = { put: { series: [{ ...series, isRetired: true, title: "Renamed" }] }, remove: [] };
      const number = granted(await commitEdit(db(), edit, await editor("Retire it")));
      expect(await revisionEntry(db(), number)).toMatchObject({ kind: "edit", message: "Retire it" });
      expect(await changedRows(db(), number)).toMatchObject([
        { table: "series", key: series.code, before: { isRetired: false }, after: { title: "Renamed" } },
      ]);
      expect((await allSeries(db(), { visibility: "private" })).map(({ code }) => code)).not.toContain(
        series.code,
      );
      await undo(number);
      expect(await storedTables(db())).toEqual(tables);
    });

    test("made of an older state is refused", async () => {
      const stale = await editor("Late");
      const revision = await aRevision(db());
      const { sources } = await storedTables(db());
      const edit = { put: { sources: sources.map((row) => ({ ...row, title: "Late" })) }, remove: [] };
      expect(await commitEdit(db(), edit, stale)).toEqual({
        ok: false,
        error: { kind: "store-moved-on", planned: stale.base, revision },
      });
      expect((await storedTables(db())).sources).toEqual(sources);
    });
  });

  describe("the history", () => {
    test("lists revisions newest first, page by page, with the file they were read from", async () => {
      const { code } = await aQuarterly();
      const numbers = [];
      for (const value of ["1", "2", "3"]) numbers.push((await upload(code, [{ ...q1, value }])).revision);
      const listed = await history(db(), { limit: 2 });
      expect(listed.map(({ number }) => number)).toEqual([numbers[2], numbers[1]]);
      const older = await history(db(), { before: numbers[1] ?? 0, limit: 1 });
      expect(older).toMatchObject([
        { number: numbers[0], added: 1, sourceFile: { fileName: "values.csv", byteSize: 0 } },
      ]);
    });

    test("says of a revision which series it touched, and of a series which revisions", async () => {
      const [one, other] = [await aQuarterly(), await aQuarterly()];
      const { revision: first } = await upload(one.code, [q1, q2]);
      const { revision: second } = await anUpload(db(), [
        ...stagedRows(other.code, [q1]),
        ...stagedRows(one.code, [
          { ...q1, value: "67" },
          { ...q2, value: null },
        ]),
      ]);
      expect(await revisedSeries(db(), second)).toEqual([
        { code: one.code, added: 0, revised: 1, withdrawn: 1 },
        { code: other.code, added: 1, revised: 0, withdrawn: 0 },
      ]);
      expect(await revisionsOfSeries(db(), one.id)).toEqual([second, first]);
    });

    test("says of a revision what was known before and what with it, old and new, page by page", async () => {
      const [one, other] = [await aQuarterly(), await aQuarterly()];
      await upload(one.code, [q1, q2]);
      const { revision } = await anUpload(db(), [
        ...stagedRows(one.code, [
          { ...q1, value: "67", vintage: "2025-07-31" },
          { ...q2, value: "80" },
        ]),
        ...stagedRows(other.code, [q1]),
      ]);
      const words = async (number: number, page = {}) =>
        (await changedValues(db(), number, { ...all, ...page })).map(
          (row) => `${row.series} ${row.period} ${row.vintage} ${row.old?.value} ${row.new?.value}`,
        );
      const changes = [
        `${one.code} 2024-Q1 2025-07-31 66 67`,
        `${one.code} 2024-Q2 2024-07-31 79 80`,
        `${other.code} 2024-Q1 2024-04-30 undefined 66`,
      ];
      expect(await words(revision)).toEqual(changes);
      expect(await words(revision, { offset: 1, limit: 1 })).toEqual(changes.slice(1, 2));
      expect(await words(revision, { offset: 1, limit: 5 })).toEqual(changes.slice(1));
      expect(await words(revision, { code: other.code })).toEqual(changes.slice(2));
      const { revision: back } = await undo(revision);
      expect(await words(back)).toEqual([
        `${one.code} 2024-Q1 2025-07-31 67 66`,
        `${one.code} 2024-Q2 2024-07-31 80 79`,
        `${other.code} 2024-Q1 2024-04-30 66 undefined`,
      ]);
    });
  });
});
