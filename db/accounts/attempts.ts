import { eq, inArray, lt, sql } from "drizzle-orm";
import { attempt } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** How long attempts are counted together, from the first one on. */
export const WINDOW_MINUTES = 15;

const windowStart = sql`now() - make_interval(mins => ${WINDOW_MINUTES}::int)`;

/**
 * Counts one more attempt under `key` and gives how many there were in the window, this one included. Attempts at the
 * same time, also of several instances, each get a number of their own.
 */
export async function countAttempt(db: Db, key: string): Promise<number> {
  const isOver = sql`${attempt.startedAt} <= ${windowStart}`;
  const [counted] = await db
    .insert(attempt)
    .values({ key, count: 1 })
    .onConflictDoUpdate({
      target: attempt.key,
      set: {
        count: sql`case when ${isOver} then 1 else ${attempt.count} + 1 end`,
        startedAt: sql`case when ${isOver} then now() else ${attempt.startedAt} end`,
      },
    })
    .returning({ count: attempt.count });
  return counted?.count ?? 1;
}

/** Takes one attempt back that turned out well. */
export async function uncountAttempt(db: Db, key: string): Promise<void> {
  await db
    .update(attempt)
    .set({ count: sql`greatest(${attempt.count} - 1, 0)` })
    .where(eq(attempt.key, key));
}

/** Starts to count anew under `key`, and clears away what is over. Rows that another instance works on are left. */
export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.delete(attempt).where(eq(attempt.key, key));
  const over = db
    .select({ key: attempt.key })
    .from(attempt)
    .where(lt(attempt.startedAt, windowStart))
    .limit(1_000)
    .for("update", { skipLocked: true });
  await db.delete(attempt).where(inArray(attempt.key, over));
}
