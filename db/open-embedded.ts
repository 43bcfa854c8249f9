import { existsSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type Logger, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { lockFolder } from "./lock.ts";
import * as schema from "./schema/index.ts";
import type { Store } from "./store.ts";
import { diskFull, errorCode, folderError, StoreError } from "./store-error.ts";

/** Below this much free space a failure to open is put down to the disk: one WAL segment is 16 MB. */
const NEEDED_BYTES = 32 * 1024 * 1024;

/**
 * Opens the embedded database in a data folder behind the folder's exclusive lock, making it on first use.
 * A commit is with the operating system before it is acknowledged, so it outlives this process, and what a killed
 * process left half-written is undone by PostgreSQL's own recovery. PGlite runs with `fsync` off: a loss of power may
 * take the newest commits. `logger` is told of every statement before it runs.
 *
 * Throws `StoreError`: `locked`, `not-writable`, `disk-full`, `no-hard-links`, `broken-folder`.
 */
export async function openEmbedded(dataFolder: string, logger?: Logger): Promise<Store> {
  const folder = resolve(dataFolder);
  let client: PGlite | null = null;
  const lock = lockFolder(folder, () => void client?.close());
  try {
    client = await openDatabase(folder);
  } catch (error) {
    lock.release();
    throw openingError(folder, error);
  }
  return embeddedStore(client, () => lock.release(), logger);
}

/** A store on an embedded database that is already open. */
export function embeddedStore(client: PGlite, onClosed: () => void = () => {}, logger?: Logger): Store {
  const db = drizzle(client, { schema, ...(logger && { logger }) });
  return {
    db,
    kind: "embedded",
    version: async () => {
      const rows = await db.select({ version: sql<string>`version()` }).from(sql`(values (1)) as one`);
      return rows[0]?.version ?? "";
    },
    // The embedded database has one session, and runs one query or transaction at a time.
    withSession: (work) =>
      work({ db, applyMigrations: (migrationsFolder) => migrate(db, { migrationsFolder }) }),
    close: async () => {
      await client.close();
      onClosed();
    },
  };
}

/**
 * The database lives in `postgres`, below the folder. While it is first made, a marker stands beside it: a
 * folder with the marker was left by an interrupted first start, holds nothing yet, and is made anew.
 */
async function openDatabase(folder: string): Promise<PGlite> {
  const database = join(folder, "postgres");
  const marker = join(folder, "postgres.being-made");
  if (existsSync(marker)) rmSync(database, { recursive: true, force: true });

  const isNew = !existsSync(database);
  if (isNew) writeFileSync(marker, "");
  else refuseWithoutVersion(folder, database);
  // We hold the folder, so a postmaster.pid can only come from a process that was killed.
  rmSync(join(database, "postmaster.pid"), { force: true });

  const client = await PGlite.create(database, { relaxedDurability: false });
  if (isNew) rmSync(marker);
  return client;
}

/** PGlite would make a new, empty database in a folder that has lost its version file. */
function refuseWithoutVersion(folder: string, database: string): void {
  if (!existsSync(join(database, "PG_VERSION"))) throw brokenFolder(folder);
}

function openingError(folder: string, error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const known = folderError(folder, error);
  if (known instanceof StoreError) return known;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < NEEDED_BYTES ? diskFull(folder, error) : brokenFolder(folder, error);
}

function brokenFolder(folder: string, cause?: unknown): StoreError {
  const code = errorCode(cause);
  const detail = code ? ` (${code})` : "";
  return new StoreError(
    "broken-folder",
    `The database in the data folder ${folder} cannot be opened${detail}: put back a copy, or move the folder away to start with an empty store.`,
    cause,
  );
}
