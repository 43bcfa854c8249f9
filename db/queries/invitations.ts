import { and, desc, eq, gt, type SQL, sql } from "drizzle-orm";
import type { Role } from "../../lib/auth/role.ts";
import { invitation, person } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** An invitation that was neither accepted nor withdrawn; it may have expired. */
export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** The condition that an invitation was neither accepted nor withdrawn. */
export const isOpenInvitation: SQL = sql`${invitation.acceptedAt} is null and ${invitation.revokedAt} is null`;

/** The condition that an invitation has this token and can be accepted now. */
export function isValidInvitation(tokenHash: string) {
  return and(eq(invitation.tokenHash, tokenHash), gt(invitation.expiresAt, sql`now()`), isOpenInvitation);
}

/** Open invitations, newest first. */
export function openInvitations(db: Db): Promise<OpenInvitation[]> {
  return db
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      invitedBy: person.name,
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .innerJoin(person, eq(person.id, invitation.invitedBy))
    .where(isOpenInvitation)
    .orderBy(desc(invitation.createdAt), invitation.id);
}

/** Whom the invitation with this token is for, if it can be accepted now; else null. */
export async function validInvitation(
  db: Db,
  tokenHash: string,
): Promise<Pick<OpenInvitation, "email" | "role"> | null> {
  const rows = await db
    .select({ email: invitation.email, role: invitation.role })
    .from(invitation)
    .where(isValidInvitation(tokenHash));
  return rows[0] ?? null;
}
