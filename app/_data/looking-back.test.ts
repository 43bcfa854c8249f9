import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPackage } from "../../lib/ingestion/testing.ts";
import { readPageAsOf } from "./as-of.ts";
import { loadDashboard } from "./figures.ts";
import { listSeries } from "./series.ts";
import { loadSeriesPage } from "./series-page.ts";
import { loadStatus } from "./status.ts";
import { commitPackage, serveTestStore, TODAY } from "./testing.ts";

/** The Nasdaq is known from 2000 on, the venture series from 2024 on and restated in 2025. */
let store: Awaited<ReturnType<typeof serveTestStore>>;
beforeAll(async () => {
  store = await serveTestStore();
  await commitPackage(store, aPackage());
});
afterAll(() => store.close());

describe("the day in a page's address", () => {
  test.each([
    { given: undefined, read: {} },
    { given: "2024-08-01", read: { asOf: "2024-08-01" } },
    { given: TODAY, read: { asOf: TODAY } },
    { given: ["2024-08-01", "2025-01-01"], read: { asOf: "2024-08-01" } },
  ])("$given is $read", async ({ given, read }) => {
    expect(await readPageAsOf(Promise.resolve({ asOf: given }))).toEqual({ ok: true, value: read });
  });

  test.each(["", "yesterday", "2023-02-29", "2026-11-24"])("“%s” is refused in a sentence", async (given) => {
    const refused = await readPageAsOf(Promise.resolve({ asOf: given }));
    expect(!refused.ok && refused.error).toContain(given);
    expect(!refused.ok && refused.error).toContain(TODAY);
  });
});

describe("looking back to a day", () => {
  test("a series reaches as far as was known then, and is as late as it was then", async () => {
    const reach = async (asOf?: string) =>
      (await listSeries({ asOf })).map(({ code, lastPeriod, lastVintage, isStale }) => ({
        ...{ code, lastPeriod, lastVintage, isStale },
      }));
    // The series may be 140 days old; the second quarter of 2024 ended 63 days before 1 September.
    expect(await reach("2024-09-01")).toEqual([
      { code: "NASDAQ_M", lastPeriod: "2000-03", lastVintage: "2000-03-31", isStale: true },
      { code: "OPENAI_VAL", lastPeriod: null, lastVintage: null, isStale: false },
      { code: "VC_ALL_WORLD_CB_Q", lastPeriod: "2024-Q2", lastVintage: "2024-07-31", isStale: false },
    ]);
    expect((await reach()).at(-1)).toMatchObject({ lastPeriod: "2024-Q3", lastVintage: "2025-07-31" });
  });

  test("the status line counts the series that had a value, and names the day", async () => {
    expect(await loadStatus({ asOf: "2024-09-01" })).toMatchObject({
      asOf: "2024-09-01",
      lastVintage: "2024-07-31",
      seriesTotal: 2,
      seriesStale: 1,
    });
    expect(await loadStatus()).toMatchObject({ asOf: null, lastVintage: "2025-07-31", seriesTotal: 3 });
  });

  test("the page of a series shows the value and the range of then", async () => {
    const page = await loadSeriesPage("VC_ALL_WORLD_CB_Q", { asOf: "2024-09-01" });
    expect(page).toMatchObject({
      asOf: "2024-09-01",
      daysStale: null,
      latest: { period: "2024-Q2", text: "$79B" },
      summary: { lastPeriod: "2024-Q2" },
    });
  });

  test("a figure of which nothing was known is empty with the reason and the day, and is no failure", async () => {
    const [before] = await loadDashboard({ asOf: "2024-07-30" });
    expect(before?.failure).toBeUndefined();
    expect(before?.model?.empty).toBe(
      "Nothing can be drawn from what was known on 30 Jul 2024. No value is known for VC_ALL_WORLD_CB_Q.",
    );
    const [after] = await loadDashboard({ asOf: "2024-07-31" });
    expect(after?.model).toMatchObject({ empty: null, freshness: { isStale: false } });
  });
});
