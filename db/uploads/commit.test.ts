import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { planCommit } from "../../lib/ingestion/plan.ts";
import type { SeriesRow, SourceRow } from "../../lib/ingestion/tables.ts";
import { readSnapshot } from "../ingestion/read-snapshot.ts";
import { migrate } from "../migrate.ts";
import { openServer } from "../open-server.ts";
import { latestRevision, revisions } from "../queries/revision.ts";
import { seriesByCodes } from "../queries/series.ts";
import { vintagesOf } from "../queries/vintages.ts";
import { observation, revisionSeries, stagedChange, stagedObservation } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { newDatabase, openServerTestStore, withEveryStore } from "../testing.ts";
import { aRevision, aSeries } from "../testing-rows.ts";
import {
  aComparedUpload,
  anUpload,
  aStagedUpload,
  committed,
  granted,
  stagedRows,
} from "../testing-uploads.ts";
import { compareUpload } from "./compare.ts";
import { stageUpload } from "./stage.ts";
import { createUpload, discardUpload, findUpload } from "./uploads.ts";

const error = {
  severity: "error",
  row: 9,
  column: "value",
  value: "x",
  rule: "decimal",
  remedy: "mend",
} as const;

withEveryStore("committing an upload", (store) => {
  const db = () => store().db;
  let last = 0;
  const aQuarterly = async () => {
    last += 1;
    const code = `SERIES_OF_${last}`;
    return { code, id: await aSeries(db(), { code, frequency: "Q" }) };
  };
  const q2 = (value: string | null) => [{ period: "2024-Q2", value }];

  test("stores what the comparison showed as one revision with its counts, author, message and file", async () => {
    const { code, id } = await aQuarterly();
    await anUpload(db(), stagedRows(code, [{ period: "2024-Q1", value: "66" }]));
    const rows = stagedRows(code, [
      { period: "2024-Q1", value: "67", note: "restated" },
      { period: "2024-Q2", value: "79" },
    ]);
    const { id: upload, comparison } = await aComparedUpload(db(), rows);
    const receipt = granted(await committed(db(), upload, { author: "bob", message: "Recap of Q2" }));
    expect(receipt).toEqual({ outcome: "committed", revision: receipt.revision, counts: comparison.counts });
    expect(await latestRevision(db())).toMatchObject({
      number: receipt.revision,
      kind: "import",
      author: "bob",
      message: "Recap of Q2",
      added: 1,
      revised: 1,
      withdrawn: 0,
    });
    expect(await vintagesOf(db(), id)).toMatchObject([
      { period: "2024-Q1", value: "66" },
      { period: "2024-Q1", value: "67", note: "restated", revision: { number: receipt.revision } },
      { period: "2024-Q2", value: "79", revision: { number: receipt.revision } },
    ]);
  });

  test("leaves the upload committed under its revision, with nothing staged", async () => {
    const { code } = await aQuarterly();
    const { id } = await aComparedUpload(db(), stagedRows(code, q2("1")));
    const { revision } = granted(await committed(db(), id));
    expect(await findUpload(db(), id)).toMatchObject({ state: "committed", revision });
    expect(await db().$count(stagedObservation)).toBe(0);
    expect(await db().$count(stagedChange)).toBe(0);
    const gone = { ok: false, error: { kind: "no-open-upload", id } };
    expect(await committed(db(), id)).toEqual(gone);
    expect(await discardUpload(db(), id)).toEqual(gone);
  });

  test("of what the store says already makes no revision", async () => {
    const { code } = await aQuarterly();
    const { revision } = await anUpload(db(), stagedRows(code, q2("1")));
    expect(await anUpload(db(), stagedRows(code, q2("1.0")))).toMatchObject({
      outcome: "nothing-to-do",
      revision,
    });
    expect((await latestRevision(db()))?.number).toBe(revision);
  });

  test("stops when the store moved on since the comparison, and goes on once compared anew", async () => {
    const { code } = await aQuarterly();
    const { id, comparison } = await aComparedUpload(db(), stagedRows(code, q2("1")));
    const revision = await aRevision(db());
    const rows = await db().$count(observation);
    const refusal = { kind: "store-moved-on", planned: comparison.base, revision };
    expect(await committed(db(), id)).toEqual({ ok: false, error: refusal });
    expect(await db().$count(observation)).toBe(rows);
    granted(await compareUpload(db(), id));
    expect(granted(await committed(db(), id)).outcome).toBe("committed");
  });

  test("is refused before the rows are compared", async () => {
    const id = await aStagedUpload(db(), stagedRows("SERIES_OF_1", q2("1")));
    expect(await committed(db(), id)).toEqual({ ok: false, error: { kind: "not-compared", id } });
  });

  describe("with errors", () => {
    test("is refused, until rows with errors are left out on purpose", async () => {
      const { code, id: seriesId } = await aQuarterly();
      const rows = stagedRows(code, [...q2("1"), { period: "2024-Q3", value: "2" }, ...q2("3")]);
      const { id } = await aComparedUpload(db(), rows, { problems: [error] });
      expect(await committed(db(), id)).toEqual({ ok: false, error: { kind: "has-errors", errors: 2 } });
      expect(granted(await committed(db(), id, { leaveOutErrors: true })).counts.added).toBe(2);
      expect((await vintagesOf(db(), seriesId)).map(({ value }) => value)).toEqual(["1", "2"]);
    });

    test("is refused whatever is left out, if an error is about the whole file", async () => {
      const { code } = await aQuarterly();
      const problems = [{ ...error, row: null, column: null }];
      const { id } = await aComparedUpload(db(), stagedRows(code, q2("1")), { problems });
      const refused = { ok: false, error: { kind: "has-errors", errors: 1 } };
      expect(await committed(db(), id, { leaveOutErrors: true })).toEqual(refused);
    });

    test("does not withdraw values as missing, since a row with an error may be theirs", async () => {
      const { code } = await aQuarterly();
      await anUpload(db(), stagedRows(code, [...q2("1"), { period: "2024-Q3", value: "2" }]));
      const { id } = await aComparedUpload(db(), stagedRows(code, q2("1")), {
        problems: [error],
        missing: { kind: "withdraw", vintage: "2026-01-31" },
      });
      const refused = { ok: false, error: { kind: "has-errors", errors: 1 } };
      expect(await committed(db(), id, { leaveOutErrors: true })).toEqual(refused);
    });
  });

  test("withdraws values missing from the file as null, not as 0, if the editor chose so", async () => {
    const { code, id } = await aQuarterly();
    await anUpload(db(), stagedRows(code, [...q2("1"), { period: "2024-Q3", value: "2" }]));
    const missing = { kind: "withdraw", vintage: "2026-01-31" } as const;
    const receipt = await anUpload(db(), stagedRows(code, q2("1")), { missing });
    expect(receipt.counts).toMatchObject({ unchanged: 1, withdrawn: 1, missing: 1 });
    expect(
      (await vintagesOf(db(), id)).map(({ period, vintage, value }) => [period, vintage, value]),
    ).toEqual([
      ["2024-Q2", "2025-12-31", "1"],
      ["2024-Q3", "2025-12-31", "2"],
      ["2024-Q3", "2026-01-31", null],
    ]);
  });

  test("does not withdraw values as missing while rows are left out by hand, since theirs would be among them", async () => {
    const { code } = await aQuarterly();
    await anUpload(db(), stagedRows(code, [...q2("1"), { period: "2024-Q3", value: "2" }]));
    const { id } = await createUpload(db(), { author: "ada", fileName: "values.csv" });
    const batches = [{ observations: stagedRows(code, q2("3")), problems: [] }];
    const missing = { kind: "withdraw", vintage: "2026-01-31" } as const;
    granted(await stageUpload(db(), id, batches, { rowsLeftOut: 1 }));
    granted(await compareUpload(db(), id, { missing }));
    const refused = { ok: false, error: { kind: "left-out-rows", rows: 1 } };
    expect(await committed(db(), id, { leaveOutErrors: true })).toEqual(refused);
    granted(await compareUpload(db(), id));
    expect(granted(await committed(db(), id)).counts).toMatchObject({ revised: 1, withdrawn: 0 });
  });

  test("withdraws what is missing again once no row is left out, and does not mind rows left out if none is missing", async () => {
    const { code } = await aQuarterly();
    await anUpload(db(), stagedRows(code, q2("1")));
    const { id } = await createUpload(db(), { author: "ada", fileName: "values.csv" });
    const missing = { kind: "withdraw", vintage: "2026-01-31" } as const;
    const stage = async (period: string, rowsLeftOut: number) => {
      const batches = [{ observations: stagedRows(code, [{ period, value: "3" }]), problems: [] }];
      granted(await stageUpload(db(), id, batches, { rowsLeftOut }));
      granted(await compareUpload(db(), id, { missing }));
    };
    await stage("2024-Q3", 1);
    expect(await committed(db(), id)).toMatchObject({ ok: false, error: { kind: "left-out-rows" } });
    await stage("2024-Q3", 0);
    expect(granted(await committed(db(), id)).counts).toMatchObject({ added: 1, withdrawn: 1 });
    const { id: whole } = await createUpload(db(), { author: "ada", fileName: "values.csv" });
    const rows = stagedRows(code, [
      { period: "2024-Q2", value: "5" },
      { period: "2024-Q3", value: "6" },
    ]);
    granted(await stageUpload(db(), whole, [{ observations: rows, problems: [] }], { rowsLeftOut: 2 }));
    granted(await compareUpload(db(), whole, { missing }));
    expect(granted(await committed(db(), whole)).outcome).toBe("committed");
  });

  describe("with series and sources of its own", () => {
    const source: SourceRow = {
      key: "recap",
      publisher: "Crunchbase",
      title: "Q2 recap",
      url: "",
      published: null,
      accessed: null,
      licence: "quoted",
      redistributable: false,
      citation: "",
    };
    const series: SeriesRow = {
      code: "BROUGHT_Q",
      title: "Venture funding",
      measure: "flow",
      unitKind: "currency",
      currency: "USD",
      scale: 1_000_000_000,
      unitOf: null,
      prices: "nominal",
      priceBase: null,
      frequency: "Q",
      yearEnds: 12,
      rate: "period",
      geography: "WORLD",
      sector: "ALL",
      universe: "Crunchbase",
      seasonalAdjustment: "NSA",
      source: "recap",
      staleAfterDays: null,
      visibility: "public",
      plausibleMin: null,
      plausibleMax: null,
      notes: "",
    };
    const planOf = async (database: Db) => {
      const { held, revision } = await readSnapshot(database, []);
      return planCommit({ sources: [source], series: [series] }, held, revision);
    };
    const rows = stagedRows("BROUGHT_Q", [{ period: "2024-Q2", value: "79", source: "recap" }]);

    test("is refused without them, and stores nothing", async () => {
      const { id } = await aComparedUpload(db(), rows);
      const before = await revisions(db());
      expect(await committed(db(), id)).toEqual({
        ok: false,
        error: { kind: "unknown-series", codes: ["BROUGHT_Q"] },
      });
      const { code } = await aQuarterly();
      const cited = stagedRows(code, [{ period: "2024-Q2", value: "79", source: "recap" }]);
      const { id: citing } = await aComparedUpload(db(), cited);
      expect(await committed(db(), citing)).toEqual({
        ok: false,
        error: { kind: "unknown-sources", keys: ["recap"] },
      });
      expect(await revisions(db())).toEqual(before);
    });

    test("stores them under the same revision", async () => {
      const { id } = await aComparedUpload(db(), rows, { newSeries: [series] });
      const receipt = granted(await committed(db(), id, { brings: await planOf(db()) }));
      const [stored] = await seriesByCodes(db(), ["BROUGHT_Q"]);
      expect(stored).toMatchObject({ title: "Venture funding", source: { key: "recap" } });
      expect(await vintagesOf(db(), stored?.id ?? 0)).toMatchObject([
        { value: "79", source: { key: "recap" }, revision: { number: receipt.revision } },
      ]);
    });

    test("is refused when they were planned against another revision than the rows were compared with", async () => {
      const brings = await planOf(db());
      const revision = await aRevision(db());
      const { id } = await aComparedUpload(db(), rows);
      expect(await committed(db(), id, { brings })).toMatchObject({
        ok: false,
        error: { kind: "store-moved-on" },
      });
      expect((await latestRevision(db()))?.number).toBe(revision);
    });
  });

  test("that is cancelled halfway stores nothing and can be tried again", async () => {
    const code = "CANCELLED_D";
    await aSeries(db(), { code, frequency: "D" });
    const day = (index: number) => new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10);
    const days = Array.from({ length: 2_100 }, (_, index) => ({ period: day(index), value: "1" }));
    const { id } = await aComparedUpload(db(), stagedRows(code, days));
    const rows = await db().$count(observation);
    const controller = new AbortController();
    const stop = ({ done }: { done: number }) => {
      if (done >= 2_000) controller.abort(new Error("cancelled by the editor"));
    };
    const cancelled = committed(db(), id, { signal: controller.signal, onProgress: stop });
    await expect(cancelled).rejects.toThrow("cancelled by the editor");
    expect(await db().$count(observation)).toBe(rows);
    expect(granted(await committed(db(), id)).counts.added).toBe(2_100);
  });
});

