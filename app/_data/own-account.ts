import "server-only";
import { isAPIError } from "better-auth/api";
import { changeName } from "../../db/accounts/profile.ts";
import { voidRecoveryLink } from "../../db/accounts/recovery.ts";
import { revokeOtherSessions, revokeSession } from "../../db/accounts/sessions.ts";
import { writeAudit } from "../../db/accounts/write-audit.ts";
import { type ListedSession, sessionsOf } from "../../db/queries/sessions.ts";
import { by } from "../../lib/auth/audit.ts";
import { deviceWords } from "../../lib/auth/device.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { invariant } from "../../lib/invariant.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { beginAttempt } from "./attempt-limit.ts";
import { accounts } from "./auth.ts";
import { openedCookie, type SessionCookie } from "./session-cookie.ts";
import { store } from "./store.ts";
import { type Visit, visitHeaders } from "./visit.ts";

/** A session as its owner recognises it. */
export interface SessionView extends Pick<ListedSession, "id" | "address" | "createdAt"> {
  readonly device: string;
  /** Last time it was renewed, which is at most once a day. */
  readonly lastSeenAt: Date;
  /** Whether this is the one that asks. */
  readonly isCurrent: boolean;
}

/** The actor's own sessions: the current one first, then by when they were last used. */
export async function loadSessions(actor: Actor): Promise<readonly SessionView[]> {
  const { db } = await store();
  const views = (await sessionsOf(db, actor.id)).map(({ device, updatedAt, ...session }) => ({
    ...session,
    device: deviceWords(device),
    lastSeenAt: updatedAt,
    isCurrent: session.id === actor.sessionId,
  }));
  return views.sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}

/** Gives the actor the name they want to be shown by. */
export async function rename(name: string, actor: Actor): Promise<void> {
  const { db } = await store();
  await changeName(db, name, actor);
}

/** Ends one of the actor's own sessions; false if there is none of this id. */
export async function endOneSession(sessionId: string, actor: Actor): Promise<boolean> {
  const { db } = await store();
  return revokeSession(db, sessionId, actor);
}

/** Ends all of the actor's sessions but the one they are in, and gives how many there were. */
export async function endOtherSessions(actor: Actor): Promise<number> {
  invariant(actor.sessionId, "whoever ends their other sessions is in one");
  const { db } = await store();
  return revokeOtherSessions(db, actor.sessionId, actor);
}

/**
 * Gives the actor another password if they know the current one. All their sessions end, a recovery link they were given
 * is void, and a new session is opened for the visit. Attempts are limited as those to sign in are, since a session left
 * open must not be enough to guess.
 */
export async function changePassword(
  passwords: { readonly currentPassword: string; readonly newPassword: string },
  actor: Actor,
  visit: Visit,
): Promise<Result<SessionCookie, "wrong" | "too-many">> {
  const { db, auth } = await accounts();
  const attempt = await beginAttempt(db, `password of ${actor.email}`, visit.address);
  if (attempt.standing !== "allowed") return err("too-many");
  try {
    const { headers } = await auth.over(visit.isSecure).api.changePassword({
      body: { ...passwords, revokeOtherSessions: true },
      headers: visitHeaders(visit),
      returnHeaders: true,
    });
    await attempt.succeeded();
    await voidRecoveryLink(db, actor.id);
    await writeAudit(db, { ...by(actor), action: "password-changed" });
    return ok(openedCookie(headers, visit.isSecure));
  } catch (error) {
    if (!isAPIError(error) || error.body?.code !== "INVALID_PASSWORD") throw error;
    await writeAudit(db, { ...by(actor), action: "password-change-failed" });
    return err("wrong");
  }
}
