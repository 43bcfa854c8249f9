import "server-only";
import { placeRecoveryLink, type RecoveryRefusal, redeemRecoveryLink } from "../../db/accounts/recovery.ts";
import { personByRecoveryLink } from "../../db/queries/recovery-link.ts";
import type { Db } from "../../db/store.ts";
import { repeats } from "../../lib/auth/password.ts";
import type { Actor, Person } from "../../lib/auth/person.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { beginAttempt } from "./attempt-limit.ts";
import { accounts } from "./auth.ts";
import { hashToken, newToken } from "./secret-token.ts";
import type { SessionCookie } from "./session-cookie.ts";
import { tryPassword } from "./sign-in.ts";
import { store } from "./store.ts";
import type { Visit } from "./visit.ts";

/** Where a person chooses a new password, which only they must get to see, and their e-mail address. */
export interface Recovery {
  readonly path: string;
  readonly email: string;
}

/**
 * Makes a recovery link for a person; every earlier one of theirs is void. Without an actor it is whoever runs the server
 * who makes it.
 */
export async function newRecovery(
  db: Db,
  personId: string,
  actor: Actor | null,
): Promise<Result<Recovery, RecoveryRefusal>> {
  const token = newToken();
  const placed = await placeRecoveryLink(db, { personId, tokenHash: hashToken(token) }, actor);
  return placed.ok ? ok({ path: `/recover?token=${token}`, email: placed.value }) : placed;
}

/** Makes it for an admin. */
export async function recoverByLink(
  personId: string,
  actor: Actor,
): Promise<Result<Recovery, RecoveryRefusal>> {
  const { db } = await store();
  return newRecovery(db, personId, actor);
}

/** Whose password the token of a recovery link replaces, if it can be used now; else null. */
export async function loadRecovery(token: string): Promise<Person | null> {
  const { db } = await store();
  return personByRecoveryLink(db, hashToken(token));
}

/** Why no new password was taken. `repeats`: it hardly differs from what everyone knows of the person. */
export type RecoverRefusal = "unusable" | "repeats" | "too-many";

/**
 * Gives whoever holds the token of a recovery link the password they chose, ends all their sessions, and signs them in.
 * Tries are limited as those to sign in are, for each token and each address.
 */
export async function recover(
  { token, password }: { readonly token: string; readonly password: string },
  visit: Visit,
): Promise<Result<SessionCookie, RecoverRefusal>> {
  const { db, auth } = await accounts();
  const attempt = await beginAttempt(db, `recovery by ${token}`, visit.address);
  if (attempt.standing !== "allowed") return err("too-many");
  const tokenHash = hashToken(token);
  const person = await personByRecoveryLink(db, tokenHash);
  if (person === null) return err("unusable");
  if (repeats(password, [person.name, person.email, "Bubblescope"])) return err("repeats");
  const passwordHash = await auth.passwords.hash(password);
  const redeemed = await redeemRecoveryLink(db, { tokenHash, passwordHash }, visit.address);
  if (redeemed === null) return err("unusable");
  await attempt.succeeded();
  const opened = await tryPassword({ email: redeemed.email, password }, visit);
  return opened === null ? err("unusable") : ok(opened);
}