describe("two instances on one PostgreSQL server", () => {
  test("that commit at the same time: one is stored, the other stopped and shown the new comparison", async () => {
    const { url, drop } = await newDatabase();
    const [one, other] = [await openServer(url, 4), await openServer(url, 4)];
    await migrate(one);
    await aSeries(one.db, { code: "SHARED", frequency: "Q" });
    const stored = await anUpload(one.db, stagedRows("SHARED", [{ period: "2024-Q1", value: "1" }]));
    for (let round = 0; round < 5; round += 1) {
      const uploads = await Promise.all(
        [one, other].map(({ db }, index) =>
          aComparedUpload(
            db,
            stagedRows("SHARED", [{ period: "2024-Q1", value: `${round * 2 + index + 2}` }]),
          ),
        ),
      );
      const outcomes = await Promise.all(
        [one, other].map(({ db }, index) => committed(db, uploads[index]?.id ?? "")),
      );
      expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      const winner = outcomes.findIndex(({ ok }) => ok);
      const loser = [one, other][1 - winner]?.db ?? one.db;
      const again = granted(await compareUpload(loser, uploads[1 - winner]?.id ?? ""));
      expect(again).toMatchObject({ base: (await latestRevision(loser))?.number, counts: { revised: 1 } });
      granted(await committed(loser, uploads[1 - winner]?.id ?? ""));
    }
    const numbers = (await revisions(other.db)).map(({ number }) => number);
    expect(numbers.filter((number) => number > stored.revision)).toHaveLength(10);
    await Promise.all([one.close(), other.close()]);
    await drop();
  });

  test("see nothing of each other's commit while its rows are being stored, and then all of it", async () => {
    const store = await openServerTestStore();
    const { db } = store;
    const seriesId = await aSeries(db, { code: "SEEN", frequency: "Q" });
    const { id } = await aComparedUpload(db, stagedRows("SEEN", [{ period: "2024-Q1", value: "1" }]));
    const seen = async () => [(await vintagesOf(db, seriesId)).length, await latestRevision(db)];
    let committing: ReturnType<typeof committed> | null = null;
    await db.transaction(async (other) => {
      // Rows are stored by now, and the commit waits for this lock before its last statements.
      await other.execute(sql`lock table ${revisionSeries} in share mode`);
      await new Promise<void>((stored) => {
        committing = committed(db, id, { onProgress: () => stored() });
      });
      expect(await seen()).toEqual([0, null]);
    });
    granted(await (committing ?? expect.fail("the commit has begun")));
    expect(await seen()).toMatchObject([1, { added: 1 }]);
    await store.close();
  });

  test("that commit one upload at the same time store it once", async () => {
    const store = await openServerTestStore();
    await aSeries(store.db, { code: "ONCE", frequency: "Q" });
    const { id } = await aComparedUpload(store.db, stagedRows("ONCE", [{ period: "2024-Q1", value: "1" }]));
    const outcomes = await Promise.all([committed(store.db, id), committed(store.db, id)]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, error: { kind: "no-open-upload", id } });
    expect(await store.db.$count(observation)).toBe(1);
    await store.close();
  });
});
