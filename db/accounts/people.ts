import { eq, sql } from "drizzle-orm";
import { by } from "../../lib/auth/audit.ts";
import type { Actor } from "../../lib/auth/person.ts";
import type { Role } from "../../lib/auth/role.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { person, session } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { holdPerson } from "./hold-person.ts";
import { revokeInvitationsOf } from "./invitations.ts";
import { voidRecoveryLink, voidRecoveryLinksBy } from "./recovery.ts";
import { writeAudit } from "./write-audit.ts";

/** Why a person was left as they were. `last-admin`: nobody could manage people any more. */
export type PersonRefusal = "last-admin" | "unknown-person";

/** Gives a person another role. The links that an admin has made for others are void when they are one no more. */
export function changeRole(
  db: Db,
  { personId, role }: { readonly personId: string; readonly role: Role },
  actor: Actor,
): Promise<Result<void, PersonRefusal>> {
  return db.transaction(async (tx) => {
    const found = await holdPerson(tx, personId);
    if (!found) return err("unknown-person");
    if (found.role === role) return ok(undefined);
    if (found.isLastAdmin) return err("last-admin");
    await tx.update(person).set({ role, updatedAt: sql`now()` }).where(eq(person.id, personId));
    if (role !== "admin") await voidLinksBy(tx, personId);
    const detail = `${found.role} → ${role}`;
    await writeAudit(tx, { ...by(actor), action: "role-changed", subject: found.email, detail });
    return ok(undefined);
  });
}

/**
 * Shuts a person out: their sessions end with it, their API keys stop working, and the links that they were given or have
 * made for others are void.
 */
export function disablePerson(db: Db, personId: string, actor: Actor): Promise<Result<void, PersonRefusal>> {
  return db.transaction(async (tx) => {
    const found = await holdPerson(tx, personId);
    if (!found) return err("unknown-person");
    if (found.disabledAt !== null) return ok(undefined);
    if (found.isLastAdmin) return err("last-admin");
    await tx.update(person).set({ disabledAt: sql`now()` }).where(eq(person.id, personId));
    await voidRecoveryLink(tx, personId);
    await voidLinksBy(tx, personId);
    await tx.delete(session).where(eq(session.personId, personId));
    await writeAudit(tx, { ...by(actor), action: "person-disabled", subject: found.email });
    return ok(undefined);
  });
}

/** Lets a person in again, with the role and the password they had. */
export function enablePerson(db: Db, personId: string, actor: Actor): Promise<Result<void, PersonRefusal>> {
  return db.transaction(async (tx) => {
    const found = await holdPerson(tx, personId);
    if (!found) return err("unknown-person");
    if (found.disabledAt === null) return ok(undefined);
    await tx.update(person).set({ disabledAt: null }).where(eq(person.id, personId));
    await writeAudit(tx, { ...by(actor), action: "person-enabled", subject: found.email });
    return ok(undefined);
  });
}

/** Voids all that lets others come in by this person's word. */
async function voidLinksBy(tx: Db, personId: string): Promise<void> {
  await revokeInvitationsOf(tx, personId);
  await voidRecoveryLinksBy(tx, personId);
}
