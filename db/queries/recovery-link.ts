import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Person } from "../../lib/auth/person.ts";
import { person, recoveryLink } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { personRecord } from "./people.ts";

/** The condition that a recovery link has this token and has not expired, and that its person may come in. */
export function isValidRecoveryLink(tokenHash: string) {
  return and(
    eq(recoveryLink.tokenHash, tokenHash),
    gt(recoveryLink.expiresAt, sql`now()`),
    isNull(person.disabledAt),
  );
}

/** Whose password the link with this token replaces, if it can be used now; else null. */
export async function personByRecoveryLink(db: Db, tokenHash: string): Promise<Person | null> {
  const rows = await db
    .select(personRecord)
    .from(recoveryLink)
    .innerJoin(person, eq(person.id, recoveryLink.personId))
    .where(isValidRecoveryLink(tokenHash));
  return rows[0] ?? null;
}
