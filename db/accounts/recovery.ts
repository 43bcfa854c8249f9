import { and, eq, sql } from "drizzle-orm";
import { type AuditEntry, by } from "../../lib/auth/audit.ts";
import type { Actor, Person } from "../../lib/auth/person.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { personRecord } from "../queries/people.ts";
import { isValidRecoveryLink } from "../queries/recovery-link.ts";
import { credential, person, recoveryLink, session } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { fromNow } from "./from-now.ts";
import { holdPerson } from "./hold-person.ts";
import { PASSWORD_PROVIDER } from "./new-account.ts";
import { writeAudit } from "./write-audit.ts";

const VALID_HOURS = 24;

/** Why no recovery link was made: a disabled account cannot be come back to by one. */
export type RecoveryRefusal = "unknown-person" | "disabled";

/**
 * Makes the recovery link with this token the only valid one of a person, for 24 hours. Without an actor it is whoever
 * runs the server who makes it. Gives the e-mail address of the person.
 */
export function placeRecoveryLink(
  db: Db,
  { personId, tokenHash }: { readonly personId: string; readonly tokenHash: string },
  actor: Actor | null,
): Promise<Result<string, RecoveryRefusal>> {
  return db.transaction(async (tx) => {
    const found = await holdPerson(tx, personId);
    if (!found) return err("unknown-person");
    if (found.disabledAt !== null) return err("disabled");
    const link = { tokenHash, madeBy: actor?.id ?? null, expiresAt: fromNow({ hours: VALID_HOURS }) };
    await tx
      .insert(recoveryLink)
      .values({ personId, ...link })
      .onConflictDoUpdate({ target: recoveryLink.personId, set: link });
    const maker = actor === null ? ON_THE_SERVER : by(actor);
    await writeAudit(tx, { ...maker, action: "recovery-link-made", subject: found.email });
    return ok(found.email);
  });
}

const ON_THE_SERVER = {
  personId: null,
  keyId: null,
  address: null,
  detail: "by whoever runs the server",
} as const satisfies Partial<AuditEntry>;

/**
 * Uses up the link, gives its person the new password and ends all their sessions; null, and nothing is changed, unless
 * the link is valid.
 */
export function redeemRecoveryLink(
  db: Db,
  { tokenHash, passwordHash }: { readonly tokenHash: string; readonly passwordHash: string },
  address: string | null,
): Promise<Person | null> {
  return db.transaction(async (tx) => {
    // Held before the link is: whoever disables the person holds them in this order.
    const [found] = await tx
      .select(personRecord)
      .from(recoveryLink)
      .innerJoin(person, eq(person.id, recoveryLink.personId))
      .where(isValidRecoveryLink(tokenHash))
      .for("update", { of: person });
    if (!found) return null;
    const used = await tx
      .delete(recoveryLink)
      .where(eq(recoveryLink.tokenHash, tokenHash))
      .returning({ personId: recoveryLink.personId });
    if (used.length === 0) return null;
    await tx
      .update(credential)
      .set({ password: passwordHash, updatedAt: sql`now()` })
      .where(and(eq(credential.personId, found.id), eq(credential.provider, PASSWORD_PROVIDER)));
    await tx.delete(session).where(eq(session.personId, found.id));
    const entry = { personId: found.id, keyId: null, address, subject: found.email };
    await writeAudit(tx, { ...entry, action: "recovery-link-used" });
    return found;
  });
}

/** Voids the recovery link of a person: they are shut out, or know their password after all. */
export async function voidRecoveryLink(tx: Db, personId: string): Promise<void> {
  await tx.delete(recoveryLink).where(eq(recoveryLink.personId, personId));
}

/** Voids all recovery links that a person has made, as they may no longer make any. */
export async function voidRecoveryLinksBy(tx: Db, personId: string): Promise<void> {
  await tx.delete(recoveryLink).where(eq(recoveryLink.madeBy, personId));
}
