import { desc } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { commitEdit } from "../../../db/revisions/edit.ts";
import { storedTables } from "../../../db/revisions/stored-rows.ts";
import { auditEntry, revision } from "../../../db/schema/index.ts";
import type { Store } from "../../../db/store.ts";
import type { Actor, Person } from "../../../lib/auth/person.ts";
import { NEW_FORM } from "../../../lib/forms/form-state.ts";
import { aPackage, aPackageWith } from "../../../lib/ingestion/testing.ts";
import { invariant } from "../../../lib/invariant.ts";
import { ReceiptSearch, RollBackSearch } from "../../../lib/revisions/revision-search.ts";
import { loadEras } from "../../_data/eras.ts";
import { loadDashboard, loadFigure } from "../../_data/figures.ts";
import { noteRevision } from "../../_data/noted-revision.ts";
import { loadReceipt } from "../../_data/receipt.ts";
import { loadRevisions } from "../../_data/revisions.ts";
import { loadRollBack, rollBackRevision } from "../../_data/roll-back.ts";
import { listSeries, loadSeriesView } from "../../_data/series.ts";
import { loadSeriesPage } from "../../_data/series-page.ts";
import { loadStatus } from "../../_data/status.ts";
import { commitPackage, serveTestStore, TODAY } from "../../_data/testing.ts";
import { anAccount, cookieOf, serveAccounts } from "../../_data/testing-people.ts";
import { arrive } from "../../_data/testing-request.ts";
import { loadVerdict } from "../../_data/verdict.ts";
import { rollBack } from "./[number]/roll-back/actions.ts";

vi.mock("next/headers", () => import("../../_data/testing-request.ts"));
vi.mock("next/cache", () => ({ refresh: () => {} }));
vi.mock("next/navigation", () => ({
  redirect: (path: string) => {
    throw new Error(`leads to ${path}`);
  },
}));

const CODE = "VC_ALL_WORLD_CB_Q";
const whole = { receipt: ReceiptSearch.parse({}), plan: RollBackSearch.parse({}) };

/** 82 for the second quarter of 2024 becomes 85, the third quarter gets one, and an era another name. */
const changed = () => {
  const venture = aPackageWith(
    "observations/venture.csv",
    { row: 3, column: "value", value: "85" },
    { row: 4, column: "value", value: "67.5" },
  );
  const eras = aPackageWith("eras.csv", { row: 3, column: "name", value: "The AI boom" });
  return aPackage({
    "observations/venture.csv": venture.get("observations/venture.csv") ?? null,
    "eras.csv": eras.get("eras.csv") ?? null,
  });
};

let store: Store;
let editor: Person;
let actor: Actor;
let first: number;
beforeAll(async () => {
  store = await serveTestStore();
  await serveAccounts();
  editor = await anAccount("editor");
  actor = { ...editor, sessionId: null, keyId: null, address: "192.0.2.1" };
  first = await commitPackage(store, aPackage());
});
afterAll(() => store.close());

/** All that readers see of the data. */
const shown = async (asOf?: string) => ({
  dashboard: await loadDashboard({ asOf }),
  figure: await loadFigure("series-vc-all-world-cb-q", { asOf }),
  verdict: await loadVerdict({ asOf }),
  series: await listSeries({ asOf }),
  values: (await loadSeriesView(CODE, { asOf: asOf ?? TODAY }))?.observations,
  latest: (await loadSeriesPage(CODE, { asOf }))?.latest,
});

const undo = async (number: number, series = "") => {
  const plan = await loadRollBack(number, { ...whole.plan, series });
  invariant(plan, "there is something to roll back");
  return rollBackRevision({ revision: number, series, base: plan.base, message: "Take it back" }, actor);
};

