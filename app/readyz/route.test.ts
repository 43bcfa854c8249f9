import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { migrate } from "../../db/migrate.ts";
import { openEmbedded } from "../../db/open-embedded.ts";
import { SeriesListView } from "../../lib/api/series.ts";
import { store } from "../_data/store.ts";
import { GET as getSeriesList } from "../api/v1/series/route.ts";
import { GET as getReadiness } from "./route.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bubblescope-readyz-"));
});
afterAll(async () => {
  await (await store()).close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** As a first start leaves it that is killed while it loads the catalogue. */
async function leaveWithoutCatalogue(): Promise<void> {
  const interrupted = await openEmbedded(folder);
  await migrate(interrupted);
  await interrupted.close();
}

test("a server whose start was passed over is ready with the catalogue, not with the empty store it finds", async () => {
  await leaveWithoutCatalogue();
  vi.stubEnv("BUBBLESCOPE_DATA", folder);
  vi.stubEnv("DATABASE_URL", "");
  vi.spyOn(console, "log").mockImplementation(() => {});

  expect((await getReadiness()).status).toBe(200);
  const list = SeriesListView.parse(
    await (await getSeriesList(new Request("http://localhost/api/v1/series"))).json(),
  );
  expect(list.revision).toBe(1);
  expect(list.series.length).toBeGreaterThan(100);
}, 60_000);
