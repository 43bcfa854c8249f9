import "server-only";
import { isAPIError } from "better-auth/api";
import { closeSession } from "../../db/accounts/sessions.ts";
import { writeAudit } from "../../db/accounts/write-audit.ts";
import { personByEmail } from "../../db/queries/people.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { beginAttempt } from "./attempt-limit.ts";
import { accounts } from "./auth.ts";
import { openedCookie, type SessionCookie } from "./session-cookie.ts";
import { type Visit, visitHeaders } from "./visit.ts";

/** Why nobody was signed in. `wrong`: no such account, a wrong password or a disabled account; nobody is told which. */
export type SignInRefusal = "wrong" | "too-many";

/** What is typed to sign in; the e-mail address is in small letters. */
export interface SignInDetails {
  readonly email: string;
  readonly password: string;
}

/** Opens a session for whoever knows the password, and logs the attempt either way. */
export async function signIn(
  details: SignInDetails,
  visit: Visit,
): Promise<Result<SessionCookie, SignInRefusal>> {
  const { db } = await accounts();
  const attempt = await beginAttempt(db, details.email, visit.address);
  const tried = attempt.standing === "allowed" ? await tryPassword(details, visit) : null;

  const person = await personByEmail(db, details.email);
  const entry = { personId: person?.id ?? null, keyId: null, address: visit.address, subject: details.email };
  if (tried !== null) {
    await attempt.succeeded();
    await writeAudit(db, { ...entry, action: "sign-in" });
    return ok(tried);
  }
  if (attempt.standing === "allowed") await writeAudit(db, { ...entry, action: "sign-in-failed" });
  if (attempt.standing === "first-blocked") await writeAudit(db, { ...entry, action: "sign-in-blocked" });
  return err(attempt.standing === "allowed" ? "wrong" : "too-many");
}

/** Ends the session that the actor is in. */
export async function signOut(actor: Actor): Promise<void> {
  const { db } = await accounts();
  await closeSession(db, actor);
}

/**
 * The cookie of a new session for whoever knows the password, or null. Neither counts nor logs the attempt: by itself
 * it is for someone who was given their account just now. An unknown account costs as much work as a wrong password.
 */
export async function tryPassword(body: SignInDetails, visit: Visit): Promise<SessionCookie | null> {
  const { auth } = await accounts();
  try {
    const { headers } = await auth
      .over(visit.isSecure)
      .api.signInEmail({ body, headers: visitHeaders(visit), returnHeaders: true });
    return openedCookie(headers, visit.isSecure);
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 401) return null;
    throw error;
  }
}
