import { inArray } from "drizzle-orm";
import type { SourceRecord } from "../../lib/series/record.ts";
import { source } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";
import { rowsThen } from "./rows-as-at.ts";

export type Source = typeof source.$inferSelect;

/** The columns of a source that stand beside a number: lib's `SourceRecord`. */
export const sourceRecord = {
  key: source.key,
  publisher: source.publisher,
  title: source.title,
  url: source.url,
  licence: source.licence,
  redistributable: source.redistributable,
};

/** All sources, by key. */
export function sources(db: Db): Promise<Source[]> {
  return db.select().from(source).orderBy(byCharacters(source.key));
}

/**
 * What stands beside a number of each source, by its key, as of revision `asAt`, also of those removed since. Terms that
 * forbid passing its values on, then or now, hold.
 */
export async function sourcesAsAt(db: Db, asAt: number): Promise<ReadonlyMap<string, SourceRecord>> {
  const [now, then] = await Promise.all([
    db.select(sourceRecord).from(source),
    rowsThen(db, "sources", asAt),
  ]);
  const records = new Map<string, SourceRecord>(now.map((row) => [row.key, row]));
  for (const [key, was] of then) {
    if (was === null) continue;
    const { publisher, title, url, licence } = was;
    const redistributable = was.redistributable && (records.get(key)?.redistributable ?? true);
    records.set(key, { key, publisher, title, url, licence, redistributable });
  }
  return records;
}

/** The sources with these ids, by id; with `asAt`, a revision number, as they were at it. */
export async function sourcesByIds(
  db: Db,
  ids: ReadonlySet<number>,
  asAt?: number,
): Promise<Map<number, SourceRecord>> {
  if (ids.size === 0) return new Map();
  const rows = await db
    .select({ id: source.id, source: sourceRecord })
    .from(source)
    .where(inArray(source.id, [...ids]));
  const then = asAt === undefined ? null : await sourcesAsAt(db, asAt);
  return new Map(rows.map((row) => [row.id, then?.get(row.source.key) ?? row.source]));
}
