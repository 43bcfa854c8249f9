import { join } from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { bigint, pgSchema, text } from "drizzle-orm/pg-core";
import type { Db, Store } from "./store.ts";
import { StoreError } from "./store-error.ts";

/** Where Drizzle keeps the list of what was applied. */
const applied = pgSchema("drizzle").table("__drizzle_migrations", {
  hash: text("hash").notNull(),
  createdAt: bigint("created_at", { mode: "number" }),
});

const LOCK = sql`hashtextextended('bubblescope.migrate', 0)`;

/**
 * Brings the store to the schema of this code; a store that is there already is left as it is. Instances
 * that start at the same time take turns by an advisory lock. All pending migrations are one transaction.
 *
 * Throws `StoreError` `newer-schema` if a migration was applied that this code does not have.
 */
export async function migrate(store: Store, folder = join(process.cwd(), "db", "migrations")): Promise<void> {
  await store.withSession(async ({ db, applyMigrations }) => {
    await db.execute(sql`select pg_advisory_lock(${LOCK})`);
    try {
      await refuseNewer(db, folder);
      await applyMigrations(folder);
    } finally {
      await db.execute(sql`select pg_advisory_unlock(${LOCK})`);
    }
  });
}

async function refuseNewer(db: Db, folder: string): Promise<void> {
  const known = new Set(readMigrationFiles({ migrationsFolder: folder }).map((migration) => migration.hash));
  const unknown = (await appliedHashes(db)).filter((hash) => !known.has(hash));
  if (unknown.length === 0) return;
  throw new StoreError(
    "newer-schema",
    `The store was written by a newer version of Bubblescope (${unknown.length} migration${unknown.length === 1 ? "" : "s"} unknown to this one): update this copy, or use another store with --data or DATABASE_URL.`,
  );
}

/** Hashes of the migrations that the store records, none in a store that was never migrated. */
async function appliedHashes(db: Db): Promise<string[]> {
  const [found] = await db
    .select({ table: sql<string | null>`to_regclass('drizzle.__drizzle_migrations')::text` })
    .from(sql`(values (1)) as one`);
  if (!found?.table) return [];
  const rows = await db.select({ hash: applied.hash }).from(applied);
  return rows.map((row) => row.hash);
}
