import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEntries } from "../../../db/queries/audit.ts";
import { latestRevision } from "../../../db/queries/revision.ts";
import { upload } from "../../../db/schema/index.ts";
import type { Actor } from "../../../lib/auth/person.ts";
import { aPackageWith, aPackageWithFigure } from "../../../lib/ingestion/testing.ts";
import { invariant } from "../../../lib/invariant.ts";
import { zipOf } from "../../../lib/uploads/testing-workbook.ts";
import { loadDashboard } from "../figures.ts";
import { loadSeriesView } from "../series.ts";
import { commitPackage, serveTestStore, TODAY } from "../testing.ts";
import { anAccount, serveAccounts } from "../testing-people.ts";
import { loadBrought } from "./brought.ts";
import { cancelWork, changeSettings, discard } from "./change.ts";
import { checkUpload } from "./check.ts";
import { commitStaged } from "./commit.ts";
import { loadEffect } from "./effect.ts";
import { receiveUpload } from "./receive.ts";
import { loadChanges, loadOpenUploads, loadProblems, loadTouched, loadUpload } from "./review.ts";

/** World venture funding of 2024-Q2 stands at 82, that of 2024-Q3 is said to be missing; see `aPackage`. */
const CODE = "VC_ALL_WORLD_CB_Q";
const TABLE = "period,value\n2024-Q1,75\n";
const UNTIL_DONE = 60_000;
const ALL = { offset: 0, limit: 100 };

let store: Awaited<ReturnType<typeof serveTestStore>>;
let actor: Actor;
beforeAll(async () => {
  store = await serveTestStore();
  const titles = [{ text: "Venture funding, world, up to {all.last.period}" }];
  await commitPackage(store, aPackageWithFigure({ titles }));
  await serveAccounts();
  actor = { ...(await anAccount("editor")), sessionId: null, keyId: null, address: null };
});
afterAll(() => store.close());

/** A form as a browser sends it. */
function sent(fields: Readonly<Record<string, string | File>>): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return new Request("http://localhost/admin/upload/receive", { method: "POST", body });
}

async function kept(
  text: string | Uint8Array<ArrayBuffer>,
  settings: unknown = { defaults: { vintage: TODAY } },
  name = "funding.csv",
) {
  const file = new File([text], name);
  const received = await receiveUpload(sent({ settings: JSON.stringify(settings), file }), actor);
  invariant(received.ok, JSON.stringify(received));
  return received.value.id;
}

async function checked(...sent: Parameters<typeof kept>) {
  const id = await kept(...sent);
  await checkUpload(id, UNTIL_DONE);
  return id;
}

/** What an upload brings besides values. */
async function brought(id: string) {
  const view = await loadUpload(id);
  invariant(view, "the upload is kept");
  return loadBrought(view.upload, view.settings);
}

const agreed = async (id: string) => ({
  base: (await loadUpload(id))?.upload.base ?? -1,
  message: "third quarter",
  leaveOutErrors: false,
});
const commit = async (id: string) => commitStaged(id, await agreed(id), actor, UNTIL_DONE);
const month = (at: number) => String((at % 12) + 1).padStart(2, "0");
const long = (...lines: string[]) => ["series,period,value", ...lines].join("\n");

