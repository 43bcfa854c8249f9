import { and, eq, isNull } from "drizzle-orm";
import { person } from "../schema/index.ts";
import type { Db } from "../store.ts";

/**
 * The person, and every admin who may come in, held until the transaction ends: two changes at the same time then
 * cannot each rely on the other's admin. Null if there is no such person.
 */
export async function holdPerson(tx: Db, personId: string) {
  const admins = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.role, "admin"), isNull(person.disabledAt)))
    .orderBy(person.id)
    .for("update");
  const [found] = await tx.select().from(person).where(eq(person.id, personId)).for("update");
  if (!found) return null;
  return { ...found, isLastAdmin: admins.length === 1 && admins[0]?.id === personId };
}
