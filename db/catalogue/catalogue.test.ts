import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingest, planPackage } from "../../lib/ingestion/ingest.ts";
import type { Plan } from "../../lib/ingestion/plan.ts";
import { renderReport } from "../../lib/ingestion/render-report.ts";
import type { ObservationRow } from "../../lib/ingestion/tables.ts";
import { EMPTY_STORE } from "../../lib/ingestion/testing.ts";
import { loadCatalogue } from "../ingestion/load-catalogue.ts";
import { readDirectory } from "../ingestion/read-directory.ts";
import { ingestionStore } from "../ingestion/store.ts";
import { revisions } from "../queries/revision.ts";
import { observation } from "../schema/index.ts";
import type { Store } from "../store.ts";
import { openTestStore } from "../testing.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
/** The day the catalogue was compiled: nothing in it was known later. */
const compiled = "2026-11-23";
/** The article makes 44 claims with a number or a date. */
const claims = Array.from({ length: 44 }, (_, index) => index + 1);

let plan: Plan;

beforeAll(async () => {
  const read = readDirectory(folder);
  if (!read.ok) expect.fail(renderReport({ kind: "unsound-package", problems: read.error }));
  const planned = await planPackage(EMPTY_STORE, read.value.files, compiled);
  if (!planned.ok) expect.fail(renderReport(planned.error));
  plan = planned.value;
});

describe("every row", () => {
  test("reads, refers to what is there, and lies within its plausible range", () => {
    const lines = (file: string) =>
      readFileSync(`${folder}/${file}`, "utf8").trimEnd().split("\n").length - 1;
    expect(plan.series.added).toHaveLength(lines("series.csv"));
    expect(plan.observations.length).toBeGreaterThan(10_000);
  });

  test("of a series has a plausible range and observations", () => {
    const observed = new Set(plan.observations.map((row) => row.series));
    const bare = plan.series.added.filter(
      ({ code, plausibleMin, plausibleMax }) =>
        plausibleMin === null || plausibleMax === null || !observed.has(code),
    );
    expect(bare).toEqual([]);
  });

  test("of a source is cited", () => {
    const cited = new Set([
      ...plan.series.added.map((row) => row.source),
      ...plan.observations.map((row) => row.source),
      ...plan.events.added.map((row) => row.source),
      ...plan.rounds.added.map((row) => row.source),
      ...plan.thresholds.added.map((row) => row.source),
      ...plan.eras.added.flatMap((row) => [row.onsetSource, row.peakSource, row.troughSource]),
    ]);
    expect(plan.sources.added.map(({ key }) => key).filter((key) => !cited.has(key))).toEqual([]);
  });
});

describe("the article of October 2024", () => {
  test.each(claims)("claim %i is carried by something in the catalogue", (claim) => {
    expect(plan.seedFacts.added.filter((row) => row.claim === claim)).not.toEqual([]);
  });

  test("has no claim beyond those", () => {
    expect(plan.seedFacts.added.filter((row) => !claims.includes(row.claim))).toEqual([]);
  });

  test("is told in whole sentences, each with its date", () => {
    const texts = plan.seedFacts.added.map(({ text }) => text);
    expect(texts.filter((text) => !/^[A-Z].*[a-z].*\.$/.test(text))).toEqual([]);
    expect(texts.filter((text) => !/\b(19|20)\d\d\b/.test(text))).toEqual([]);
  });

  test("gives one verdict on one sentence", () => {
    const verdicts = new Map(plan.seedFacts.added.map(({ text, verdict }) => [text, verdict]));
    expect(plan.seedFacts.added.filter(({ text, verdict }) => verdicts.get(text) !== verdict)).toEqual([]);
  });

  test("is never the source of a value that is not marked as claimed", () => {
    const sources = new Map(plan.series.added.map(({ code, source }) => [code, source]));
    const fromArticle = plan.observations.filter(
      (row) => (row.source ?? sources.get(row.series)) === "seed_202410",
    );
    expect(fromArticle.length).toBeGreaterThan(0);
    expect(fromArticle.filter(({ status }) => status !== "claimed")).toEqual([]);
  });

  test.each([5, 6, 9, 18, 23, 27, 34, 36, 38])("claim %i, not verified, is shown as claimed", (claim) => {
    const shown = plan.seedFacts.added.filter((row) => row.claim === claim).map((row) => row.shownAs);
    expect(shown).toContain("claimed");
  });
});

