import { and, desc, eq, gt, sql } from "drizzle-orm";
import { session } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** A session as its owner sees it, without the token. */
export interface ListedSession {
  readonly id: string;
  readonly device: string | null;
  readonly address: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The sessions of a person that have not expired, last renewed first. */
export function sessionsOf(db: Db, personId: string): Promise<ListedSession[]> {
  return db
    .select({
      id: session.id,
      device: session.device,
      address: session.address,
      createdAt: session.createdAt,
      updatedAt: session.updatedAt,
    })
    .from(session)
    .where(and(eq(session.personId, personId), gt(session.expiresAt, sql`now()`)))
    .orderBy(desc(session.updatedAt), session.id);
}
