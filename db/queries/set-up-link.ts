import { and, eq, gt, sql } from "drizzle-orm";
import { setUpLink } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { hasPeople } from "./people.ts";

/** The condition that the set-up link has this token and has not expired. */
export function isCurrentSetUpLink(tokenHash: string) {
  return and(eq(setUpLink.tokenHash, tokenHash), gt(setUpLink.expiresAt, sql`now()`));
}

/** Whether the link with this token could be used now. */
export async function isSetUpLinkValid(db: Db, tokenHash: string): Promise<boolean> {
  const rows = await db
    .select({ isOnly: setUpLink.isOnly })
    .from(setUpLink)
    .where(isCurrentSetUpLink(tokenHash));
  return rows.length > 0 && !(await hasPeople(db));
}
