import { type SQL, sql } from "drizzle-orm";
import type { Db } from "./store.ts";

/**
 * Tells the planner about rows that came in just now: the embedded database has no autovacuum that would. Of each table
 * 3,000 rows are looked at, a tenth of the usual, which takes it some thirty milliseconds.
 *
 * `what`: a table, and which of its columns.
 */
export async function analyze(db: Db, what: SQL): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction.execute(sql`set local default_statistics_target = 10`);
    await transaction.execute(sql`analyze ${what}`);
  });
}