describe("from a file to a revision", () => {
  test("what the dry run shows is what the series says after the commit, and the log has it", async () => {
    const id = await checked(long(`${CODE},2024-Q2,84`, `${CODE},2024-Q4,117.5`));
    expect(await loadUpload(id)).toMatchObject({
      standing: { kind: "checked" },
      upload: { fileName: "funding.csv", summary: { added: 1, revised: 1, unchanged: 0, missing: 0 } },
    });
    expect(await loadChanges(id, { ...ALL, code: null, kind: null })).toMatchObject([
      { kind: "revised", period: "2024-Q2", old: { value: "82" }, value: "84" },
      { kind: "new", period: "2024-Q4", old: null, value: "117.5" },
    ]);
    expect(await loadTouched(id, ALL)).toMatchObject([{ code: CODE, isNew: false, added: 1, revised: 1 }]);

    const before = (await latestRevision(store.db))?.number ?? 0;
    expect(await commit(id)).toMatchObject({
      kind: "committed",
      receipt: { revision: before + 1, counts: { added: 1, revised: 1 } },
    });
    expect((await loadSeriesView(CODE, { asOf: TODAY }))?.observations.map((each) => each.value)).toEqual([
      "84",
      null,
      "117.5",
    ]);
    const [entry] = await auditEntries(store.db, {}, { limit: 1 });
    expect(entry).toMatchObject({
      action: "upload-committed",
      subject: `revision ${before + 1}`,
      detail: "funding.csv: 1 new, 1 revised",
      person: { name: actor.name },
    });
    expect(await loadUpload(id)).toMatchObject({ standing: { kind: "committed", revision: before + 1 } });
  });

  test("what a figure would say after a commit is what it says after it, and no figure of others is named", async () => {
    const titleOf = async () => (await loadDashboard()).find(({ name }) => name === "venture")?.model?.title;
    const id = await checked(long(`${CODE},2025-Q1,113`));
    const { figures } = await loadEffect(id, null);
    expect(figures.map(({ name }) => name)).toEqual(["venture"]);
    expect(figures[0]).toMatchObject({ now: await titleOf() });
    await commit(id);
    expect(await titleOf()).toBe(figures[0]?.after);
    expect(figures[0]?.after).not.toBe(figures[0]?.now);
  });

  test("the same file again is nothing to do, and makes no revision", async () => {
    const text = long(`${CODE},2023-Q4,60`);
    await commit(await checked(text));
    const before = await latestRevision(store.db);
    expect(await commit(await checked(text))).toMatchObject({ kind: "nothing-to-do" });
    expect(await latestRevision(store.db)).toEqual(before);
  });

  test("the second of two editors is stopped, and finds the changes worked out anew", async () => {
    const [first, second] = [
      await checked(long(`${CODE},2023-Q3,55`)),
      await checked(long(`${CODE},2023-Q3,57`)),
    ];
    const seen = await agreed(second);
    expect(await commit(first)).toMatchObject({ kind: "committed" });
    expect(await commitStaged(second, seen, actor, UNTIL_DONE)).toMatchObject({
      kind: "refused",
      reason: "store-moved-on",
      failure: { says: expect.stringContaining("since these changes were worked out, revision") },
    });
    expect(await loadUpload(second)).toMatchObject({
      standing: { kind: "checked" },
      upload: { failure: { says: expect.stringContaining("Nothing was committed") } },
    });
    expect(await loadChanges(second, { ...ALL, code: null, kind: null })).toMatchObject([
      { kind: "revised", old: { value: "55" }, value: "57" },
    ]);
    expect(await commit(second)).toMatchObject({ kind: "committed" });
  });

  test("a series is made on the way, by the checks of a data package", async () => {
    const series = {
      ...{ code: "VC_EU_Q", title: "European venture funding", measure: "flow", unit_kind: "currency" },
      ...{ currency: "USD", scale: "1000000000", prices: "nominal", frequency: "Q", rate: "period" },
      ...{
        geography: "EU",
        sector: "ALL",
        universe: "Crunchbase",
        source: "cb_2025q2",
        visibility: "public",
      },
    };
    const text = long("VC_EU_Q,2024-Q4,13");
    const unsound = await checked(text, {
      defaults: { vintage: TODAY },
      brings: { series: [{ ...series, source: "nobody" }] },
    });
    expect(await brought(unsound)).toMatchObject({
      rows: [],
      problems: [{ sentence: expect.stringMatching(/^series, row 1, column source: `nobody` is not known/) }],
    });
    expect(await commit(unsound)).toMatchObject({
      kind: "refused",
      reason: "unsound-additions",
      failure: { says: expect.stringContaining("`nobody` is not known") },
    });
    const sound = await checked(text, { defaults: { vintage: TODAY }, brings: { series: [series] } });
    expect(await brought(sound)).toMatchObject({
      rows: [
        { table: "series", key: "VC_EU_Q", title: "European venture funding", deed: "added", fields: [] },
      ],
      counts: { added: 1, changed: 0, removed: 0 },
      problems: [],
    });
    expect(await commit(sound)).toMatchObject({ kind: "committed" });
    const [entry] = await auditEntries(store.db, {}, { limit: 1 });
    expect(entry?.detail).toBe("funding.csv: 1 new; 1 series added");
    expect(await loadSeriesView("VC_EU_Q", { asOf: TODAY })).toMatchObject({
      title: "European venture funding",
      observations: [{ period: "2024-Q4", value: "13" }],
    });
  });
});

test("a data package that brings no new value shows the rows that it changes, and the log counts them", async () => {
  const titled = aPackageWith("series.csv", { row: 3, column: "title", value: "Nasdaq Composite, closes" });
  const files = new Map([...titled].filter(([path]) => path !== "figures.json"));
  const id = await checked(Uint8Array.from(zipOf(Object.fromEntries(files))), {}, "catalogue.zip");
  expect(await loadUpload(id)).toMatchObject({ upload: { summary: { added: 0, revised: 0, withdrawn: 0 } } });
  expect(await brought(id)).toMatchObject({
    rows: [
      {
        ...{ table: "series", key: "NASDAQ_M", title: "Nasdaq Composite, closes", deed: "changed" },
        fields: [{ field: "title", before: "Nasdaq Composite", after: "Nasdaq Composite, closes" }],
      },
    ],
    counts: { added: 0, changed: 1, removed: 0 },
    problems: [],
  });
  expect(await commit(id)).toMatchObject({ kind: "committed" });
  const [entry] = await auditEntries(store.db, {}, { limit: 1 });
  expect(entry?.detail).toMatch(/^catalogue\.zip: \d+ unchanged; 1 series changed$/);
  expect((await loadSeriesView("NASDAQ_M", { asOf: TODAY }))?.title).toBe("Nasdaq Composite, closes");
});

