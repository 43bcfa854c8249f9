import type { AuditEntry } from "../../lib/auth/audit.ts";
import { auditEntry } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** Appends to the audit log. Give it the transaction of what it tells of, so that there is neither without the other. */
export async function writeAudit(db: Db, entry: AuditEntry): Promise<void> {
  await db.insert(auditEntry).values({ ...entry });
}
