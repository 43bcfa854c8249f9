import { afterAll, beforeAll, expect, test } from "vitest";
import type { Store } from "../../db/store.ts";
import { aPackage } from "../../lib/ingestion/testing.ts";
import { loadSeriesPage } from "./series-page.ts";
import { commitPackage, serveTestStore } from "./testing.ts";

let store: Store;
beforeAll(async () => {
  store = await serveTestStore();
  await commitPackage(store, aPackage());
});
afterAll(() => store.close());

test.each([
  { asOf: "2026-11-23", says: ["cb_2025q2"], name: "a value restated since is cited from its restatement" },
  {
    asOf: "2024-12-31",
    says: ["cb_2024q2"],
    name: "before the restatement it is cited from its first report",
  },
  { asOf: "2024-01-01", says: ["cb_2024q2"], name: "without a value the source of the series is named" },
])("the page of a series names who said its values: $name", async ({ asOf, says }) => {
  const page = await loadSeriesPage("VC_ALL_WORLD_CB_Q", { asOf });
  expect(page?.sources.map(({ key }) => key)).toEqual(says);
});
