import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { AuditAction } from "../../lib/auth/audit.ts";
import { apiKey, auditEntry, person } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** What entries to show; a part that is absent does not narrow. Days are whole, in UTC, both included. */
export interface AuditFilter {
  readonly personId?: string | undefined;
  readonly action?: AuditAction | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** An entry with the names of who did it, as they are now. */
export interface ReadAuditEntry {
  readonly id: number;
  readonly at: Date;
  /** One of `AUDIT_WORDS`, or of an earlier version of the product. */
  readonly action: string;
  readonly person: { readonly name: string; readonly email: string } | null;
  readonly key: string | null;
  readonly address: string | null;
  readonly subject: string;
  readonly detail: string;
}

/** At most `limit` entries, newest first; `before` goes on after the entry with that id. */
export function auditEntries(
  db: Db,
  filter: AuditFilter,
  { limit, before }: { readonly limit: number; readonly before?: number | undefined },
): Promise<ReadAuditEntry[]> {
  return db
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      action: auditEntry.action,
      person: { name: person.name, email: person.email },
      key: apiKey.name,
      address: auditEntry.address,
      subject: auditEntry.subject,
      detail: auditEntry.detail,
    })
    .from(auditEntry)
    .leftJoin(person, eq(person.id, auditEntry.personId))
    .leftJoin(apiKey, eq(apiKey.id, auditEntry.keyId))
    .where(and(...conditions(filter), before === undefined ? undefined : lt(auditEntry.id, before)))
    .orderBy(desc(auditEntry.id))
    .limit(limit);
}

function conditions({ personId, action, from, to }: AuditFilter): (SQL | undefined)[] {
  return [
    personId === undefined ? undefined : eq(auditEntry.personId, personId),
    action === undefined ? undefined : eq(auditEntry.action, action),
    from === undefined ? undefined : gte(auditEntry.at, startOf(from, 0)),
    to === undefined ? undefined : lt(auditEntry.at, startOf(to, 1)),
  ];
}

/** The first instant of the day so many days after `day`. */
function startOf(day: string, daysAfter: number): SQL {
  return sql`(${day}::date + ${daysAfter}::int)::timestamp at time zone 'UTC'`;
}
