import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { auditEntries } from "../../../db/queries/audit.ts";
import { latestRevision } from "../../../db/queries/revision.ts";
import { rollBack } from "../../../db/revisions/roll-back.ts";
import type { Store } from "../../../db/store.ts";
import { openServerTestStore, openTestStore } from "../../../db/testing.ts";
import { acting, aPerson } from "../../../db/testing-accounts.ts";
import type { Actor } from "../../../lib/auth/person.ts";
import type { EditedTable } from "../../../lib/editing/edited-table.ts";
import { aPackage } from "../../../lib/ingestion/testing.ts";
import { loadRow } from "../../_data/editing.ts";
import { checkTypedRow, saveRow } from "../../_data/editing-row.ts";
import { changeStanding } from "../../_data/editing-standing.ts";
import { loadEras } from "../../_data/eras.ts";
import { loadDashboard } from "../../_data/figures.ts";
import { noteRevision } from "../../_data/noted-revision.ts";
import { findSeries } from "../../_data/series.ts";
import { commitPackage, serveTestStore } from "../../_data/testing.ts";
import { GET as seriesApi } from "../../api/v1/series/[code]/route.ts";

vi.mock("next/headers", () => import("../../_data/testing-request.ts"));

describe.each([
  { kind: "PGlite", open: openTestStore },
  { kind: "server", open: openServerTestStore },
])("editing by form ($kind)", ({ open }) => {
  let store: Store;
  let ada: Actor;
  let bob: Actor;
  beforeAll(async () => {
    store = await serveTestStore(open());
    await commitPackage(store, aPackage());
    ada = acting(await aPerson(store.db, { name: "Ada" }));
    bob = acting(await aPerson(store.db, { name: "Bob" }));
  });
  afterAll(() => store.close());

  const newest = async () => (await latestRevision(store.db))?.number;
  const row = async (table: EditedTable, key: string) => {
    const view = await loadRow(table, key);
    if (view === null) expect.fail(`there is no ${key}`);
    return view;
  };
  /** Opens the form of a row; what it gives back sends the form with some fields typed anew. */
  const openForm = async (table: EditedTable, key: string) => {
    const { texts, base } = await row(table, key);
    return (typed: Readonly<Record<string, string>>, actor = ada, message = "Because") =>
      saveRow({ table, texts: { ...texts, ...typed }, isNew: false, base }, message, actor);
  };
  const add = (table: EditedTable, texts: Readonly<Record<string, string>>) =>
    saveRow({ table, texts, isNew: true, base: 0 }, "Because", ada);
  const codeAnswer = async (code: string) =>
    (
      await seriesApi(new Request(`http://localhost/api/v1/series/${code}`), {
        params: Promise.resolve({ code }),
      })
    ).status;

  test("a changed row is stored as one revision with who, why and what, and shows at once", async () => {
    const send = await openForm("events", "chatgpt");
    const before = await newest();
    const saved = await send({ label: "ChatGPT is opened" }, ada, "As OpenAI says");
    expect(saved).toMatchObject({
      ok: true,
      value: { changes: [{ field: "label", before: "ChatGPT opens", after: "ChatGPT is opened" }] },
    });
    const revision = await latestRevision(store.db);
    expect(revision).toMatchObject({ author: "Ada", message: "As OpenAI says", kind: "edit" });
    expect(revision?.number).toBeGreaterThan(before ?? 0);
    const { eras } = await loadEras();
    expect(eras.flatMap(({ events }) => events.map(({ label }) => label))).toEqual(["ChatGPT is opened"]);
    const [entry] = await auditEntries(store.db, {}, { limit: 1 });
    expect(entry).toMatchObject({ action: "event-edited", subject: "chatgpt", person: { name: "Ada" } });
    expect(entry?.detail).toBe(`revision ${revision?.number}: Label`);
  });

  test("a row that stays as it was makes no revision, and neither does looking at what would change", async () => {
    const send = await openForm("series", "OPENAI_VAL");
    const before = await newest();
    expect(await send({})).toMatchObject({ ok: true, value: { revision: null, changes: [] } });
    const { texts, base } = await row("series", "OPENAI_VAL");
    const typed = { table: "series" as const, texts: { ...texts, title: "OpenAI" }, isNew: false, base };
    expect(await checkTypedRow(typed)).toMatchObject({
      ok: true,
      value: { changes: [{ label: "Title", before: "OpenAI, valuation", after: "OpenAI" }] },
    });
    expect(await newest()).toBe(before);
  });

  test("what is wrong is refused as a package with it would be, and nothing is stored", async () => {
    const send = await openForm("series", "NASDAQ_M");
    const before = await newest();
    expect(await send({ frequency: "Q", source: "nobody" })).toEqual({
      ok: false,
      error: {
        kind: "fields",
        errors: {
          frequency: "“Q” is not the frequency the series is stored with: keep M, or give it a new code.",
          source: "“nobody” is not known: use one that is stored.",
        },
      },
    });
    expect(await newest()).toBe(before);
  });

  test("what another editor changed meanwhile is not written over: both are shown, and a second try stores", async () => {
    const sendAda = await openForm("sources", "nasdaq");
    const sendBob = await openForm("sources", "nasdaq");
    expect(await sendBob({ title: "Nasdaq Composite", licence: "free" }, bob)).toMatchObject({ ok: true });
    const refused = await sendAda({ title: "The Composite", citation: "Nasdaq (2026)" });
    expect(refused).toMatchObject({
      ok: false,
      error: {
        ...{ kind: "changed-since", author: "Bob", revision: await newest(), base: await newest() },
        stored: { title: "Nasdaq Composite" },
        merged: {
          ...{ contested: ["title"], taken: ["licence"] },
          texts: { title: "The Composite", licence: "free", citation: "Nasdaq (2026)" },
        },
      },
    });
    if (refused.ok || refused.error.kind !== "changed-since") expect.fail("it was refused");
    const { base, merged } = refused.error;
    const again = { table: "sources" as const, texts: merged.texts, isNew: false, base };
    expect(await saveRow(again, "Both", ada)).toMatchObject({ ok: true });
    expect((await row("sources", "nasdaq")).texts).toMatchObject({ title: "The Composite", licence: "free" });
  });

  test("changes of other rows meanwhile do not stand in the way", async () => {
    const send = await openForm("rounds", "openai-2024-10");
    await (await openForm("eras", "AI"))({ name: "The AI boom" }, bob);
    expect(await send({ lead: "Thrive Capital" })).toMatchObject({
      ok: true,
      value: { changes: [{ field: "lead" }] },
    });
    expect((await row("eras", "AI")).texts.name).toBe("The AI boom");
  });

  test("edits that are sent at the same moment are all stored, each in a revision of its own", async () => {
    const before = (await newest()) ?? 0;
    const sends = [
      (await openForm("events", "chatgpt"))({ note: "One" }),
      (await openForm("rounds", "openai-2024-10"))({ note: "Two" }, bob),
      (await openForm("sources", "cb_2025q2"))({ citation: "Three" }),
    ];
    for (const saved of await Promise.all(sends)) expect(saved).toMatchObject({ ok: true });
    expect((await row("events", "chatgpt")).texts.note).toBe("One");
    expect((await row("rounds", "openai-2024-10")).texts.note).toBe("Two");
    expect((await row("sources", "cb_2025q2")).texts.citation).toBe("Three");
    expect(await newest()).toBeGreaterThanOrEqual(before + 3);
  });

  test("a new row is added, once; its edit can be rolled back", async () => {
    const event = { code: "deepseek", era: "AI", date: "2025-01-27", endDate: "", label: "DeepSeek shock" };
    const rest = { kind: "market", status: "reported", source: "cb_2025q2", note: "" };
    const saved = await add("events", { ...event, ...rest });
    expect(saved).toMatchObject({ ok: true });
    expect(await add("events", { ...event, ...rest })).toMatchObject({
      ok: false,
      error: {
        kind: "fields",
        errors: { code: "“deepseek” is there already: edit that one, or choose another." },
      },
    });
    const revision = saved.ok ? saved.value.revision : null;
    if (revision === null) expect.fail("it was stored");
    const undone = await rollBack(store.db, { revision }, { author: "Ada", message: "No", base: revision });
    if (!undone.ok) expect.fail("it can be rolled back");
    noteRevision(undone.value.revision);
    expect(await loadRow("events", "deepseek")).toBeNull();
  });

  test("a row that others need is not removed, and they are named; one that nobody needs goes", async () => {
    const remove = (table: Exclude<EditedTable, "series">, key: string) =>
      changeStanding({ kind: "remove", table, key }, "Because", ada);
    const users = (words: readonly string[]) => ({
      ok: false,
      error: { kind: "in-use", users: words.map((each) => expect.objectContaining({ words: each })) },
    });
    expect(await remove("events", "chatgpt")).toMatchObject(users(["the figure venture"]));
    expect(await remove("rounds", "openai-2024-10")).toMatchObject(users(["claim 3 of the 2024 story"]));
    expect(await remove("eras", "DOTCOM")).toMatchObject(users(["the figure venture"]));
    expect(await remove("sources", "cb_2025q2")).toMatchObject(
      users(["the series OPENAI_VAL", "stored values"]),
    );
    expect(await remove("events", "nothing")).toEqual({ ok: false, error: { kind: "gone" } });

    const spare = { key: "spare", publisher: "P", title: "T", licence: "L", redistributable: "true" };
    expect(await add("sources", spare)).toMatchObject({ ok: true });
    expect(await remove("sources", "spare")).toEqual({ ok: true, value: await newest() });
    expect(await loadRow("sources", "spare")).toBeNull();
  });

  test("a series made private leaves every public surface at once, and comes back when made public", async () => {
    // The source forbids to hand its values out, which a reader is told as long as they may see the series.
    const seen = async () => [
      await codeAnswer("VC_ALL_WORLD_CB_Q"),
      (await findSeries("VC_ALL_WORLD_CB_Q"))?.code ?? null,
      (await loadDashboard()).map(({ model }) => model?.empty === null),
    ];
    expect(await seen()).toEqual([403, "VC_ALL_WORLD_CB_Q", [true]]);
    expect(await (await openForm("series", "VC_ALL_WORLD_CB_Q"))({ visibility: "private" })).toMatchObject({
      ok: true,
    });
    expect(await seen()).toEqual([404, null, [false]]);
    expect(await (await openForm("series", "VC_ALL_WORLD_CB_Q"))({ visibility: "public" })).toMatchObject({
      ok: true,
    });
    expect(await seen()).toEqual([403, "VC_ALL_WORLD_CB_Q", [true]]);
  });

  describe("a series", () => {
    const retire = (key: string) => changeStanding({ kind: "retire", table: "series", key }, "It ended", ada);
    const bringBack = (key: string) =>
      changeStanding({ kind: "bring-back", table: "series", key }, "It goes on", ada);

    test("that a figure draws is not retired; the figure is named", async () => {
      const before = await newest();
      expect(await retire("VC_ALL_WORLD_CB_Q")).toMatchObject({
        ok: false,
        error: {
          kind: "in-use",
          users: [{ words: "the figure venture", row: { table: "figures", key: "venture" } }],
        },
      });
      expect(await newest()).toBe(before);
    });

    test("once retired is hidden and kept, its code is not used again, and it may be brought back", async () => {
      const { texts } = await row("series", "OPENAI_VAL");
      expect(await retire("OPENAI_VAL")).toEqual({ ok: true, value: await newest() });
      expect(await retire("OPENAI_VAL")).toEqual({ ok: true, value: null });
      expect([await codeAnswer("OPENAI_VAL"), await findSeries("OPENAI_VAL")]).toEqual([404, null]);
      expect(await row("series", "OPENAI_VAL")).toMatchObject({ isRetired: true, texts });
      const [entry] = await auditEntries(store.db, {}, { limit: 1 });
      expect(entry).toMatchObject({ action: "series-retired", subject: "OPENAI_VAL" });

      const error =
        "“OPENAI_VAL” is the code of a retired series, which is never used again: give it a new code.";
      const refused = { ok: false, error: { kind: "fields", errors: { code: error } } };
      expect(await add("series", texts)).toEqual(refused);
      expect(await (await openForm("series", "OPENAI_VAL"))({ title: "Again" })).toEqual(refused);

      expect(await bringBack("OPENAI_VAL")).toEqual({ ok: true, value: await newest() });
      expect(await findSeries("OPENAI_VAL")).toMatchObject({ title: texts.title, lastPeriod: "2024-10-02" });
    });
  });

  test("a figure is stored with the specification typed, and without a name in it", async () => {
    const { texts } = await row("figures", "venture");
    expect(JSON.parse(texts.spec ?? "")).not.toHaveProperty("name");
    const spec = JSON.stringify({ ...JSON.parse(texts.spec ?? ""), titles: [{ text: "Venture money" }] });
    expect(await (await openForm("figures", "venture"))({ spec })).toMatchObject({
      ok: true,
      value: { changes: [{ label: "Specification" }] },
    });
    expect((await loadDashboard()).map(({ model }) => model?.title)).toEqual(["Venture money"]);
  });
});
