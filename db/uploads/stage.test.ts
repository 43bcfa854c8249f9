import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { StagedObservation, UploadProblem } from "../../lib/uploads/staged.ts";
import { stagedChange, stagedObservation, upload } from "../schema/index.ts";
import { withEveryStore } from "../testing.ts";
import { aStagedUpload, granted, stagedRows } from "../testing-uploads.ts";
import { compareUpload } from "./compare.ts";
import { allProblems, problemCounts, problemsOf } from "./problems.ts";
import { type StagedBatch, stageUpload } from "./stage.ts";
import { createUpload, discardUpload, findUpload } from "./uploads.ts";

const years = (count: number, from = 1900) =>
  Array.from({ length: count }, (_, index) => ({ period: String(from + index), value: String(index) }));

const badCell = (row: number, over: Partial<UploadProblem> = {}): UploadProblem => ({
  severity: "error",
  row,
  column: "value",
  value: "35,5",
  rule: "decimal",
  remedy: "write 35.5",
  ...over,
});

withEveryStore("staging", (store) => {
  const db = () => store().db;
  const create = async () => (await createUpload(db(), { author: "ada", fileName: "values.csv" })).id;
  const numberOf = async (id: string) =>
    (await db().select({ number: upload.number }).from(upload).where(eq(upload.id, id)))[0]?.number ?? 0;
  const staged = async (id: string) =>
    db()
      .select()
      .from(stagedObservation)
      .where(eq(stagedObservation.upload, await numberOf(id)))
      .orderBy(stagedObservation.position);

  test("rows are kept to the last digit, in the order of the file, with where they stand in it", async () => {
    const rows: StagedObservation[] = [
      ...stagedRows("B", [
        { period: "2024-Q2", value: "1234567890.000000000000000010", vintage: "2024-07-31" },
        { period: "2024-02-29", value: null, cell: "n/a", source: 'a "source"', note: "{a},\\b\nNULL" },
      ]),
      ...stagedRows("A", [
        { period: "2020-W53", value: "-0", row: 9, column: "Q1, 2024", status: "claimed" },
      ]),
    ];
    const id = await create();
    const progress: unknown[] = [];
    const receipt = await stageUpload(db(), id, [{ observations: rows, problems: [badCell(5)] }], {
      rowsTotal: 4,
      onProgress: (one) => progress.push(one),
    });
    expect(receipt).toEqual({ ok: true, value: { rows: 3, series: 2, errors: 1, warnings: 0 } });
    expect(progress).toEqual([{ done: 3, total: 4 }]);
    expect(await findUpload(db(), id)).toMatchObject({
      state: "staged",
      rowsStaged: 3,
      rowsTotal: 4,
      errors: 1,
    });
    expect(await staged(id)).toMatchObject([
      {
        series: 0,
        position: 0,
        periodStart: "2024-04-01",
        value: "1234567890.000000000000000010",
        cell: null,
        row: 2,
      },
      {
        periodStart: "2024-02-29",
        value: null,
        cell: "n/a",
        source: 'a "source"',
        note: "{a},\\b\nNULL",
        row: 3,
      },
      // ISO week 53 of 2020 began on Monday 28 December 2020.
      { series: 1, periodStart: "2020-12-28", value: "0", row: 9, columnName: "Q1, 2024", status: "claimed" },
    ]);
  });

  test("staging anew takes the place of rows, problems and comparison", async () => {
    const id = await aStagedUpload(db(), stagedRows("S", years(30)), [badCell(2), badCell(3)]);
    granted(await compareUpload(db(), id));
    granted(
      await stageUpload(db(), id, [{ observations: stagedRows("T", years(2)), problems: [badCell(4)] }]),
    );
    expect(await staged(id)).toHaveLength(2);
    expect(await db().$count(stagedChange, eq(stagedChange.upload, await numberOf(id)))).toBe(0);
    expect(await problemsOf(db(), id, { offset: 0, limit: 9 })).toEqual([badCell(4)]);
    expect(await findUpload(db(), id)).toMatchObject({ rowsStaged: 2, errors: 1, base: null, summary: null });
  });

  test("text that PostgreSQL cannot hold, and digits without end, are a report and no crash", async () => {
    const id = await create();
    const rows = stagedRows("S", [
      { period: "2023", value: "1", note: "nul \0 and half a pair \ud800" },
      { period: "2024", value: `1${"0".repeat(100)}` },
      { period: "2025", value: "1".repeat(100) },
    ]);
    const batch = { observations: rows, problems: [badCell(7, { value: "\0\0", column: "\0" })] };
    expect(granted(await stageUpload(db(), id, [batch]))).toMatchObject({ rows: 2, errors: 2 });
    expect((await staged(id)).map(({ note }) => note)).toEqual(["nul � and half a pair �", null]);
    expect(await problemsOf(db(), id, { offset: 0, limit: 9 })).toMatchObject([
      { row: 3, rule: "length", remedy: "write at most 100 digits" },
      { row: 7, value: "��", column: "�" },
    ]);
  });

  describe("work that is stopped", () => {
    async function* endless(each: () => void): AsyncGenerator<StagedBatch> {
      for (let batch = 0; ; batch += 1) {
        each();
        yield { observations: stagedRows("S", years(10, 1900 + batch * 10)), problems: [] };
      }
    }

    test("by its signal throws the signal's reason, and leaves an upload to resume or discard", async () => {
      const id = await create();
      const controller = new AbortController();
      let batches = 0;
      const stop = () => {
        batches += 1;
        if (batches === 4) controller.abort(new Error("cancelled by the editor"));
      };
      const working = stageUpload(db(), id, endless(stop), { signal: controller.signal });
      await expect(working).rejects.toThrow("cancelled by the editor");
      expect(await findUpload(db(), id)).toMatchObject({ state: "staging", rowsStaged: 40 });
      expect(await compareUpload(db(), id)).toEqual({ ok: false, error: { kind: "not-staged", id } });
      granted(await stageUpload(db(), id, [{ observations: stagedRows("S", years(1)), problems: [] }]));
      expect(await staged(id)).toHaveLength(1);
    });

    test("by a later go at the same upload stores nothing more", async () => {
      const id = await create();
      const again = { observations: stagedRows("T", years(3)), problems: [] };
      let batches = 0;
      const overtaken = stageUpload(
        db(),
        id,
        (async function* () {
          for await (const batch of endless(() => {})) {
            batches += 1;
            if (batches === 3) granted(await stageUpload(db(), id, [again]));
            yield batch;
          }
        })(),
      );
      expect(await overtaken).toEqual({ ok: false, error: { kind: "superseded", id } });
      expect(await staged(id)).toHaveLength(3);
    });

    test("by a discard leaves nothing behind", async () => {
      const id = await create();
      let batches = 0;
      const discarded = stageUpload(
        db(),
        id,
        (async function* () {
          for await (const batch of endless(() => {})) {
            batches += 1;
            if (batches === 3) granted(await discardUpload(db(), id));
            yield batch;
          }
        })(),
      );
      expect(await discarded).toEqual({ ok: false, error: { kind: "superseded", id } });
      expect(await staged(id)).toEqual([]);
    });
  });

  describe("5,000 problems", () => {
    const problems = Array.from({ length: 5_000 }, (_, index) =>
      badCell(5_001 - index, index % 10 === 0 ? { severity: "warning", rule: "missing" } : {}),
    );
    const aboutFile = badCell(0, { row: null, column: null, value: null, rule: "bytes" });
    let id = "";

    test("are all listed, by row, what is about the whole file first, and filtered", async () => {
      id = await create();
      granted(await stageUpload(db(), id, [{ observations: [], problems: [...problems, aboutFile] }]));
      expect(await findUpload(db(), id)).toMatchObject({ errors: 4_501, warnings: 500 });
      const rows = async (page: Parameters<typeof problemsOf>[2]) =>
        (await problemsOf(db(), id, page)).map(({ row }) => row);
      expect(await rows({ offset: 0, limit: 3 })).toEqual([null, 2, 3]);
      expect(await rows({ offset: 4_999, limit: 5 })).toEqual([5_000, 5_001]);
      // Warnings are every tenth one from row 5,001 down to row 11.
      expect(await rows({ severity: "warning", offset: 0, limit: 3 })).toEqual([11, 21, 31]);
      expect(await rows({ rule: "bytes", offset: 0, limit: 3 })).toEqual([null]);
    });

    test("are counted by rule", async () => {
      expect(await problemCounts(db(), id)).toEqual([
        { severity: "error", rule: "decimal", problems: 4_500 },
        { severity: "error", rule: "bytes", problems: 1 },
        { severity: "warning", rule: "missing", problems: 500 },
      ]);
    });

    test("are exported as a stream in the same order", async () => {
      const rows: (number | null)[] = [];
      let parts = 0;
      for await (const part of allProblems(db(), id)) {
        parts += 1;
        rows.push(...part.map(({ row }) => row));
      }
      expect(parts).toBeGreaterThan(1);
      expect(rows).toEqual([null, ...Array.from({ length: 5_000 }, (_, index) => index + 2)]);
    });
  });
});
