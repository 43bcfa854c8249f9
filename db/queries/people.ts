import { and, eq, isNull, max, sql } from "drizzle-orm";
import type { Person } from "../../lib/auth/person.ts";
import { person, session } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** The columns of a person that travel: lib's `Person`. */
export const personRecord = { id: person.id, name: person.name, email: person.email, role: person.role };

/** A person as the list of people shows them. */
export interface ListedPerson extends Person {
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  /** When their newest session was last renewed; `null` without a session. */
  readonly lastSeenAt: Date | null;
}

/** Everyone with an account, by e-mail address. */
export function people(db: Db): Promise<ListedPerson[]> {
  return db
    .select({
      ...personRecord,
      createdAt: person.createdAt,
      disabledAt: person.disabledAt,
      lastSeenAt: max(session.updatedAt),
    })
    .from(person)
    .leftJoin(session, eq(session.personId, person.id))
    .groupBy(person.id)
    .orderBy(sql`${person.email} collate "C"`);
}

/** The person with this e-mail address (in small letters), disabled or not, or null. */
export async function personByEmail(db: Db, email: string): Promise<Person | null> {
  const rows = await db.select(personRecord).from(person).where(eq(person.email, email));
  return rows[0] ?? null;
}

/** Whether anyone has an account. */
export async function hasPeople(db: Db): Promise<boolean> {
  const rows = await db.select({ id: person.id }).from(person).limit(1);
  return rows.length > 0;
}

/** Whether the person may not come in, or is not there at all. */
export async function isShutOut(db: Db, personId: string): Promise<boolean> {
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, personId), isNull(person.disabledAt)));
  return rows.length === 0;
}
