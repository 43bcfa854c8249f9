import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { by } from "../../lib/auth/audit.ts";
import type { KeyScope } from "../../lib/auth/key-scope.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { apiKey } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { writeAudit } from "./write-audit.ts";

/** A key to be stored: its hash, and its first characters to tell it from others. */
export interface NewKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly start: string;
  readonly keyHash: string;
}

/** Stores a key that acts for the actor. */
export function addKey(db: Db, key: NewKey, actor: Actor): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.insert(apiKey).values({ ...key, scopes: [...key.scopes], ownerId: actor.id });
    const detail = key.scopes.join(", ");
    await writeAudit(tx, { ...by(actor), action: "key-created", subject: key.name, detail });
  });
}

/** Makes a key worthless for good; false if it was so already. */
export function revokeKey(db: Db, keyId: string, actor: Actor): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(apiKey)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiKey.id, keyId), isNull(apiKey.revokedAt)))
      .returning({ name: apiKey.name });
    if (!revoked) return false;
    await writeAudit(tx, { ...by(actor), action: "key-revoked", subject: revoked.name });
    return true;
  });
}

/** Notes that a key was used, to the minute: a busy program does not make every request a write. */
export async function noteKeyUse(db: Db, keyId: string): Promise<void> {
  const isOld = or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, sql`now() - interval '1 minute'`));
  await db
    .update(apiKey)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(apiKey.id, keyId), isOld));
}
