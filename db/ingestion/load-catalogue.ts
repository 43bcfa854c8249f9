import { ingest, type Receipt, type UnsoundPackage } from "../../lib/ingestion/ingest.ts";
import type { IngestionStore } from "../../lib/ingestion/store.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { readDirectory } from "./read-directory.ts";

/** The store already has revisions, up to this one, and was left as it is. */
export interface CatalogueKept {
  readonly outcome: "kept";
  readonly revision: number;
}

/**
 * Loads the starter catalogue into an empty store as one revision, all or nothing. A store with any
 * revision is left alone: from then on it belongs to its editors. Of several processes that start at once
 * on one server, one loads and the others keep.
 *
 * `today`: `YYYY-MM-DD`. Errors: `unsound-package` with every problem, for `renderReport`; nothing is stored.
 * A full disk throws `StoreError` `disk-full`, a lost connection its own error; both leave the store empty.
 */
export async function loadCatalogue(
  store: IngestionStore,
  directory: string,
  today: string,
): Promise<Result<Receipt | CatalogueKept, UnsoundPackage>> {
  const held = await store.currentRevision();
  if (held > 0) return ok({ outcome: "kept", revision: held });

  const folder = readDirectory(directory);
  if (!folder.ok) return err({ kind: "unsound-package", problems: folder.error });
  const loaded = await ingest(store, folder.value.files, today, {
    author: "Bubblescope",
    message: "Starter catalogue",
    kind: "catalogue",
    fileHash: folder.value.hash,
  });
  if (loaded.ok) return loaded;
  const refusal = loaded.error;
  return refusal.kind === "store-moved-on"
    ? ok({ outcome: "kept", revision: refusal.revision })
    : err(refusal);
}
