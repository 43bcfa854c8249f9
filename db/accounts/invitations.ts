import { and, eq, sql } from "drizzle-orm";
import { by } from "../../lib/auth/audit.ts";
import type { Actor, Person } from "../../lib/auth/person.ts";
import type { Role } from "../../lib/auth/role.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { isOpenInvitation, isValidInvitation } from "../queries/invitations.ts";
import { personByEmail } from "../queries/people.ts";
import { invitation } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { fromNow } from "./from-now.ts";
import { addAccount } from "./new-account.ts";
import { writeAudit } from "./write-audit.ts";

const VALID_DAYS = 7;

/**
 * Invites an e-mail address (in small letters), for 7 days. An earlier open invitation of the same address is
 * replaced, so that its link no longer works. Refuses an address that has an account.
 */
export function invite(
  db: Db,
  { email, role, tokenHash }: { readonly email: string; readonly role: Role; readonly tokenHash: string },
  actor: Actor,
): Promise<Result<void, "has-account">> {
  return db.transaction(async (tx) => {
    if (await personByEmail(tx, email)) return err("has-account");
    const terms = { role, tokenHash, invitedBy: actor.id, expiresAt: fromNow({ days: VALID_DAYS }) };
    await tx
      .insert(invitation)
      .values({ email, ...terms })
      .onConflictDoUpdate({
        target: invitation.email,
        targetWhere: isOpenInvitation,
        set: { ...terms, createdAt: sql`now()` },
      });
    await writeAudit(tx, { ...by(actor), action: "invitation-created", subject: email, detail: role });
    return ok(undefined);
  });
}

/** Withdraws an invitation; false if it was not open any more. */
export function revokeInvitation(db: Db, id: string, actor: Actor): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(invitation)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(invitation.id, id), isOpenInvitation))
      .returning({ email: invitation.email });
    if (!revoked) return false;
    await writeAudit(tx, { ...by(actor), action: "invitation-revoked", subject: revoked.email });
    return true;
  });
}

/** Withdraws all that a person has invited, as they may no longer invite. */
export async function revokeInvitationsOf(tx: Db, personId: string): Promise<void> {
  await tx
    .update(invitation)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitation.invitedBy, personId), isOpenInvitation));
}

/** Uses up an invitation and stores the invited person; null, and nothing is stored, unless it is valid. */
export function acceptInvitation(
  db: Db,
  tokenHash: string,
  { name, passwordHash }: { readonly name: string; readonly passwordHash: string },
  address: string | null,
): Promise<Person | null> {
  return db.transaction(async (tx) => {
    const [accepted] = await tx
      .update(invitation)
      .set({ acceptedAt: sql`now()` })
      .where(isValidInvitation(tokenHash))
      .returning({ email: invitation.email, role: invitation.role });
    if (!accepted) return null;
    const { email, role } = accepted;
    const added = await addAccount(tx, { name, email, role, passwordHash });
    const entry = { personId: added.id, keyId: null, address, subject: email, detail: role };
    await writeAudit(tx, { ...entry, action: "invitation-accepted" });
    return added;
  });
}
