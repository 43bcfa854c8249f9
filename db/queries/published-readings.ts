import { desc, eq, lt } from "drizzle-orm";
import type { PublishedComposite, PublishedReading } from "../../lib/indicators/published.ts";
import { publishedReading } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** Keeps what was published at a revision; what was published first stays. */
export async function publishReading(db: Db, reading: PublishedReading): Promise<void> {
  await db.insert(publishedReading).values(reading).onConflictDoNothing();
}

/** What was published at a revision, or `null`. */
export async function publishedAt(db: Db, revision: number): Promise<PublishedReading | null> {
  const rows = await db.select().from(publishedReading).where(eq(publishedReading.revision, revision));
  return rows[0] ? asReading(rows[0]) : null;
}

/** What was published last before a revision, or `null`. */
export async function publishedBefore(db: Db, revision: number): Promise<PublishedReading | null> {
  const rows = await db
    .select()
    .from(publishedReading)
    .where(lt(publishedReading.revision, revision))
    .orderBy(desc(publishedReading.revision))
    .limit(1);
  return rows[0] ? asReading(rows[0]) : null;
}

/** The newest `limit` readings that were published, newest first. */
export async function publishedReadings(db: Db, limit: number): Promise<PublishedReading[]> {
  const rows = await db.select().from(publishedReading).orderBy(desc(publishedReading.revision)).limit(limit);
  return rows.map(asReading);
}

function asReading({ composite, ...row }: typeof publishedReading.$inferSelect): PublishedReading {
  return { ...row, composite: composite as PublishedComposite | null };
}
