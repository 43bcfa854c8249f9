import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { latestRevision } from "../../db/queries/revision.ts";
import type { PackageFiles } from "../../lib/ingestion/read-package.ts";
import { aPackage, aPackageWith } from "../../lib/ingestion/testing.ts";
import { boot } from "./boot.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bubblescope-boot-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, files: PackageFiles): string {
  const directory = join(folder, name);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

describe("starting the server", () => {
  test("fills an empty store from the catalogue once, and says each step; the next start keeps what is there", async () => {
    const catalogue = write("sound", aPackage());
    const env = { BUBBLESCOPE_DATA: join(folder, "data") };
    const said: string[] = [];
    const first = await boot(env, (line) => said.push(line), catalogue);
    if (!first.ok) throw new Error(first.error);
    expect((await latestRevision(first.value.db))?.number).toBe(1);
    expect(said).toHaveLength(3);
    expect(said[0]).toContain(env.BUBBLESCOPE_DATA);
    expect(said[2]).toContain("as revision 1");
    await first.value.close();

    const second = await boot(env, (line) => said.push(line), catalogue);
    if (!second.ok) throw new Error(second.error);
    expect(said.at(-1)).toBe("The store is at revision 1");
    await second.value.close();
  }, 60_000);

  test("with a broken catalogue it stops with the file, row, column and value, and stores nothing", async () => {
    const broken = aPackageWith("observations/venture.csv", { row: 2, column: "value", value: "35,5" });
    const env = { BUBBLESCOPE_DATA: join(folder, "never-filled") };
    const refused = await boot(env, () => {}, write("broken", broken));
    expect(refused).toMatchObject({
      ok: false,
      error: expect.stringMatching(/observations\/venture\.csv[\s\S]*row 2[\s\S]*35,5/),
    });

    const mended = await boot(env, () => {}, write("mended", aPackage()));
    if (!mended.ok) throw new Error(mended.error);
    expect((await latestRevision(mended.value.db))?.number).toBe(1);
    await mended.value.close();
  }, 60_000);

  test("a data folder that cannot be made is one sentence that names it", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const refused = await boot({ BUBBLESCOPE_DATA: file }, () => {});
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining(file) });
  });

  test("an environment that is not usable is refused before anything is opened", async () => {
    const said: string[] = [];
    const refused = await boot({ DATABASE_URL: "mysql://host/db" }, (line) => said.push(line));
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining("DATABASE_URL") });
    expect(said).toEqual([]);
  });
});
