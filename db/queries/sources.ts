import { inArray } from "drizzle-orm";
import type { SourceRecord } from "../../lib/series/record.ts";
import { source } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";

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

/** The sources with these ids, by id. */
export async function sourcesByIds(db: Db, ids: ReadonlySet<number>): Promise<Map<number, SourceRecord>> {
  if (ids.size === 0) return new Map();
  const rows = await db
    .select({ id: source.id, source: sourceRecord })
    .from(source)
    .where(inArray(source.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.source]));
}
