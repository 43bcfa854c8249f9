import "server-only";
import { placeSetUpLink, redeemSetUpLink } from "../../db/accounts/set-up.ts";
import { isSetUpLinkValid } from "../../db/queries/set-up-link.ts";
import type { Db } from "../../db/store.ts";
import { accounts } from "./auth.ts";
import { hashToken, newToken } from "./secret-token.ts";
import type { SessionCookie } from "./session-cookie.ts";
import { tryPassword } from "./sign-in.ts";
import { store } from "./store.ts";
import type { Visit } from "./visit.ts";

/** A path with a fresh token under which the first account can be made; null when there is one already. */
export async function newSetUpPath(db: Db): Promise<string | null> {
  const token = newToken();
  return (await placeSetUpLink(db, hashToken(token))) ? `/setup?token=${token}` : null;
}

/** Whether the token of a set-up link can be used now. */
export async function isSetUpTokenValid(token: string): Promise<boolean> {
  const { db } = await store();
  return isSetUpLinkValid(db, hashToken(token));
}

/** Makes the first admin with the token of a set-up link, and signs them in; null unless the token is valid. */
export async function setUp(
  { token, name, email, password }: SetUpDetails,
  visit: Visit,
): Promise<SessionCookie | null> {
  const { db, auth } = await accounts();
  const tokenHash = hashToken(token);
  if (!(await isSetUpLinkValid(db, tokenHash))) return null;
  const passwordHash = await auth.passwords.hash(password);
  const first = await redeemSetUpLink(db, tokenHash, { name, email, passwordHash }, visit.address);
  return first && tryPassword({ email, password }, visit);
}

/** What the first account is made of. */
export interface SetUpDetails {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}