test("a figure that a data package changes or adds is foreseen, and that a series is renamed is said", async () => {
  const files = new Map(aPackageWith("series.csv", { row: 3, column: "title", value: "Nasdaq, renamed" }));
  const [figure] = JSON.parse(files.get("figures.json") ?? "[]");
  const titled = (title: string, name: string) => ({ ...figure, name, titles: [{ text: title }] });
  const figures = [titled("As it is told now", figure.name), titled("One more", "one-more")];
  files.set("figures.json", JSON.stringify(figures));
  const id = await checked(Uint8Array.from(zipOf(Object.fromEntries(files))), {}, "catalogue.zip");
  const { figures: foreseen, unforeseen } = await loadEffect(id, (await brought(id)).plan);
  expect(foreseen).toEqual([
    { name: figure.name, now: expect.any(String), after: "As it is told now" },
    { name: "one-more", now: null, after: "One more" },
  ]);
  expect(unforeseen).toBe(1);
  await commit(id);
  const titles = (await loadDashboard()).map(({ name, model }) => [name, model?.title]);
  expect(titles).toEqual(foreseen.map(({ name, after }) => [name, after]));
});

test("rows that are to be mended in a data package are named as not there", async () => {
  const files = Object.fromEntries(aPackageWith("series.csv"));
  const leftOut = { leftOut: [7] };
  const id = await checked(Uint8Array.from(zipOf(files)), leftOut, "catalogue.zip");
  const { problems } = await loadProblems(id, { ...ALL, severity: null, rule: "unused-fix" });
  expect(problems).toMatchObject([{ severity: "warning", value: "row 7" }]);
});

test("a data package that is not sound says all that is wrong with it, and is to be sent again", async () => {
  const cells = ["prices", "rate"].map((column) => ({ row: 2, column, value: "odd" }));
  const files = Object.fromEntries(aPackageWith("series.csv", ...cells));
  const id = await checked(Uint8Array.from(zipOf(files)), {}, "catalogue.zip");
  const sentences = (await brought(id)).problems.map(({ sentence }) => sentence);
  expect(sentences).toEqual([
    expect.stringMatching(/^series\.csv, row 2, column prices: `odd` is not one of the known words/),
    expect.stringMatching(/^series\.csv, row 2, column rate: `odd` is not one of the known words/),
  ]);
  expect(await commit(id)).toMatchObject({
    kind: "refused",
    failure: { remedy: "mend the package, and send it again" },
  });
});

