import "server-only";
import { join } from "node:path";
import { loadCatalogue } from "../../db/ingestion/load-catalogue.ts";
import { ingestionStore } from "../../db/ingestion/store.ts";
import { migrate } from "../../db/migrate.ts";
import { openStore } from "../../db/open.ts";
import type { Store } from "../../db/store.ts";
import { folderError, isStoreError } from "../../db/store-error.ts";
import { clearLeftBehind } from "../../db/uploads/clear.ts";
import { type Environment, readEnvironment } from "../../lib/env.ts";
import { renderReport } from "../../lib/ingestion/render-report.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { authSecret } from "./auth-secret.ts";
import { today } from "./clock.ts";
import { noteRevision } from "./noted-revision.ts";
import { operatorRecoveryPath } from "./operator-recovery.ts";
import { newSetUpPath } from "./set-up.ts";

/** Where the starter catalogue lies, from the folder the server runs in. */
const CATALOGUE = join("db", "catalogue");

/**
 * Makes the server ready to answer: opens the store, brings it to this schema, loads the starter catalogue if it is
 * empty, and prints the link to set up the first account while there is none, or a recovery link that was asked for.
 * Prints a line per step. The refusal is for the operator: what is wrong, where, and the remedy. Anything else that goes
 * wrong is ours and throws.
 */
export async function boot(
  raw: Readonly<Record<string, string | undefined>>,
  print: (line: string) => void,
  catalogue = CATALOGUE,
): Promise<Result<Store, string>> {
  const env = readEnvironment(raw);
  if (!env.ok) return env;
  try {
    print(
      `Opening the store: ${env.value.DATABASE_URL ? "PostgreSQL" : `embedded, in ${env.value.BUBBLESCOPE_DATA}`}`,
    );
    const store = await openStore(env.value);
    print("Bringing it to this version’s schema");
    await migrate(store);
    const filled = await fill(store, catalogue, print);
    if (!filled.ok) return filled;
    // What a killed process left of uploads that ended; nearly always nothing.
    await clearLeftBehind(store.db);
    return await openDoor(filled.value, env.value, print);
  } catch (error) {
    const known = storeError(error, env.value);
    if (known === null) throw error;
    return err(known.message);
  }
}

async function fill(
  store: Store,
  catalogue: string,
  print: (line: string) => void,
): Promise<Result<Store, string>> {
  const started = performance.now();
  const loaded = await loadCatalogue(ingestionStore(store.db), catalogue, today());
  if (!loaded.ok) {
    await store.close();
    return err(
      `The starter catalogue in ${catalogue} cannot be loaded, and nothing was stored.\n${renderReport(loaded.error)}`,
    );
  }
  const { outcome, revision } = loaded.value;
  noteRevision(revision);
  print(
    outcome === "committed"
      ? `Loaded the starter catalogue as revision ${revision}, in ${((performance.now() - started) / 1000).toFixed(1)} s`
      : `The store is at revision ${revision}`,
  );
  return ok(store);
}

/** Accounts need the secret that signs their sessions, someone who has the first one, and a way back in. */
async function openDoor(
  store: Store,
  env: Environment,
  print: (line: string) => void,
): Promise<Result<Store, string>> {
  const secret = authSecret(env);
  if (!secret.ok) {
    await store.close();
    return secret;
  }
  const site = env.BUBBLESCOPE_URL ?? env.BUBBLESCOPE_ADDRESS ?? "http://localhost:3000";
  const email = env.BUBBLESCOPE_RECOVER;
  if (email !== undefined) {
    const recovery = await operatorRecoveryPath(store.db, email);
    if (!recovery.ok) {
      await store.close();
      return recovery;
    }
    print(`Choose a new password for ${email}, within 24 hours: ${site}${recovery.value}`);
  }
  const path = await newSetUpPath(store.db);
  if (path !== null) print(`Set up the first account, within 24 hours: ${site}${path}`);
  return ok(store);
}

/** The embedded store's files may fail under any query, for instance when the disk fills up. */
function storeError(error: unknown, env: Environment): Error | null {
  const known = env.DATABASE_URL ? error : folderError(env.BUBBLESCOPE_DATA, error);
  return isStoreError(known) ? known : null;
}
