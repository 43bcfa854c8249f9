import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type SQL, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { migrate } from "./migrate.ts";
import { embeddedStore } from "./open-embedded.ts";
import { openServer } from "./open-server.ts";
import { apiKeys } from "./queries/api-keys.ts";
import { auditEntries } from "./queries/audit.ts";
import { latestRevision } from "./queries/revision.ts";
import type { Store } from "./store.ts";
import { newDatabase, openServerTestStore, openTestStore } from "./testing.ts";
import { aHash } from "./testing-accounts.ts";
import { startProcess } from "./testing-process.ts";
import { aRevision } from "./testing-rows.ts";

test("instances that start at the same time migrate an empty server once", async () => {
  const { url, drop } = await newDatabase();
  const instances = [startProcess(), startProcess(), startProcess()];
  const answers = await Promise.all(instances.map((instance) => instance.ask(`migrate ${url}`)));
  await Promise.all(instances.map((instance) => instance.kill()));
  expect(answers).toEqual(["migrated", "migrated", "migrated"]);

  const store = await openServer(url);
  const [{ applied, distinct } = { applied: 0, distinct: 0 }] = await store.db
    .select({ applied: sql<number>`count(*)::int`, distinct: sql<number>`count(distinct hash)::int` })
    .from(sql`drizzle.__drizzle_migrations`);
  expect(applied).toBeGreaterThan(0);
  expect(applied).toBe(distinct);
  expect(await latestRevision(store.db)).toBeNull();
  await store.close();
  await drop();
});

describe.each([
  { kind: "PGlite", open: async () => embeddedStore(await PGlite.create()) },
  { kind: "server", open: openEmptyServerStore },
])("a store from before the scope to read was removed ($kind)", ({ open }) => {
  test("keeps its keys without that scope, and has those revoked that had no other", async () => {
    const store = await open();
    const before = migrationsUpTo("0012_recovery-link");
    await migrate(store, before);
    const ada = "00000000-0000-4000-8000-000000000001";
    await store.db.execute(
      sql`insert into person (id, name, email, role) values (${ada}, 'Ada', 'ada@example.org', 'admin')`,
    );
    const insert = (name: string, scopes: SQL, revokedAt: SQL = sql`null`) =>
      store.db.execute(
        sql`insert into api_key (name, start, key_hash, scopes, owner_id, revoked_at)
          values (${name}, 'bsk_', ${aHash(name)}, ${scopes}, ${ada}, ${revokedAt})`,
      );
    await insert("all", sql`array['read', 'upload', 'commit']`);
    await insert("none of it", sql`array['commit']`);
    await insert("only it", sql`array['read']`);
    await insert("long gone", sql`array['read']`, sql`'2025-01-02T00:00:00Z'`);

    await migrate(store);
    const keys = (await apiKeys(store.db)).map(({ name, scopes, revokedAt }) => [name, scopes, revokedAt]);
    expect(keys.sort()).toEqual([
      ["all", ["upload", "commit"], null],
      ["long gone", [], new Date("2025-01-02T00:00:00Z")],
      ["none of it", ["commit"], null],
      ["only it", [], expect.any(Date)],
    ]);
    expect(await auditEntries(store.db, {}, { limit: 9 })).toMatchObject([
      {
        action: "key-revoked",
        person: null,
        subject: "only it",
        detail: "its only scope, read, is no more",
      },
    ]);
    await store.close();
    rmSync(before, { recursive: true });
  }, 60_000);
});

/** A folder with the migrations from the first to this one. */
function migrationsUpTo(last: string): string {
  const all = join(process.cwd(), "db", "migrations");
  const folder = mkdtempSync(join(tmpdir(), "bubblescope-migrations-"));
  cpSync(all, folder, { recursive: true });
  const path = join(folder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8"));
  const end = journal.entries.findIndex(({ tag }: { tag: string }) => tag === last);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end + 1) }));
  return folder;
}

async function openEmptyServerStore(): Promise<Store> {
  const { url, drop } = await newDatabase();
  const store = await openServer(url);
  return { ...store, close: () => store.close().then(drop) };
}

test.each([
  { kind: "PGlite", open: openTestStore },
  { kind: "server", open: openServerTestStore },
])(
  "a store is left alone when up to date, and refused when newer than the code ($kind)",
  async ({ open }) => {
    const store = await open();
    const number = await aRevision(store.db);
    await migrate(store);
    expect((await latestRevision(store.db))?.number).toBe(number);

    await store.db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a later version', 9999999999999)`,
    );
    await expect(migrate(store)).rejects.toMatchObject({
      kind: "newer-schema",
      message:
        "The store was written by a newer version of Bubblescope (1 migration unknown to this one): update this copy, or use another store with --data or DATABASE_URL.",
    });
    await store.close();
  },
);
