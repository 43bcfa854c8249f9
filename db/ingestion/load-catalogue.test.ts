import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { renderReport } from "../../lib/ingestion/render-report.ts";
import { aPackage, aPackageWith, TODAY } from "../../lib/ingestion/testing.ts";
import { migrate } from "../migrate.ts";
import { openEmbedded } from "../open-embedded.ts";
import { revisions } from "../queries/revision.ts";
import { observation, series, source } from "../schema/index.ts";
import type { Store } from "../store.ts";
import { openTestStore } from "../testing.ts";
import { loadCatalogue } from "./load-catalogue.ts";
import { ingestionStore } from "./store.ts";

const scratch = mkdtempSync(join(tmpdir(), "bubblescope-load-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function catalogueFolder(name: string, files: ReadonlyMap<string, string | Uint8Array>): string {
  const folder = join(scratch, name);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe("the starter catalogue", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());
  const load = (folder: string) => loadCatalogue(ingestionStore(store.db), folder, TODAY);

  test("with a bad cell is refused with a report that names file, row, column, value and remedy", async () => {
    const files = aPackageWith(
      "observations/venture.csv",
      { row: 2, column: "value", value: "35,5" },
      { row: 3, column: "status", value: "sure" },
    );
    const refused = await load(catalogueFolder("bad-cell", files));
    if (refused.ok) expect.fail("the catalogue has bad cells");
    expect(renderReport(refused.error)).toBe(
      [
        "2 problems in observations/venture.csv:",
        "  row 2, column value: `35,5` is not a decimal; write 35.5",
        "  row 3, column status: `sure` is not one of the known words; write one of reported, estimate, provisional, claimed",
      ].join("\n"),
    );
    expect(await revisions(store.db)).toEqual([]);
  });

  test("that is not in its folder is refused", async () => {
    const refused = await load(join(scratch, "nowhere"));
    if (refused.ok) expect.fail("there is no catalogue");
    expect(renderReport(refused.error)).toContain("the file: it cannot be read; make it readable (ENOENT)");
  });

  test("with a file that is not UTF-8 is refused", async () => {
    const files = new Map<string, string | Uint8Array>(aPackage());
    files.set("eras.csv", Buffer.from("code,name\nAI,boom \xe9\n", "latin1"));
    const refused = await load(catalogueFolder("latin", files));
    if (refused.ok) expect.fail("the catalogue is not UTF-8");
    expect(renderReport(refused.error)).toBe(
      "1 problem in eras.csv:\n  the file: it cannot be read; save it as UTF-8",
    );
  });

  test("is loaded into an empty store as one revision with the hash of its files", async () => {
    const loaded = await load(catalogueFolder("sound", aPackage()));
    expect(loaded).toMatchObject({ ok: true, value: { outcome: "committed" } });
    const [only, ...others] = await revisions(store.db);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ kind: "catalogue", message: "Starter catalogue", added: 7 });
    expect(only?.fileHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("leaves a store with any revision alone, even for another catalogue", async () => {
    const other = aPackageWith("observations/venture.csv", { row: 2, column: "value", value: "1" });
    const before = await revisions(store.db);
    const kept = await load(catalogueFolder("other", other));
    expect(kept).toEqual({ ok: true, value: { outcome: "kept", revision: before[0]?.number } });
    expect(await revisions(store.db)).toEqual(before);
  });
});

describe("a process killed with kill -9", () => {
  const empty = join(scratch, "empty-store");
  const catalogue = join(scratch, "killed-catalogue");
  beforeAll(async () => {
    catalogueFolder("killed-catalogue", aPackage());
    const store = await openEmbedded(empty);
    await migrate(store);
    await store.close();
  }, 60_000);

  let store: Store | null = null;
  afterEach(async () => {
    await store?.close();
    store = null;
  });

  test.each([
    { moment: "insert:source:1", when: "with a revision number in hand", revisions: 0, rows: 0 },
    { moment: "insert:observation:1", when: "before the last table", revisions: 0, rows: 0 },
    { moment: "committed", when: "once the commit is acknowledged", revisions: 1, rows: 7 },
  ])(
    "$when leaves a store that is empty or whole, and then loads",
    async ({ moment, revisions: commits, rows }) => {
      const data = join(scratch, moment.replaceAll(":", "-"));
      cpSync(empty, data, { recursive: true });
      const killed = loadInProcess(data, catalogue, moment);
      expect(killed.signal, killed.stderr.toString()).toBe("SIGKILL");

      store = await openEmbedded(data);
      expect(await revisions(store.db)).toHaveLength(commits);
      expect(await store.db.$count(observation)).toBe(rows);
      expect(await store.db.$count(series)).toBe(commits * 3);
      expect(await store.db.$count(source)).toBe(commits * 3);

      const loaded = await loadCatalogue(ingestionStore(store.db), catalogue, TODAY);
      expect(loaded).toMatchObject({ ok: true, value: { outcome: commits === 0 ? "committed" : "kept" } });
      expect(await store.db.$count(observation)).toBe(7);
    },
    60_000,
  );

  test("amid the observations of the shipped catalogue leaves an empty store, and then loads it whole", async () => {
    const data = join(scratch, "shipped");
    cpSync(empty, data, { recursive: true });
    const killed = loadInProcess(data, shipped, "insert:observation:3");
    expect(killed.signal, killed.stderr.toString()).toBe("SIGKILL");

    store = await openEmbedded(data);
    expect(await revisions(store.db)).toEqual([]);
    expect(await store.db.$count(observation)).toBe(0);
    const loaded = await loadCatalogue(ingestionStore(store.db), shipped, TODAY);
    expect(loaded).toMatchObject({ ok: true, value: { outcome: "committed" } });
    expect(await store.db.$count(observation)).toBeGreaterThan(10_000);
  }, 60_000);
});

function loadInProcess(data: string, catalogue: string, moment: string) {
  return spawnSync(process.execPath, ["--import", "tsx", loader, data, catalogue, TODAY, moment]);
}

const loader = fileURLToPath(new URL("testing-loader.ts", import.meta.url));
const shipped = fileURLToPath(new URL("../catalogue", import.meta.url));
