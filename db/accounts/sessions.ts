import { and, eq, ne } from "drizzle-orm";
import { by } from "../../lib/auth/audit.ts";
import { deviceWords } from "../../lib/auth/device.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { session } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { writeAudit } from "./write-audit.ts";

/** Ends the session that the actor is in. */
export function closeSession(db: Db, actor: Actor): Promise<void> {
  return db.transaction(async (tx) => {
    if (actor.sessionId !== null) await tx.delete(session).where(eq(session.id, actor.sessionId));
    await writeAudit(tx, { ...by(actor), action: "sign-out" });
  });
}

/** Ends one session of the actor's own; false if they have none of this id. */
export function revokeSession(db: Db, sessionId: string, actor: Actor): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [ended] = await tx
      .delete(session)
      .where(and(eq(session.id, sessionId), eq(session.personId, actor.id)))
      .returning({ device: session.device });
    if (!ended) return false;
    await writeAudit(tx, { ...by(actor), action: "session-revoked", subject: deviceWords(ended.device) });
    return true;
  });
}

/** Ends all sessions of the actor but the one they are in, and gives how many there were. */
export function revokeOtherSessions(db: Db, sessionId: string, actor: Actor): Promise<number> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .delete(session)
      .where(and(eq(session.personId, actor.id), ne(session.id, sessionId)))
      .returning({ id: session.id });
    const detail = ended.length === 1 ? "1 session" : `${ended.length} sessions`;
    if (ended.length > 0) await writeAudit(tx, { ...by(actor), action: "sessions-revoked", detail });
    return ended.length;
  });
}
