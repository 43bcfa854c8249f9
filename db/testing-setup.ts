import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { TestProject } from "vitest/node";
import { migrate } from "./migrate.ts";
import { embeddedStore } from "./open-embedded.ts";
import { startTestServer } from "./testing-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a PostgreSQL server on which databases can be made. */
    postgresUrl: string;
    /** Archive of a migrated, empty embedded database. */
    embeddedArchive: string;
  }
}

/** Vitest's global set-up for tests that use a store: one server and one embedded archive per run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "bubblescope-embedded-"));
  const server = await startTestServer();
  const archive = join(folder, "migrated.tar");
  writeFileSync(archive, await migratedArchive());
  project.provide("postgresUrl", server.url);
  project.provide("embeddedArchive", archive);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  };
}

/** Making an embedded database takes seconds and loading one a few tenths, so it is made once. */
async function migratedArchive(): Promise<Uint8Array> {
  const client = await PGlite.create();
  await migrate(embeddedStore(client));
  const archive = await client.dumpDataDir("none");
  await client.close();
  return new Uint8Array(await archive.arrayBuffer());
}
