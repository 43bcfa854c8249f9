import { sql } from "drizzle-orm";
import { check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "../../lib/auth/role.ts";
import { isFilled, isOneOf } from "./checks.ts";
import { instant } from "./instant.ts";

/** Someone with an account. Never deleted, as revisions and the audit log name them; `disabled_at` shuts them out. */
export const person = pgTable(
  "person",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    /** In small letters, so that one address has one account. */
    email: text("email").notNull().unique(),
    role: text("role", { enum: ROLES }).notNull(),
    disabledAt: instant("disabled_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [
    check("person_name_filled", isFilled(table.name)),
    check("person_email_form", sql`${table.email} = lower(${table.email}) and ${table.email} like '_%@_%'`),
    check("person_role_known", isOneOf(table.role, ROLES)),
  ],
);
