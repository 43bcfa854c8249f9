import "server-only";
import { LruCache } from "./lru-cache.ts";
import { processWide } from "./process-wide.ts";
import { type Standing, standing } from "./revision.ts";

/** In development nothing is kept: the code that makes a view may have changed. */
const MAX_VIEWS = process.env.NODE_ENV === "development" ? 0 : 1_000;

/**
 * What `load` gives, kept for as long as the store's revision, the day and the build stay the same. `key` names
 * the view and holds all that `load` depends on.
 */
export async function perRevision<View>(key: string, load: (now: Standing) => Promise<View>): Promise<View> {
  const now = await standing();
  const views = processWide("views", () => new LruCache<{ readonly view: unknown }>(MAX_VIEWS));
  const kept = await views.get(`${now.tag} ${key}`, async () => ({ view: await load(now) }));
  return kept.view as View;
}