describe("what is wrong with a file", () => {
  test("is told cell by cell, mended in place, and then committed", async () => {
    const id = await checked(long(`${CODE},2023-Q1,70`, `${CODE},2023-Q5,71`, `${CODE},2023-Q2,n.b.`));
    const { problems, total } = await loadProblems(id, { ...ALL, severity: "error", rule: null });
    expect(total).toBe(2);
    expect(problems.map(({ row, column, value, rule }) => [row, column, value, rule])).toEqual([
      [3, "period", "2023-Q5", "period"],
      [4, "value", "n.b.", "number"],
    ]);
    expect(await commit(id)).toMatchObject({
      kind: "refused",
      reason: "has-errors",
      failure: { says: "Nothing was committed: 2 errors are left" },
    });
    const fixes = [{ row: 3, column: "period", text: "2023-Q3" }];
    await changeSettings(id, (settings) => ({ ...settings, fixes, leftOut: [4] }), { patience: UNTIL_DONE });
    expect(await loadUpload(id)).toMatchObject({ standing: { kind: "checked" }, upload: { errors: 0 } });
    expect(await commit(id)).toMatchObject({ kind: "committed" });
  });

  test("rows with errors are left out when that is agreed to", async () => {
    const id = await checked(long(`${CODE},2022-Q1,90`, `${CODE},2022-Q7,91`));
    const outcome = await commitStaged(
      id,
      { ...(await agreed(id)), leaveOutErrors: true },
      actor,
      UNTIL_DONE,
    );
    expect(outcome).toMatchObject({ kind: "committed", receipt: { counts: { added: 1 } } });
  });

  test("values that the file lacks are kept unless the editor has them withdrawn", async () => {
    await commit(await checked(long("NASDAQ_M,2000-04,3860.66", "NASDAQ_M,2000-05,3400.91")));
    const id = await checked(long("NASDAQ_M,2000-04,3860.66"));
    const missing = (await loadUpload(id))?.upload.summary?.missing;
    expect(missing).toBe(3);
    await changeSettings(id, (settings) => ({ ...settings, missingRows: "withdraw" }), {
      patience: UNTIL_DONE,
    });
    expect(await loadUpload(id)).toMatchObject({ upload: { summary: { withdrawn: 3, unchanged: 1 } } });
    await discard(id, actor);
    expect((await loadSeriesView("NASDAQ_M", { asOf: TODAY }))?.observations).toHaveLength(4);
  });

  test("values of rows that are left out are not withdrawn as missing", async () => {
    const id = await checked(long("NASDAQ_M,2000-04,3860.67", "NASDAQ_M,2000-05,3400.91"));
    const choose = (missingRows: "keep" | "withdraw") =>
      changeSettings(id, (settings) => ({ ...settings, missingRows, leftOut: [3] }), {
        patience: UNTIL_DONE,
      });
    await choose("withdraw");
    expect(await commit(id)).toMatchObject({
      kind: "refused",
      reason: "left-out-rows",
      failure: {
        says: "Nothing was committed: 1 row is left out while values missing from the file are withdrawn",
      },
    });
    await choose("keep");
    expect(await commit(id)).toMatchObject({ kind: "committed", receipt: { counts: { withdrawn: 0 } } });
  });

  test.each([
    ["nothing", { settings: "{}" }, "no-file"],
    ["a file and a pasted table", { file: new File([TABLE], "a.csv"), table: TABLE }, "two-tables"],
    ["no file that can be read, and a table", { file: new File([""], "a.csv"), table: TABLE }, "two-tables"],
    ["an empty file", { file: new File([""], "empty.csv") }, "unreadable-file"],
    ["a document", { file: new File(["%PDF-1.7 funding"], "funding.csv") }, "unreadable-file"],
    ["settings that are no JSON", { settings: "{", file: new File(["a,b\n1,2\n"], "a.csv") }, "settings"],
  ])("%s is refused, nothing of it is kept, and the log tells of none that was", async (_, fields, kind) => {
    const [open, log] = [await loadOpenUploads(), await auditEntries(store.db, {}, { limit: 1 })];
    const received = await receiveUpload(sent(fields as Record<string, string | File>), actor);
    expect(received).toMatchObject({ ok: false, error: { kind } });
    expect(await loadOpenUploads()).toEqual(open);
    expect(await auditEntries(store.db, {}, { limit: 1 })).toEqual(log);
  });

  test("a pasted table is a file like any other, and a name is no path", async () => {
    const pasted = await receiveUpload(sent({ table: "period\tvalue\n2024-Q1\t75\n" }), actor);
    expect(pasted).toMatchObject({ ok: true, value: { fileName: "pasted table" } });
    const text = long(`${CODE},2024-Q1,75`);
    const id = await kept(text, {}, "../../etc/pass\u0007wd.csv");
    expect(await loadUpload(id)).toMatchObject({ upload: { fileName: "passwd.csv" } });
    const detail = `passwd.csv, ${text.length} bytes`;
    expect(await auditEntries(store.db, {}, { limit: 1 })).toMatchObject([
      { action: "upload-staged", subject: id, detail },
    ]);
  });
});

describe("work that is stopped", () => {
  test("a cancelled check says so, and can be begun again", async () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, at) => `NASDAQ_M,${1500 + Math.floor(at / 12)}-${month(at)},1`,
    );
    const id = await kept(long(...rows));
    await checkUpload(id, 0);
    await cancelWork(id);
    expect(await loadUpload(id)).toMatchObject({
      standing: { kind: "interrupted" },
      upload: { failure: { says: "It was cancelled" } },
    });
    await checkUpload(id, UNTIL_DONE);
    expect(await loadUpload(id)).toMatchObject({ standing: { kind: "checked" } });
  });

  test("an upload whose choices no longer read is listed, and can be discarded", async () => {
    const id = await kept(long(`${CODE},2021-Q2,66`));
    await store.db
      .update(upload)
      .set({ settings: { fixes: "nonsense" } })
      .where(eq(upload.id, id));
    expect((await loadOpenUploads()).map((each) => each.upload.id)).toContain(id);
    expect(await discard(id, actor)).toEqual({ ok: true, value: undefined });
  });

  test("a discarded upload is gone from the list, and cannot be committed", async () => {
    const id = await checked(long(`${CODE},2021-Q1,66`));
    const seen = await agreed(id);
    expect(await discard(id, actor)).toEqual({ ok: true, value: undefined });
    expect((await loadOpenUploads()).map(({ upload }) => upload.id)).not.toContain(id);
    expect(await commitStaged(id, seen, actor, UNTIL_DONE)).toMatchObject({ kind: "refused" });
  });
});
