import { beforeAll, expect, test } from "vitest";
import { era, event, figure, round, seedFact } from "../schema/index.ts";
import { withEveryStore } from "../testing.ts";
import { aRevision, aSource } from "../testing-rows.ts";
import { eras } from "./eras.ts";
import { events } from "./events.ts";
import { figureByName, figures } from "./figures.ts";
import { latestRevision, revisions } from "./revision.ts";
import { rounds } from "./rounds.ts";
import { seedFacts } from "./seed-facts.ts";
import { sources } from "./sources.ts";

withEveryStore("eras, events, rounds, figures, claims and revisions", (store) => {
  const db = () => store().db;
  let sourceId: number;
  beforeAll(async () => {
    sourceId = await aSource(db(), { key: "press" });
  });

  test("a store without commits has no latest revision; afterwards it is the newest", async () => {
    expect(await latestRevision(db())).toBeNull();
    const first = await aRevision(db(), { message: "first" });
    const second = await aRevision(db(), { message: "second", added: 3 });
    expect(await latestRevision(db())).toMatchObject({
      number: second,
      message: "second",
      added: 3,
      revised: 0,
    });
    expect((await revisions(db())).map((row) => row.number)).toEqual([second, first]);
  });

  test("eras come by onset with their turning points, null where none was declared", async () => {
    const onset = { onsetEvent: "its onset", onsetSourceId: sourceId };
    await db()
      .insert(era)
      .values([
        { code: "AI", name: "AI", hue: "ai", onset: "2022-11", ...onset },
        {
          code: "DOTCOM",
          name: "Dot-com",
          hue: "dotcom",
          onset: "1995-08",
          ...onset,
          peak: "2000-03",
          peakEvent: "its peak",
          peakSourceId: sourceId,
        },
      ]);
    const turn = (period: string, words: string) => ({ period, event: words, source: "press" });
    expect(await eras(db())).toEqual([
      {
        code: "DOTCOM",
        name: "Dot-com",
        hue: "dotcom",
        onset: turn("1995-08", "its onset"),
        peak: turn("2000-03", "its peak"),
        trough: null,
      },
      { code: "AI", name: "AI", hue: "ai", onset: turn("2022-11", "its onset"), peak: null, trough: null },
    ]);
  });

  test("events come by date, a month before its days, with their source", async () => {
    const market = { label: "Market", kind: "market" as const, sourceId };
    await db()
      .insert(event)
      .values([
        { ...market, code: "b", date: "2000-03-10", eraCode: "DOTCOM" },
        { ...market, code: "a", date: "2000-03-10", status: "claimed" },
        { ...market, code: "c", date: "2000-03", endDate: "2002-10" },
      ]);
    expect(await events(db())).toMatchObject([
      { code: "c", date: "2000-03", endDate: "2002-10", era: null },
      { code: "a", status: "claimed", source: { key: "press" } },
      { code: "b", status: "reported", era: "DOTCOM" },
    ]);
  });

  test("rounds come newest first, amounts as exact text", async () => {
    const company = {
      company: "OpenAI",
      sector: "AI",
      country: "US",
      instrument: "equity" as const,
      sourceId,
    };
    await db()
      .insert(round)
      .values([
        { ...company, code: "early", date: "2023-01", amount: null },
        {
          ...company,
          code: "late",
          date: "2024-10-02",
          amount: "6600000000",
          participants: ["Thrive", "Nvidia"],
        },
      ]);
    expect(await rounds(db())).toMatchObject([
      { code: "late", amount: "6600000000", participants: ["Thrive", "Nvidia"], source: { key: "press" } },
      { code: "early", amount: null, participants: [], lead: null },
    ]);
  });

  test("figures come in the order of the dashboard and by name", async () => {
    const spec = { name: "two", kind: "time" } as (typeof figure.$inferInsert)["spec"];
    await db()
      .insert(figure)
      .values([
        { name: "two", position: 2, spec, isOnDashboard: true },
        { name: "one", position: 1, spec },
      ]);
    expect((await figures(db())).map((row) => row.name)).toEqual(["one", "two"]);
    expect(await figureByName(db(), "two")).toMatchObject({
      spec: { name: "two", kind: "time" },
      isOnDashboard: true,
    });
    expect(await figureByName(db(), "three")).toBeNull();
  });

  test("claims come by number, once for each target in the order they were stored", async () => {
    const claim = { text: "words", verdict: "OK" as const, shownAs: "reported" as const };
    await db()
      .insert(seedFact)
      .values([
        { ...claim, claim: 10, targetKind: "series", target: "A" },
        { ...claim, claim: 2, targetKind: "round", target: "late" },
        { ...claim, claim: 2, targetKind: "event", target: "a" },
      ]);
    expect((await seedFacts(db())).map((row) => [row.claim, row.target])).toEqual([
      [2, "late"],
      [2, "a"],
      [10, "A"],
    ]);
  });

  test("sources come by key in the order of characters, capitals first", async () => {
    await aSource(db(), { key: "Zeitung" });
    await aSource(db(), { key: "bea_gdp" });
    expect((await sources(db())).map((row) => row.key)).toEqual(["Zeitung", "bea_gdp", "press"]);
  });
});
