import type { Environment } from "../lib/env.ts";
import { invariant } from "../lib/invariant.ts";
import { openEmbedded } from "./open-embedded.ts";
import { openServer } from "./open-server.ts";
import type { Store } from "./store.ts";

/** Shared by all copies of this module in one process: a server bundle may hold several. */
const STORE = Symbol.for("bubblescope.store");
const shared = globalThis as typeof globalThis & { [STORE]?: Promise<Store> };

/**
 * The store of this process: the PostgreSQL server of `DATABASE_URL`, or else the embedded database in the
 * folder `BUBBLESCOPE_DATA`. Opened by the first call and the same for every later one; after a failure, or
 * after `close`, the next call opens it again. It is not migrated: see `migrate`.
 *
 * Throws `StoreError` with a sentence for the operator.
 */
export function openStore(env: Pick<Environment, "DATABASE_URL" | "BUBBLESCOPE_DATA">): Promise<Store> {
  invariant(process.env.NEXT_PHASE !== "phase-production-build", "a build does not open the store");
  shared[STORE] ??= open(env).catch((error: unknown) => {
    delete shared[STORE];
    throw error;
  });
  return shared[STORE];
}

async function open({ DATABASE_URL: url, BUBBLESCOPE_DATA: folder }: Parameters<typeof openStore>[0]) {
  const store = url ? await openServer(url) : await openEmbedded(folder);
  const close = async () => {
    delete shared[STORE];
    await store.close();
  };
  return { ...store, close };
}
