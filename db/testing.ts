import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { type SQLWrapper, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { migrate } from "./migrate.ts";
import { embeddedStore } from "./open-embedded.ts";
import { openServer } from "./open-server.ts";
import type { Db, Store } from "./store.ts";
import { errorCode } from "./store-error.ts";

/** A migrated, empty embedded store in memory. Close it when done. */
export async function openTestStore(): Promise<Store> {
  const archive = inject("embeddedArchive");
  if (archive) return embeddedStore(await PGlite.create({ loadDataDir: new Blob([readFileSync(archive)]) }));
  const store = embeddedStore(await PGlite.create());
  await migrate(store);
  return store;
}

/** A migrated, empty store in a new database on the PostgreSQL server of this run; `close` drops it. */
export async function openServerTestStore(): Promise<Store> {
  const { url, drop } = await newDatabase();
  const store = await openServer(url);
  await migrate(store);
  const close = async () => {
    await store.close();
    await drop();
  };
  return { ...store, close };
}

/** A new database on the PostgreSQL server of this run: empty, or a copy of another that nobody is connected to. */
export async function newDatabase(copied?: string): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject("postgresUrl");
  const name = `bubblescope_${randomBytes(6).toString("hex")}`;
  const template = copied ? ` template ${new URL(copied).pathname.slice(1)}` : "";
  await onServer(server, `create database ${name}${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

/** Runs a suite twice, on the embedded store and on a PostgreSQL server, and prints what each one is. */
export function withEveryStore(name: string, suite: (store: () => Store) => void): void {
  const kinds = [
    { kind: "PGlite", open: openTestStore },
    { kind: "server", open: openServerTestStore },
  ];
  describe.each(kinds)(`${name} on $kind`, ({ kind, open }) => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
      const [version] = (await store.version()).split(" on ");
      console.log(`${name} on ${kind}: ${version}`);
    });
    afterAll(() => store.close());
    suite(() => store);
  });
}

/** How the database means to run a query, a step a line. */
export async function planOf(db: Db, query: SQLWrapper): Promise<string> {
  const answer: unknown = await db.execute(sql`explain (costs off) ${query.getSQL()}`);
  const rows = Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows;
  return rows.map((row) => (row as { "QUERY PLAN": string })["QUERY PLAN"]).join("\n");
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client.unsafe(statement);
  } finally {
    await client.end();
  }
}

/** What the store refuses `work` with: the name of the constraint, or the SQLSTATE where it is none; null when nothing did. */
export async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return constraintOf(error) ?? errorCode(error);
  }
}

/** Both drivers name the constraint, each under its own word. */
function constraintOf(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof Error)) return null;
  const name =
    "constraint_name" in cause ? cause.constraint_name : "constraint" in cause ? cause.constraint : null;
  return typeof name === "string" && name !== "" ? name : null;
}
