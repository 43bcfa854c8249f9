import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** Orders codes and ISO dates by their characters, the same on every database whatever its own collation. */
export function byCharacters(column: AnyColumn): SQL {
  return sql`${column} collate "C"`;
}
