import "server-only";
import { cache } from "react";
import { noteKeyUse } from "../../db/accounts/api-keys.ts";
import { keyHolder } from "../../db/queries/api-keys.ts";
import type { KeyScope } from "../../lib/auth/key-scope.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { ROLES } from "../../lib/auth/role.ts";
import { invariant } from "../../lib/invariant.ts";
import { accounts } from "./auth.ts";
import { logFailure } from "./failure.ts";
import { hashToken } from "./secret-token.ts";
import { bringsSession } from "./session-cookie.ts";
import { store } from "./store.ts";
import { currentVisit, type Visit, visitHeaders } from "./visit.ts";

/** Who is signed in, found out once per request; `null` for a visitor, of whom the store is not asked. */
export const currentPerson: () => Promise<Actor | null> = cache(async () => signedIn(await currentVisit()));

/** Who is signed in, to be shown at the head of a page; `null` also when the store does not answer. */
export async function shownPerson(): Promise<Actor | null> {
  try {
    return await currentPerson();
  } catch (error) {
    logFailure("finding out who is signed in", error);
    return null;
  }
}

/** Who is signed in by the session cookie that a visit brings. Renews a session that is a day old. */
export async function signedIn(visit: Visit): Promise<Actor | null> {
  if (!bringsSession(visit.cookie, visit.isSecure)) return null;
  const { auth } = await accounts();
  const found = await auth.over(visit.isSecure).api.getSession({ headers: visitHeaders(visit) });
  if (!found || found.user.disabledAt) return null;
  const { id, name, email } = found.user;
  const role = ROLES.find((each) => each === found.user.role);
  invariant(role, `the stored role ${found.user.role} is known`);
  return { id, name, email, role, sessionId: found.session.id, keyId: null, address: visit.address };
}

/** For whom an API key acts, and within which scopes; `null` if the key is worthless. */
export async function byKey(
  key: string,
  { address }: Visit,
): Promise<{ readonly actor: Actor; readonly scopes: readonly KeyScope[] } | null> {
  const { db } = await store();
  const holder = await keyHolder(db, hashToken(key));
  if (holder === null) return null;
  await noteKeyUse(db, holder.keyId);
  const actor = { ...holder.owner, sessionId: null, keyId: holder.keyId, address };
  return { actor, scopes: holder.scopes };
}
