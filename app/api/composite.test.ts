import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedAt } from "../../db/queries/published-readings.ts";
import type { Store } from "../../db/store.ts";
import { aPackage } from "../../lib/ingestion/testing.ts";
import { loadComposite } from "../_data/composite.ts";
import { commitPackage, serveTestStore, TODAY } from "../_data/testing.ts";
import { GET } from "./v1/composite/route.ts";

let store: Store;
let revision: number;
beforeAll(async () => {
  store = await serveTestStore();
  revision = await commitPackage(store, aPackage());
});
afterAll(() => store.close());

const ask = (query = "") => GET(new Request(`http://localhost/api/v1/composite${query}`));

test("the composite of the newest revision is published whoever asks first, and not by who looks back", async () => {
  await loadComposite({ asOf: "2024-08-01" });
  await loadComposite({ asOf: `r${revision}` });
  expect(await publishedAt(store.db, revision)).toBeNull();
  await ask();
  expect(await publishedAt(store.db, revision)).toMatchObject({ revision, day: TODAY });
});
