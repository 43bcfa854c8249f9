import { bigint, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { AUDIT_ACTIONS } from "../../lib/auth/audit.ts";
import { apiKey } from "./api-key.ts";
import { isKebabCase } from "./checks.ts";
import { instant } from "./instant.ts";
import { person } from "./person.ts";

/**
 * Who did what, when and from where. Append-only: a trigger refuses updates and deletes. The kinds of actions are
 * not listed here, as entries of kinds that are no longer written must stay.
 */
export const auditEntry = pgTable(
  "audit_entry",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().defaultNow(),
    action: text("action", { enum: AUDIT_ACTIONS }).notNull(),
    /** Null when nobody is known, as with a wrong password for no account. */
    personId: uuid("person_id").references(() => person.id),
    keyId: uuid("key_id").references(() => apiKey.id),
    address: text("address"),
    subject: text("subject").notNull().default(""),
    detail: text("detail").notNull().default(""),
  },
  (table) => [
    index("audit_entry_person").on(table.personId, table.id),
    index("audit_entry_action").on(table.action, table.id),
    index("audit_entry_at").on(table.at),
    check("audit_entry_action_form", isKebabCase(table.action)),
  ],
);
