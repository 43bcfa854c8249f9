import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { migrate } from "./migrate.ts";
import { openStore } from "./open.ts";
import { openEmbedded } from "./open-embedded.ts";
import { openServer } from "./open-server.ts";
import { revisions } from "./queries/revision.ts";
import { observation } from "./schema/index.ts";
import { folderError, isStoreError, type StoreError } from "./store-error.ts";
import { startProcess } from "./testing-process.ts";
import { aRevision } from "./testing-rows.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bubblescope-open-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function refusalOf(opening: Promise<unknown>): Promise<Pick<StoreError, "kind" | "message">> {
  const error = await opening.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!isStoreError(error)) throw new Error(`no StoreError: ${error}`);
  return { kind: error.kind, message: error.message };
}

describe("the embedded store", () => {
  test("keeps its rows over a restart", async () => {
    const first = await openEmbedded(folder);
    await migrate(first);
    const number = await aRevision(first.db, { message: "kept" });
    await first.close();

    const second = await openEmbedded(folder);
    await migrate(second);
    expect(await revisions(second.db)).toMatchObject([{ number, message: "kept" }]);
    await second.close();
    expect(existsSync(join(folder, "bubblescope.lock"))).toBe(false);
  });

  test("opens to one process, and after kill -9 holds what was committed and nothing half-written", async () => {
    const prepared = await openEmbedded(folder);
    await migrate(prepared);
    await prepared.close();

    const writer = startProcess();
    expect(await writer.ask(`write ${folder}`)).toBe("writing");
    expect(await refusalOf(openEmbedded(folder))).toEqual({
      kind: "locked",
      message: `The data folder ${folder} is in use by process ${writer.pid} on ${hostname()}: stop it, or choose another folder with --data.`,
    });
    await writer.kill();

    const store = await openEmbedded(folder);
    expect(await revisions(store.db)).toMatchObject([{ message: "committed" }]);
    expect(await store.db.$count(observation)).toBe(0);
    expect(await aRevision(store.db)).toBeGreaterThan(0);
    await store.close();
  });

  test("starts anew where the first start was interrupted", async () => {
    mkdirSync(join(folder, "postgres"));
    writeFileSync(join(folder, "postgres", "PG_VERSION"), "18\n");
    writeFileSync(join(folder, "postgres.being-made"), "");
    const store = await openEmbedded(folder);
    await migrate(store);
    expect(await revisions(store.db)).toEqual([]);
    await store.close();
  });

  test("names a database that cannot be opened, touches nothing in it and lets the folder go", async () => {
    mkdirSync(join(folder, "postgres", "base"), { recursive: true });
    const broken = {
      kind: "broken-folder",
      message: `The database in the data folder ${folder} cannot be opened: put back a copy, or move the folder away to start with an empty store.`,
    };
    expect(await refusalOf(openEmbedded(folder))).toEqual(broken);
    expect(await refusalOf(openEmbedded(folder))).toEqual(broken);
    expect(existsSync(join(folder, "postgres", "base"))).toBe(true);
  });

  test.each([
    ["EACCES", "not-writable", "is not writable"],
    ["EROFS", "not-writable", "is not writable"],
    ["ENOSPC", "disk-full", "is full: free some space"],
    ["EDQUOT", "disk-full", "is full: free some space"],
  ])("says in a sentence what %s means", (code, kind, words) => {
    const error = folderError("/srv/data", Object.assign(new Error("as Node says it"), { code }));
    expect(error).toMatchObject({ kind, message: expect.stringContaining(words) });
    expect(error).toMatchObject({ message: expect.stringContaining("/srv/data") });
  });
});

describe("a PostgreSQL server", () => {
  test("that is not there is named by host, port and database, without the password", async () => {
    const { kind, message } = await refusalOf(openServer("postgres://ada:s3cret@127.0.0.1:1/bubbles"));
    expect(kind).toBe("unreachable");
    expect(message).toBe(
      "The PostgreSQL server at 127.0.0.1:1/bubbles cannot be reached: nothing listens there; start it or correct DATABASE_URL.",
    );
  });

  test("without the database says so", async () => {
    const url = new URL(inject("postgresUrl"));
    url.pathname = "/absent";
    const { message } = await refusalOf(openServer(url.href));
    expect(message).toContain("it has no such database; create it or correct DATABASE_URL");
  });

  test("whose address is none is refused without repeating it", async () => {
    const { kind, message } = await refusalOf(openServer("postgres://ada:s3cret@"));
    expect(kind).toBe("unreachable");
    expect(message).not.toContain("s3cret");
  });
});

describe("the store of this process", () => {
  const env = () => ({ BUBBLESCOPE_DATA: folder });

  test("is opened once, and again after it was closed", async () => {
    const opening = openStore(env());
    expect(openStore(env())).toBe(opening);
    const store = await opening;
    expect(await store.version()).toMatch(/^PostgreSQL 1\d/);
    await store.close();

    const again = await openStore(env());
    expect(again).not.toBe(store);
    await again.close();
  });

  test("can be opened after an attempt that failed", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect((await refusalOf(openStore({ BUBBLESCOPE_DATA: file }))).kind).toBe("not-writable");
    const store = await openStore(env());
    await store.close();
  });

  test("is not opened by a build", () => {
    vi.stubEnv("NEXT_PHASE", "phase-production-build");
    expect(() => openStore(env())).toThrow("a build does not open the store");
    vi.unstubAllEnvs();
  });
});
