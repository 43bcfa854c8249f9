import { sql } from "drizzle-orm";
import { rowsOf } from "./rows.ts";
import type { Db } from "./store.ts";

/**
 * Has the database look again whether all stored rows pass all constraints: checks and foreign keys are taken for not
 * yet validated and validated, and indexes are built anew, which a key that comes twice prevents. Throws what the
 * database refuses; changes nothing.
 */
export async function recheckConstraints(db: Db): Promise<void> {
  const constraints = await rowsOf<{ table: string; name: string }>(
    db,
    sql`select conrelid::regclass::text as "table", quote_ident(conname) as name from pg_constraint
      where contype in ('c', 'f') and connamespace = 'public'::regnamespace`,
  );
  await db.transaction(async (transaction) => {
    await transaction.execute(
      sql`update pg_constraint set convalidated = false where contype in ('c', 'f') and connamespace = 'public'::regnamespace`,
    );
    for (const { table, name } of constraints) {
      await transaction.execute(sql.raw(`alter table ${table} validate constraint ${name}`));
    }
    for (const table of new Set(constraints.map(({ table }) => table))) {
      await transaction.execute(sql.raw(`reindex table ${table}`));
    }
  });
}
