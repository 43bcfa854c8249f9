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
