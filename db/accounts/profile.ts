import { eq, sql } from "drizzle-orm";
import { by } from "../../lib/auth/audit.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { person } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { writeAudit } from "./write-audit.ts";

/** Gives a person the name they want to be shown by. */
export function changeName(db: Db, name: string, actor: Actor): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.update(person).set({ name, updatedAt: sql`now()` }).where(eq(person.id, actor.id));
    await writeAudit(tx, { ...by(actor), action: "name-changed", detail: `${actor.name} → ${name}` });
  });
}
