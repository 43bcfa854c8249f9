import { desc, eq, sql } from "drizzle-orm";
import type { Json } from "../../lib/uploads/upload.ts";
import { columnMapping } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** How files of a source with a certain header are read; `source` is its key, empty for files without one. */
export interface ColumnMapping {
  readonly source: string;
  readonly header: string;
  readonly settings: Json;
}

/** Remembers how a file was read, in place of what was remembered for its source and header. */
export async function rememberMapping(db: Db, mapping: ColumnMapping): Promise<void> {
  const usedAt = sql`now()`;
  await db
    .insert(columnMapping)
    .values(mapping)
    .onConflictDoUpdate({
      target: [columnMapping.header, columnMapping.source],
      set: { settings: mapping.settings, usedAt },
    });
}

/** What is remembered for files with this header, the mapping used last first. */
export function mappingsFor(db: Db, header: string): Promise<ColumnMapping[]> {
  const { source, settings, usedAt } = columnMapping;
  return db
    .select({ source, header: columnMapping.header, settings })
    .from(columnMapping)
    .where(eq(columnMapping.header, header))
    .orderBy(desc(usedAt));
}