describe("after a revision and its roll-back", () => {
  let before: Awaited<ReturnType<typeof shown>>;
  let namesBefore: string[];
  let number: number;
  const names = async () => (await loadEras()).eras.map(({ name }) => name);

  beforeAll(async () => {
    before = await shown();
    namesBefore = await names();
    number = await commitPackage(store, changed(), "Restated");
  });

  test("the dashboard, the figures, the verdict and the series are as they were before, at once", async () => {
    expect(before.values).toMatchObject([{ value: "82" }, { value: null }]);
    const between = await shown();
    expect(between.dashboard).not.toEqual(before.dashboard);
    expect(between.values).toMatchObject([{ value: "85" }, { value: "67.5" }]);
    expect(await names()).toContain("The AI boom");

    expect(await undo(number)).toMatchObject({ ok: true, value: { outcome: "committed" } });
    expect(await shown()).toEqual(before);
    expect(await names()).toEqual(namesBefore);
  });

  test("looking back to each revision shows what readers saw then", async () => {
    expect(await shown(`r${first}`)).toEqual(before);
    expect((await shown(`r${number}`)).values).toMatchObject([{ value: "85" }, { value: "67.5" }]);
    expect(await shown(`r${number + 1}`)).toEqual(before);
    expect(await loadStatus({ asOf: `r${first}` })).toMatchObject({ asAt: first, asOf: TODAY });
  });

  test("the receipt says what it changed, value by value and row by row, and that it was undone", async () => {
    const receipt = await loadReceipt(number, whole.receipt);
    expect(receipt).toMatchObject({
      sentence: "Revised 2 values in 1 series. Besides, it changed 1 era.",
      revision: {
        number,
        kind: "import",
        message: "Restated",
        author: "tester",
        undoneBy: number + 1,
        file: null,
      },
      previous: first,
      series: [{ code: CODE, hasPage: true, unit: "USD billion, nominal" }],
    });
    expect(receipt?.values.lines).toMatchObject([
      { period: "2024-Q2", old: { value: "82" }, new: { value: "85" }, move: 3 / 82 },
      { period: "2024-Q3", old: { value: null }, new: { value: "67.5" }, move: null },
    ]);
    expect(receipt?.rows.lines).toEqual([
      {
        table: "eras",
        key: "AI",
        title: "The AI boom",
        deed: "changed",
        fields: [{ field: "name", before: "AI boom", after: "The AI boom" }],
      },
    ]);
    expect(await loadReceipt(number + 1, whole.receipt)).toMatchObject({
      sentence: expect.stringMatching(`^Rolled back revision ${number}: `),
      revision: { kind: "rollback", author: editor.name, undoes: number },
    });
    expect(await loadReceipt(999, whole.receipt)).toBeNull();
  });

  test("the audit log says who rolled it back and as what", async () => {
    const [entry] = await store.db.select().from(auditEntry).orderBy(desc(auditEntry.id)).limit(1);
    expect(entry).toMatchObject({
      action: "revision-rolled-back",
      personId: editor.id,
      address: "192.0.2.1",
      subject: `revision ${number}`,
      detail: expect.stringMatching(`^as revision ${number + 1}: `),
    });
  });

  test("the list has them newest first, and of one kind if asked", async () => {
    const { revisions, olderBefore } = await loadRevisions({ kind: "" });
    expect(revisions.map((one) => one.number)).toEqual([number + 1, number, first]);
    expect(olderBefore).toBeNull();
    const undone = await loadRevisions({ kind: "rollback" });
    expect(undone.revisions.map((one) => one.number)).toEqual([number + 1]);
    expect((await loadRevisions({ kind: "", before: number })).revisions).toHaveLength(1);
  });
});

describe("the form by which a revision is rolled back", () => {
  let number: number;
  const formOf = async (over: Record<string, string> = {}) => {
    const base = (await loadRollBack(number, whole.plan))?.base;
    const form = new FormData();
    const fields = {
      revision: String(number),
      series: "",
      base: String(base),
      message: "Wrong file",
      ...over,
    };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    return form;
  };
  const newest = async () => (await loadRevisions({ kind: "" })).revisions[0];

  beforeEach(async () => {
    const now = (await newest())?.number ?? 0;
    const value = String(100 + now);
    const venture = aPackageWith("observations/venture.csv", { row: 3, column: "value", value });
    number = await commitPackage(store, venture);
    arrive({ cookie: await cookieOf(editor) });
  });

  test("leads to the receipt of the new revision", async () => {
    const form = await formOf();
    await expect(rollBack(NEW_FORM, form)).rejects.toThrow(`leads to /admin/revisions/${number + 1}`);
    expect(await newest()).toMatchObject({ undoes: number, message: "Wrong file" });
  });

  test("stops when the store moved on since the plan, and keeps what was typed", async () => {
    const form = await formOf();
    const { figures } = await storedTables(store.db);
    const put = { figures: figures.map((figure) => ({ ...figure, position: figure.position + 1 })) };
    const edited = await commitEdit(
      store.db,
      { put, remove: [] },
      { author: "ada", message: "Move", base: number },
    );
    invariant(edited.ok, "the edit is made at the newest revision");
    noteRevision(edited.value);
    const refused = await rollBack(NEW_FORM, form);
    expect(refused).toMatchObject({ outcome: "refused", values: { message: "Wrong file" } });
    expect(refused.message).toContain("someone committed to the store since");
    expect(await newest()).toMatchObject({ number: edited.value });
    await expect(rollBack(NEW_FORM, await formOf())).rejects.toThrow(
      `leads to /admin/revisions/${edited.value + 1}`,
    );
  });

  test("twice has nothing to do the second time", async () => {
    await expect(rollBack(NEW_FORM, await formOf())).rejects.toThrow("leads to");
    expect(await rollBack(NEW_FORM, await formOf())).toMatchObject({
      outcome: "refused",
      message: expect.stringContaining("undone already"),
    });
  });

  test.each([
    { over: { message: "  " }, says: /^One field/ },
    { over: { revision: "9999" }, says: /no such revision/ },
    { over: { series: "NASDAQ_M" }, says: /did not touch that series/ },
  ])("with $over is refused", async ({ over, says }) => {
    const count = await store.db.$count(revision);
    expect((await rollBack(NEW_FORM, await formOf(over))).message).toMatch(says);
    expect(await store.db.$count(revision)).toBe(count);
  });
});

test("rolling back what a later revision changed leaves it alone and lists it, one series or all", async () => {
  const venture = aPackageWith("observations/venture.csv", { row: 3, column: "value", value: "90" });
  const number = await commitPackage(store, venture);
  const again = aPackageWith("observations/venture.csv", { row: 3, column: "value", value: "91" });
  const later = await commitPackage(store, again);
  for (const series of ["", CODE]) {
    const plan = await loadRollBack(number, { ...whole.plan, series });
    expect(plan).toMatchObject({
      restoresNothing: true,
      counts: { leftAlone: 1 },
      restored: { total: 0 },
      leftAlone: { total: 1, lines: [{ series: CODE, period: "2024-Q2", now: "91", changedBy: later }] },
    });
  }
  expect(await loadRollBack(number, { ...whole.plan, series: "NASDAQ_M" })).toBeNull();
});
