import "server-only";
import { acceptInvitation, invite, revokeInvitation } from "../../db/accounts/invitations.ts";
import { validInvitation } from "../../db/queries/invitations.ts";
import type { Actor } from "../../lib/auth/person.ts";
import type { Role } from "../../lib/auth/role.ts";
import { ok, type Result } from "../../lib/result.ts";
import { accounts } from "./auth.ts";
import { hashToken, newToken } from "./secret-token.ts";
import type { SessionCookie } from "./session-cookie.ts";
import { tryPassword } from "./sign-in.ts";
import { store } from "./store.ts";
import type { Visit } from "./visit.ts";

/** Whom the token of an invitation is for, if it can be accepted now; else null. */
export async function loadInvitation(token: string): Promise<{ email: string; role: Role } | null> {
  const { db } = await store();
  return validInvitation(db, hashToken(token));
}

/** Invites someone, and gives the path that only they must get to see. */
export async function inviteByLink(
  invited: { readonly email: string; readonly role: Role },
  actor: Actor,
): Promise<Result<string, "has-account">> {
  const { db } = await store();
  const token = newToken();
  const made = await invite(db, { ...invited, tokenHash: hashToken(token) }, actor);
  return made.ok ? ok(`/invitation?token=${token}`) : made;
}

/** Withdraws an invitation; false if it was not open any more. */
export async function withdrawInvitation(id: string, actor: Actor): Promise<boolean> {
  const { db } = await store();
  return revokeInvitation(db, id, actor);
}

/** Gives whoever holds the token of an invitation their account, and signs them in; null unless it is valid. */
export async function accept(
  { token, name, password }: { readonly token: string; readonly name: string; readonly password: string },
  visit: Visit,
): Promise<SessionCookie | null> {
  const { db, auth } = await accounts();
  const tokenHash = hashToken(token);
  if ((await validInvitation(db, tokenHash)) === null) return null;
  const passwordHash = await auth.passwords.hash(password);
  const added = await acceptInvitation(db, tokenHash, { name, passwordHash }, visit.address);
  return added && tryPassword({ email: added.email, password }, visit);
}
