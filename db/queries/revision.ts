import { desc, eq } from "drizzle-orm";
import { revision } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** One commit to the store; `createdAt` is an instant as PostgreSQL writes it, in UTC. */
export type Revision = typeof revision.$inferSelect;

/** The newest commit, whose number names the state of the store; null in a store without any. */
export async function latestRevision(db: Db): Promise<Revision | null> {
  const rows = await db.select().from(revision).orderBy(desc(revision.number)).limit(1);
  return rows[0] ?? null;
}

/** All commits, newest first. */
export function revisions(db: Db): Promise<Revision[]> {
  return db.select().from(revision).orderBy(desc(revision.number));
}

/** The commit of this number, or null. */
export async function revisionByNumber(db: Db, number: number): Promise<Revision | null> {
  const rows = await db.select().from(revision).where(eq(revision.number, number));
  return rows[0] ?? null;
}
