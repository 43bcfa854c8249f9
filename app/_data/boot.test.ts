import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disablePerson } from "../../db/accounts/people.ts";
import { personByRecoveryLink } from "../../db/queries/recovery-link.ts";
import { latestRevision } from "../../db/queries/revision.ts";
import { acting, aPerson } from "../../db/testing-accounts.ts";
import type { PackageFiles } from "../../lib/ingestion/read-package.ts";
import { aPackage, aPackageWith } from "../../lib/ingestion/testing.ts";
import { boot } from "./boot.ts";
import { hashToken } from "./secret-token.ts";

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
    expect(said).toHaveLength(4);
    expect(said[0]).toContain(env.BUBBLESCOPE_DATA);
    expect(said[2]).toContain("as revision 1");
    await first.value.close();

    const second = await boot(env, (line) => said.push(line), catalogue);
    if (!second.ok) throw new Error(second.error);
    expect(said.at(-2)).toBe("The store is at revision 1");
    await second.value.close();
  }, 60_000);

  test("prints a new link to set up the first account at each start, until there is one", async () => {
    const catalogue = write("linked", aPackage());
    const env = {
      BUBBLESCOPE_DATA: join(folder, "linked-data"),
      BUBBLESCOPE_ADDRESS: "http://localhost:3999",
    };
    const link = async (given: Record<string, string> = env) => {
      const said: string[] = [];
      const booted = await boot(given, (line) => said.push(line), catalogue);
      if (!booted.ok) throw new Error(booted.error);
      return { last: said.at(-1), ...booted.value };
    };
    const first = await link();
    expect(first.last).toMatch(
      /^Set up the first account, within 24 hours: http:\/\/localhost:3999\/setup\?token=[\w-]{43}$/,
    );
    await first.close();
    const second = await link({ ...env, BUBBLESCOPE_URL: "https://bubble.example/" });
    expect(second.last).toMatch(/ https:\/\/bubble\.example\/setup\?token=/);
    expect(second.last?.slice(-43)).not.toBe(first.last?.slice(-43));
    await aPerson(second.db, { role: "admin" });
    await second.close();
    const third = await link();
    expect(third.last).toBe("The store is at revision 1");
    await third.close();
  }, 60_000);

  test("prints a recovery link for whom it was asked for, and stops at an address that has no account", async () => {
    const catalogue = write("recovered", aPackage());
    const env = {
      BUBBLESCOPE_DATA: join(folder, "recovered-data"),
      BUBBLESCOPE_URL: "https://bubble.example",
    };
    const start = async (email?: string) => {
      const said: string[] = [];
      const asked = { ...env, ...(email !== undefined && { BUBBLESCOPE_RECOVER: email }) };
      const booted = await boot(asked, (line) => said.push(line), catalogue);
      return { booted, last: said.at(-1) };
    };
    expect((await start("ada@example.org")).booted).toEqual({
      ok: false,
      error:
        "No account has the e-mail address ada@example.org, as there is none yet: start without --recover, and open the link that is printed.",
    });

    const first = await start();
    if (!first.booted.ok) throw new Error(first.booted.error);
    const { db } = first.booted.value;
    const ada = await aPerson(db, { email: "ada@example.org", role: "admin" });
    const eve = await aPerson(db, { email: "eve@example.org", role: "admin" });
    await disablePerson(db, eve.id, acting(ada));
    await first.booted.value.close();

    const recovered = await start("Ada@Example.org");
    expect(recovered.last).toMatch(
      /^Choose a new password for ada@example\.org, within 24 hours: https:\/\/bubble\.example\/recover\?token=[\w-]{43}$/,
    );
    if (!recovered.booted.ok) throw new Error(recovered.booted.error);
    const tokenHash = hashToken(recovered.last?.slice(-43) ?? "");
    expect(await personByRecoveryLink(recovered.booted.value.db, tokenHash)).toEqual(ada);
    await recovered.booted.value.close();

    expect((await start("adda@example.org")).booted).toEqual({
      ok: false,
      error:
        "No account has the e-mail address adda@example.org: look for a slip in it, or give --recover that of an admin (ada@example.org).",
    });
    expect((await start("eve@example.org")).booted).toEqual({
      ok: false,
      error:
        "The account of eve@example.org is disabled: have it enabled under People, or give --recover that of an admin (ada@example.org).",
    });
  }, 60_000);

  test("a secret that was spoilt is one sentence that names its file, and the store is given up", async () => {
    const catalogue = write("spoilt", aPackage());
    const env = { BUBBLESCOPE_DATA: join(folder, "spoilt-data") };
    mkdirSync(env.BUBBLESCOPE_DATA);
    writeFileSync(join(env.BUBBLESCOPE_DATA, "auth-secret"), "spoilt");
    const refused = await boot(env, () => {}, catalogue);
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining("auth-secret") });
    rmSync(join(env.BUBBLESCOPE_DATA, "auth-secret"));
    const mended = await boot(env, () => {}, catalogue);
    if (!mended.ok) throw new Error(mended.error);
    await mended.value.close();
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
