import type { SQL } from "drizzle-orm";
import type { Db } from "./store.ts";

/** The rows of a statement that the query builder cannot write; the two drivers wrap them differently. */
export async function rowsOf<Row>(db: Db, statement: SQL): Promise<Row[]> {
  const answer: unknown = await db.execute(statement);
  return Array.isArray(answer) ? [...answer] : (answer as { rows: Row[] }).rows;
}
