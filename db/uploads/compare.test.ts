import { beforeAll, describe, expect, test } from "vitest";
import { withEveryStore } from "../testing.ts";
import { aSeries, observe } from "../testing-rows.ts";
import {
  aComparedUpload,
  anUpload,
  aStagedUpload,
  granted,
  type StagedValue,
  stagedRows,
} from "../testing-uploads.ts";
import { compareUpload } from "./compare.ts";
import { problemsOf } from "./problems.ts";
import { changesOf, missingFromFile, seriesAfter, touchedSeries } from "./review.ts";
import { discardUpload, findUpload } from "./uploads.ts";

const all = { offset: 0, limit: 1_000 };
const none = { added: 0, revised: 0, withdrawn: 0, unchanged: 0, missing: 0 };

withEveryStore("comparing an upload with the store", (store) => {
  const db = () => store().db;
  let last = 0;
  const nextCode = () => {
    last += 1;
    return `CASE_${last}`;
  };
  /** A quarterly series of one's own, and the rows it holds. */
  async function series(
    values: readonly StagedValue[],
    row: Parameters<typeof aSeries>[1] = {},
  ): Promise<string> {
    const code = nextCode();
    await aSeries(db(), { code, frequency: "Q", ...row });
    if (values.length > 0) await anUpload(db(), stagedRows(code, values));
    return code;
  }
  const compare = async (code: string, values: readonly StagedValue[], options = {}) =>
    aComparedUpload(db(), stagedRows(code, values), options);
  const kinds = async (id: string) =>
    (await changesOf(db(), id, all)).map(({ kind, period, vintage, value, old }) =>
      [kind, period, vintage, old?.value, value].join(" "),
    );
  const problems = async (id: string) =>
    (await problemsOf(db(), id, all)).map(({ severity, row, value, rule, remedy }) =>
      [severity, row, value, rule, remedy].join(" | "),
    );

  describe("a row", () => {
    const q2 = { period: "2024-Q2", value: "79", vintage: "2024-07-31" };

    test("of a period of which nothing is known is new", async () => {
      const { id, comparison } = await compare(await series([]), [q2]);
      expect(comparison.counts).toEqual({ ...none, added: 1 });
      expect(await kinds(id)).toEqual(["new 2024-Q2 2024-07-31  79"]);
    });

    test.each([
      { name: "a later vintage", row: { vintage: "2025-07-31" } },
      { name: "the same vintage", row: {} },
      { name: "the same number with other digits", row: { value: "79.00" } },
    ])("that says what is known on the day of $name is unchanged", async ({ row }) => {
      const { id, comparison } = await compare(await series([q2]), [{ ...q2, ...row }]);
      expect(comparison.counts).toEqual({ ...none, unchanged: 1 });
      expect(await kinds(id)).toEqual([]);
    });

    test("is compared with what was known on the day of its vintage, not with what is known now", async () => {
      const code = await series([q2, { ...q2, value: "82", vintage: "2025-07-31" }]);
      const { comparison } = await compare(code, [
        { ...q2, vintage: "2024-12-31" },
        { ...q2, value: "82", vintage: "2025-12-31" },
      ]);
      expect(comparison.counts).toEqual({ ...none, unchanged: 2 });
      const early = await compare(code, [{ ...q2, value: "78", vintage: "2024-07-01" }]);
      expect(await kinds(early.id)).toEqual(["new 2024-Q2 2024-07-01  78"]);
    });

    test.each([
      { part: "value", row: { value: "82" } },
      { part: "status", row: { status: "provisional" } },
      { part: "note", row: { note: "restated" } },
      { part: "source", row: { source: "release_2025" } },
    ] as const)("that says another $part revises what is known", async ({ part, row }) => {
      const { id, comparison } = await compare(await series([q2]), [
        { ...q2, vintage: "2025-07-31", ...row },
      ]);
      expect(comparison.counts).toEqual({ ...none, revised: 1 });
      const [change] = await changesOf(db(), id, all);
      expect(change).toMatchObject({
        kind: "revised",
        differs: [part],
        old: { value: "79", status: "reported", vintage: "2024-07-31" },
        row: 2,
        column: "value",
      });
    });

    test("that takes a value away withdraws it; null is not 0, and null again is unchanged", async () => {
      const gone = { ...q2, vintage: "2025-07-31", value: null };
      const code = await series([q2]);
      const { id, comparison } = await compare(code, [gone]);
      expect(comparison.counts).toEqual({ ...none, withdrawn: 1 });
      expect(await kinds(id)).toEqual(["withdrawn 2024-Q2 2025-07-31 79 "]);
      await anUpload(db(), stagedRows(code, [gone]));
      expect((await compare(code, [gone])).comparison.counts).toEqual({ ...none, unchanged: 1 });
      expect((await compare(code, [{ ...gone, value: "0" }])).comparison.counts).toEqual({
        ...none,
        revised: 1,
      });
    });

    test("of a period that a later revision made void is new again", async () => {
      const code = nextCode();
      const id = await aSeries(db(), { code, frequency: "Q" });
      const stored = { frequency: "Q" as const, periodStart: "2024-04-01", ...q2 };
      await observe(db(), id, [stored]);
      await observe(db(), id, [{ ...stored, value: null, isVoid: true }]);
      expect((await compare(code, [q2])).comparison.counts).toEqual({ ...none, added: 1 });
    });
  });

  describe("rows of one period and several vintages", () => {
    const at = (vintage: string, value: string) => ({ period: "2024-Q2", value, vintage });

    test("are all stored when the store knows nothing, a repetition by the publisher too", async () => {
      const { comparison } = await compare(await series([]), [
        at("2024-07-31", "79"),
        at("2025-07-31", "79"),
      ]);
      expect(comparison.counts).toEqual({ ...none, added: 2 });
    });

    test("that restate a value and restate it back are two changes", async () => {
      const code = await series([at("2024-07-31", "79")]);
      const rows = [at("2025-07-31", "82"), at("2026-07-31", "79")];
      const { id, comparison } = await compare(code, rows);
      expect(comparison.counts).toEqual({ ...none, revised: 2 });
      expect((await changesOf(db(), id, all)).map(({ value, differs }) => [value, differs])).toEqual([
        ["82", ["value"]],
        ["79", []],
      ]);
      await anUpload(db(), stagedRows(code, rows));
      expect((await compare(code, rows)).comparison.counts).toEqual({ ...none, unchanged: 2 });
    });

    test("are unchanged as long as they repeat what the store knows", async () => {
      const code = await series([at("2024-07-31", "79")]);
      const { comparison } = await compare(code, [
        at("2025-01-31", "79"),
        at("2025-07-31", "79"),
        at("2026-01-31", "82"),
      ]);
      expect(comparison.counts).toEqual({ ...none, unchanged: 2, revised: 1 });
    });

    test("come in any order in the file", async () => {
      const code = await series([at("2024-07-31", "79")]);
      const { comparison } = await compare(code, [at("2026-07-31", "79"), at("2025-07-31", "82")]);
      expect(comparison.counts).toEqual({ ...none, revised: 2 });
    });
  });

  describe("values that the file lacks", () => {
    let code = "";
    beforeAll(async () => {
      code = await series([
        { period: "2024-Q1", value: "66" },
        { period: "2024-Q2", value: "79" },
        { period: "2024-Q3", value: null },
        { period: "2024-Q4", value: "80", vintage: "2025-01-31" },
      ]);
    });
    const file = [{ period: "2024-Q2", value: "79" }];

    test("are counted and listed by period, those already withdrawn left out, and kept", async () => {
      const { id, comparison } = await compare(code, file);
      expect(comparison.counts).toEqual({ ...none, unchanged: 1, missing: 2 });
      expect(await missingFromFile(db(), id, code, all)).toEqual([
        { period: "2024-Q1", value: "66", vintage: "2025-12-31" },
        { period: "2024-Q4", value: "80", vintage: "2025-01-31" },
      ]);
      expect(await missingFromFile(db(), id, code, { offset: 1, limit: 1 })).toMatchObject([
        { period: "2024-Q4" },
      ]);
      expect(await kinds(id)).toEqual([]);
    });

    test("are withdrawn as of a day if the editor chose so, or of the stored vintage if that is later", async () => {
      const { id, comparison } = await compare(code, file, {
        missing: { kind: "withdraw", vintage: "2025-06-30" },
      });
      expect(comparison.counts).toEqual({ ...none, unchanged: 1, missing: 2, withdrawn: 2 });
      expect(await kinds(id)).toEqual([
        "withdrawn 2024-Q1 2025-12-31 66 ",
        "withdrawn 2024-Q4 2025-06-30 80 ",
      ]);
    });

    test("are those of series that the file touches, and of no other", async () => {
      const other = await series([]);
      expect((await compare(other, file)).comparison.counts).toEqual({ ...none, added: 1 });
    });
  });

  describe("rows of one period and vintage", () => {
    test("count once: the first holds, another value is an error, the same again a warning", async () => {
      const { id, comparison } = await compare(await series([]), [
        { period: "2024-Q1", value: "1" },
        { period: "2024-Q2", value: "2" },
        { period: "2024-Q1", value: "1.0" },
        { period: "2024-Q2", value: "3" },
        { period: "2024-Q2", value: "2", note: "noted" },
      ]);
      expect(comparison).toMatchObject({ counts: { ...none, added: 2 }, errors: 2, warnings: 1 });
      expect(await problems(id)).toEqual([
        "warning | 4 | 1.0 | repeated | leave it out: row 2 says the same",
        "error | 5 | 3 | duplicate | keep this row or row 3",
        "error | 6 | 2 | duplicate | keep this row or row 3",
      ]);
      expect((await changesOf(db(), id, all)).map(({ row, value }) => [row, value])).toEqual([
        [2, "1"],
        [3, "2"],
      ]);
    });
  });

  describe("a value worth a second look", () => {
    const quarters = (values: readonly (string | null)[], from = 2020) =>
      values.map((value, index) => ({
        period: `${from + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
        value,
      }));

    test("has moved by more than a quarter from the stored value of its period", async () => {
      const code = await series(quarters(["100", "100", "100", "-100", "0"]));
      const { id, comparison } = await compare(code, quarters(["125", "125.1", "74", "-126", "50"]));
      expect(comparison).toMatchObject({ errors: 0, warnings: 3, counts: { revised: 5 } });
      expect(await problems(id)).toEqual([
        "warning | 3 | 125.1 | move | check it: 100 is stored for this period",
        "warning | 4 | 74 | move | check it: 100 is stored for this period",
        "warning | 5 | -126 | move | check it: -100 is stored for this period",
      ]);
      const moves = (await changesOf(db(), id, all)).map(({ period, move }) => [period, move]);
      // (126 − 100) ÷ 100 is the largest, and from 0 no relative move can be told.
      expect(moves).toEqual([
        ["2020-Q3", -0.26],
        ["2020-Q4", -0.26],
        ["2020-Q2", 0.251],
        ["2020-Q1", 0.25],
        ["2021-Q1", null],
      ]);
    });

    test("has moved by more than the editor allows", async () => {
      const code = await series(quarters(["100"]));
      const thresholds = { revisionMove: 0.5, neighbourFactor: 5 };
      expect((await compare(code, quarters(["150"]), { thresholds })).comparison.warnings).toBe(0);
      expect((await compare(code, quarters(["151"]), { thresholds })).comparison.warnings).toBe(1);
    });

    test("is new and more than five times the value before it, up or down, in the file or else in the store", async () => {
      const code = await series(quarters(["10", "12"]));
      const { id } = await compare(code, quarters(["10", "12", "61", "12.2", null, "60", "-400"]));
      expect(await problems(id)).toEqual(["warning | 4 | 61 | neighbour | check it: 12 comes before it"]);
      const { id: appended } = await compare(code, [{ period: "2020-Q3", value: "2" }]);
      expect(await problems(appended)).toEqual([
        "warning | 2 | 2 | neighbour | check it: 12 comes before it",
      ]);
    });

    test.each([
      { what: "a ratio", row: { measure: "ratio" as const } },
      { what: "an irregular series", row: { frequency: "I" as const } },
    ])("is not one of $what for being far from its neighbour", async ({ row }) => {
      const code = await series(quarters(["10", "12"]), row);
      expect((await compare(code, quarters(["10", "12", "400"]))).comparison.warnings).toBe(0);
    });

    test("is in a series that the upload brings, by what it is to measure", async () => {
      const rows = stagedRows("BROUGHT", quarters(["1", "6"]));
      const brought = (measure: "flow" | "ratio") => [{ code: "BROUGHT", measure, frequency: "Q" as const }];
      const flow = await aComparedUpload(db(), rows, { newSeries: brought("flow") });
      expect(flow.comparison).toMatchObject({ counts: { ...none, added: 2 }, warnings: 1 });
      const ratio = await aComparedUpload(db(), rows, { newSeries: brought("ratio") });
      expect(ratio.comparison.warnings).toBe(0);
      expect(await touchedSeries(db(), ratio.id, all)).toMatchObject([
        { code: "BROUGHT", isNew: true, rows: 2 },
      ]);
    });

    test("is some thousand or million times what its series holds, either way", async () => {
      const code = await series(quarters(["70", "80", "90", "-80", "0"]));
      const { id } = await compare(code, [
        ...quarters(["79000", "0.081", "79000000", "0.0000795", "800"]),
        { period: "2022-Q1", value: "85000" },
      ]);
      const found = await problems(id);
      const remedy = "check the unit: stored values of the series lie around 80";
      expect(found).toEqual([
        `warning | 2 | 79000 | off-scale | ${remedy}`,
        `warning | 3 | 0.081 | off-scale | ${remedy}`,
        `warning | 4 | 79000000 | off-scale | ${remedy}`,
        `warning | 5 | 0.0000795 | off-scale | ${remedy}`,
        `warning | 7 | 85000 | off-scale | ${remedy}`,
      ]);
    });
  });

  test("what looks wrong quotes the cell as the file has it, and says what it was read as", async () => {
    const code = await series([
      { period: "2024-Q1", value: "300" },
      { period: "2024-Q2", value: "300" },
    ]);
    const { id } = await compare(code, [
      { period: "2024-Q1", value: "455.0", cell: "455,000" },
      { period: "2024-Q2", value: "300" },
      { period: "2024-Q3", value: "1600", cell: "1,600,000" },
      { period: "2024-Q1", value: "455", cell: "455000" },
      { period: "2024-Q2", value: null, cell: "n/a" },
      { period: "2024-Q4", value: "300000", cell: "300 tn" },
    ]);
    expect(await problems(id)).toEqual([
      "warning | 2 | 455,000 | move | check it: 300 is stored for this period; the cell was read as 455",
      "warning | 4 | 1,600,000 | neighbour | check it: 300 comes before it; the cell was read as 1600",
      "warning | 5 | 455000 | repeated | leave it out: row 2 says the same; the cell was read as 455",
      "error | 6 | n/a | duplicate | keep this row or row 3; the cell was read as missing",
      "warning | 7 | 300 tn | off-scale | check the unit: stored values of the series lie around 300; the cell was read as 300000",
    ]);
  });

  describe("rows with an error", () => {
    const rows = [
      ...stagedRows("A", [{ period: "2024", value: "1" }]),
      ...stagedRows("B", [{ period: "2024", value: "2" }]).map((row) => ({ ...row, column: "B" })),
      ...stagedRows("A", [{ period: "2025", value: "3", row: 3 }]),
      ...stagedRows("B", [{ period: "2025", value: "4", row: 3, column: "B" }]),
    ];
    const fault = (row: number | null, column: string | null) => ({
      severity: "error" as const,
      row,
      column,
      value: "x",
      rule: "period",
      remedy: "mend it",
    });
    const kept = async (row: number | null, column: string | null) => {
      const { id } = await aComparedUpload(db(), rows, { problems: [fault(row, column)] });
      return (await changesOf(db(), id, all)).map(({ value }) => value);
    };

    test.each([
      { where: "in the cell of a value keep that value out", row: 2, column: "B", left: ["1", "3", "4"] },
      {
        where: "in a cell beside the values keep the whole row out",
        row: 3,
        column: "period",
        left: ["1", "2"],
      },
      { where: "in no cell keep the whole row out", row: 3, column: null, left: ["1", "2"] },
    ])("$where", async ({ row, column, left }) => {
      expect(await kept(row, column)).toEqual(left);
    });
  });

  describe("a comparison", () => {
    test("is as of the newest revision, and is made anew in place of the one before", async () => {
      const code = await series([{ period: "2024-Q1", value: "1" }]);
      const id = await aStagedUpload(db(), stagedRows(code, [{ period: "2024-Q1", value: "2" }]));
      const first = granted(await compareUpload(db(), id));
      const { revision } = await anUpload(db(), stagedRows(code, [{ period: "2024-Q1", value: "3" }]));
      expect(granted(await compareUpload(db(), id))).toMatchObject({
        base: revision,
        counts: { revised: 1 },
      });
      expect(first.base).toBeLessThan(revision);
      expect(await kinds(id)).toEqual(["revised 2024-Q1 2025-12-31 3 2"]);
      expect(await findUpload(db(), id)).toMatchObject({
        base: revision,
        summary: { revised: 1 },
        warnings: 1,
      });
    });

    test("is the same in stretches of some thousand rows as in one", async () => {
      const code = await series([], { frequency: "D" });
      const day = (index: number) => new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10);
      const days = (count: number, value: (index: number) => string) =>
        Array.from({ length: count }, (_, index) => ({ period: day(index), value: value(index) }));
      // The first 2,000 rows are one stretch, so the step begins the next.
      const steps = days(2_300, (index) => (index === 2_000 ? "60" : "10"));
      const { id, comparison } = await compare(code, [...steps, { period: day(2_000), value: "61" }]);
      expect(comparison).toMatchObject({ counts: { ...none, added: 2_300 }, errors: 1, warnings: 2 });
      expect(await problems(id)).toEqual([
        "warning | 2002 | 60 | neighbour | check it: 10 comes before it",
        "warning | 2003 | 10 | neighbour | check it: 60 comes before it",
        "error | 2302 | 61 | duplicate | keep this row or row 2002",
      ]);
      await anUpload(db(), stagedRows(code, days(2_300, String)));
      const again = await compare(
        code,
        days(2_100, (index) => String(index + (index % 2))),
      );
      expect(again.comparison.counts).toEqual({ ...none, unchanged: 1_050, revised: 1_050, missing: 200 });
    });

    test("says of each series what would become of it, in the order of the file", async () => {
      const [first, second] = [await series([{ period: "2024-Q1", value: "1" }]), await series([])];
      const { id, comparison } = await aComparedUpload(db(), [
        ...stagedRows(second, [
          { period: "2024-Q1", value: "1" },
          { period: "2024-Q2", value: "1" },
        ]),
        ...stagedRows(first, [{ period: "2024-Q2", value: "1" }]),
      ]);
      expect(await touchedSeries(db(), id, all)).toEqual([
        { code: second, isNew: false, rows: 2, ...none, added: 2 },
        { code: first, isNew: false, rows: 1, ...none, added: 1, missing: 1 },
      ]);
      expect(await touchedSeries(db(), id, { offset: 1, limit: 5 })).toMatchObject([{ code: first }]);
      expect(comparison.counts).toEqual({ ...none, added: 3, missing: 1 });
    });

    test("can be read page by page, and by kind or series", async () => {
      const stored = ["10", "20", "40", "0", "5"].map((value, index) => ({
        period: `2024-Q${index + 1}`,
        value,
      }));
      const code = await series(
        stored.map((row, index) => (index === 4 ? { ...row, period: "2025-Q1" } : row)),
      );
      const other = await series([{ period: "2024-Q1", value: "100" }]);
      const { id } = await aComparedUpload(db(), [
        ...stagedRows(code, [
          { period: "2025-Q2", value: "7" },
          { period: "2024-Q1", value: "11" },
          { period: "2024-Q2", value: "10" },
          { period: "2024-Q3", value: "40", note: "as before" },
          { period: "2024-Q4", value: "3" },
          { period: "2025-Q1", value: null },
        ]),
        ...stagedRows(other, [{ period: "2024-Q1", value: "130" }]),
      ]);
      const periods = async (page: Parameters<typeof changesOf>[2]) =>
        (await changesOf(db(), id, page)).map(({ kind, period, move }) => `${kind} ${period} ${move}`);
      const listed = [
        "revised 2024-Q2 -0.5",
        "revised 2024-Q1 0.3",
        "revised 2024-Q1 0.1",
        "revised 2024-Q3 0",
        "revised 2024-Q4 null",
        "withdrawn 2025-Q1 null",
        "new 2025-Q2 null",
      ];
      expect(await periods(all)).toEqual(listed);
      for (const offset of [0, 2, 4, 6, 7]) {
        expect(await periods({ offset, limit: 3 })).toEqual(listed.slice(offset, offset + 3));
      }
      expect(await periods({ kind: "withdrawn", ...all })).toEqual(["withdrawn 2025-Q1 null"]);
      expect(await periods({ kind: "new", ...all })).toEqual(["new 2025-Q2 null"]);
      expect(await periods({ kind: "revised", offset: 3, limit: 9 })).toEqual(listed.slice(3, 5));
      expect(await periods({ code: other, ...all })).toEqual(["revised 2024-Q1 0.3"]);
    });

    test("shows a series as it is known and as it would be", async () => {
      const code = await series([
        { period: "2024-Q1", value: "1", vintage: "2025-01-31" },
        { period: "2024-Q2", value: "2", vintage: "2025-01-31" },
        { period: "2024-Q3", value: "3", vintage: "2025-01-31" },
      ]);
      const { id } = await compare(code, [
        { period: "2023-Q4", value: "0.5" },
        { period: "2024-Q1", value: "1.5", vintage: "2025-12-31" },
        { period: "2024-Q2", value: "9", vintage: "2024-12-31" },
        { period: "2024-Q3", value: null, vintage: "2025-12-31" },
      ]);
      expect(await seriesAfter(db(), id, code)).toEqual([
        { period: "2023-Q4", before: null, after: "0.5" },
        { period: "2024-Q1", before: "1", after: "1.5" },
        // What was known in December 2024 does not change what is known since.
        { period: "2024-Q2", before: "2", after: "2" },
        { period: "2024-Q3", before: "3", after: null },
      ]);
      expect(await seriesAfter(db(), id, "NO_SUCH")).toEqual([]);
    });

    test("of an upload that is not there, not staged, or given up is refused", async () => {
      const id = await aStagedUpload(db(), []);
      expect(granted(await compareUpload(db(), id)).counts).toEqual(none);
      granted(await discardUpload(db(), id));
      for (const gone of [id, "no-such-id"]) {
        expect(await compareUpload(db(), gone)).toEqual({
          ok: false,
          error: { kind: "no-open-upload", id: gone },
        });
      }
    });
  });
});
