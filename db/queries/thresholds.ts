import { eq } from "drizzle-orm";
import type { StoredThreshold } from "../../lib/indicators/threshold.ts";
import { source, threshold } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";
import { rowsThen } from "./rows-as-at.ts";
import { sourceRecord, sourcesAsAt } from "./sources.ts";

/** All thresholds by name; with `asAt`, a revision number, as they were at it. */
export async function thresholds(db: Db, asAt?: number): Promise<StoredThreshold[]> {
  const rows = await db
    .select({ row: threshold, source: sourceRecord })
    .from(threshold)
    .innerJoin(source, eq(source.id, threshold.sourceId))
    .orderBy(byCharacters(threshold.name));
  const now = rows.map(({ row: { sourceId: _, ...row }, source: said }) => ({ ...row, source: said }));
  if (asAt === undefined) return now;
  const [then, sourceOf] = await Promise.all([rowsThen(db, "thresholds", asAt), sourcesAsAt(db, asAt)]);
  const unchanged = now.filter(({ name }) => !then.has(name));
  const all = unchanged.map((row) => ({ ...row, source: sourceOf.get(row.source.key) ?? row.source }));
  for (const was of then.values()) {
    const said = was && sourceOf.get(was.source);
    if (was && said) all.push({ ...was, source: said });
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}
