import { and, eq, isNull, sql } from "drizzle-orm";
import { by } from "../../lib/auth/audit.ts";
import type { Actor } from "../../lib/auth/person.ts";
import type { Role } from "../../lib/auth/role.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { person, session } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { revokeInvitationsOf } from "./invitations.ts";
import { writeAudit } from "./write-audit.ts";

/** Why a person was left as they were. `last-admin`: nobody could manage people any more. */
export type PersonRefusal = "last-admin" | "unknown-person";

/** Gives a person another role. What an admin has invited is withdrawn when they are one no more. */
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
    if (role !== "admin") await revokeInvitationsOf(tx, personId);
    const detail = `${found.role} → ${role}`;
    await writeAudit(tx, { ...by(actor), action: "role-changed", subject: found.email, detail });
    return ok(undefined);
  });
}

/** Shuts a person out: their sessions end with it, their API keys stop working, what they have invited is withdrawn. */
export function disablePerson(db: Db, personId: string, actor: Actor): Promise<Result<void, PersonRefusal>> {
  return db.transaction(async (tx) => {
    const found = await holdPerson(tx, personId);
    if (!found) return err("unknown-person");
    if (found.disabledAt !== null) return ok(undefined);
    if (found.isLastAdmin) return err("last-admin");
    await tx.update(person).set({ disabledAt: sql`now()` }).where(eq(person.id, personId));
    await tx.delete(session).where(eq(session.personId, personId));
    await revokeInvitationsOf(tx, personId);
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

/**
 * The person, and every admin who may come in, held until the transaction ends: two changes at the same time then
 * cannot each rely on the other's admin.
 */
async function holdPerson(tx: Db, personId: string) {
  const admins = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.role, "admin"), isNull(person.disabledAt)))
    .orderBy(person.id)
    .for("update");
  const [found] = await tx.select().from(person).where(eq(person.id, personId)).for("update");
  if (!found) return null;
  return { ...found, isLastAdmin: admins.length === 1 && admins[0]?.id === personId };
}