describe("published figures", () => {
  /** Value by vintage, oldest first. */
  const reports = (code: string, period: string) =>
    plan.observations
      .filter((row) => row.series === code && row.period === period)
      .toSorted((a, b) => (a.vintage < b.vintage ? -1 : 1))
      .map((row: ObservationRow) => Number(row.value));

  test.each([
    {
      what: "Crunchbase, world, Q2 2024: 79, restated as 82",
      code: "VC_ALL_WORLD_CB_Q",
      period: "2024-Q2",
      is: [79, 82],
    },
    {
      what: "Crunchbase, AI, Q2 2024: 24, restated as 23.4",
      code: "VC_AI_WORLD_CB_Q",
      period: "2024-Q2",
      is: [24, 23.4],
    },
    {
      what: "Venture Economics, 1999: 48.3, restated as 59.4",
      code: "VC_US_VE_A",
      period: "1999",
      is: [48.3, 59.4],
    },
    { what: "NSF, capital under management, 1999: 145.2", code: "VC_AUM_US_A", period: "1999", is: [145.2] },
    { what: "Ritter, Table 8: 484 offerings in 1999", code: "IPO_COUNT_US_A", period: "1999", is: [484] },
    { what: "Ritter, Table 9: 476 offerings in 1999", code: "IPO_COUNT9_US_A", period: "1999", is: [476] },
    {
      what: "Shiller, cyclically adjusted ratio, December 1999: 44.20",
      code: "CAPE_M",
      period: "1999-12",
      is: [44.2],
    },
    { what: "Nasdaq, end of February 2000: 4,696.69", code: "NASDAQ_M", period: "2000-02", is: [4696.69] },
    { what: "BEA, nominal output of 2000: 10,251", code: "GDP_US_A", period: "2000", is: [10251] },
    { what: "OpenAI, October 2024: 157 billion", code: "OPENAI_VAL", period: "2024-10-02", is: [157e9] },
  ])("$what", ({ code, period, is }) => {
    expect(reports(code, period)).toEqual(is);
  });

  test.each([
    ["VC_AI_WORLD_CB_Q", "VC_ALL_WORLD_CB_Q"],
    ["VC_AI_WORLD_CB_H", "VC_ALL_WORLD_CB_H"],
    ["VC_AI_WORLD_CB_A", "VC_ALL_WORLD_CB_A"],
    ["VC_AI_US_PB_A", "VC_US_PB_A"],
    ["VC_NET_US_PWC_Q", "VC_US_PWC_Q"],
    ["VC_NET_US_VE_Q", "VC_US_VE_Q"],
  ])("%s is never more than %s", (part, whole) => {
    const periods = new Set(plan.observations.filter((row) => row.series === part).map((row) => row.period));
    const joint = [...periods].filter((period) => reports(whole, period).length > 0);
    const tooLarge = joint.filter(
      (period) => Math.max(...reports(part, period)) > Math.max(...reports(whole, period)),
    );
    expect(joint.length).toBeGreaterThan(0);
    expect(tooLarge).toEqual([]);
  });
});

describe("a store", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  test("takes the catalogue whole as its first revision", async () => {
    const loaded = await loadCatalogue(ingestionStore(store.db), folder, compiled);
    expect(loaded).toMatchObject({ ok: true, value: { outcome: "committed" } });
    expect(await store.db.$count(observation)).toBe(plan.observations.length);
    expect(await revisions(store.db)).toHaveLength(1);
  });

  test("that holds the catalogue has nothing to do for it", async () => {
    const read = readDirectory(folder);
    if (!read.ok) expect.fail("the catalogue was read before");
    const note = { author: "editor", message: "Again", kind: "import", fileHash: read.value.hash } as const;
    const again = await ingest(ingestionStore(store.db), read.value.files, compiled, note);
    expect(again).toMatchObject({ ok: true, value: { outcome: "nothing-to-do" } });
    expect(await revisions(store.db)).toHaveLength(1);
  });
});
