import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { migrate } from "./migrate.ts";
import { openServer } from "./open-server.ts";
import { latestRevision } from "./queries/revision.ts";
import { newDatabase, openServerTestStore, openTestStore } from "./testing.ts";
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
