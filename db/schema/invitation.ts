import { sql } from "drizzle-orm";
import { check, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "../../lib/auth/role.ts";
import { isHash, isOneOf } from "./checks.ts";
import { instant } from "./instant.ts";
import { person } from "./person.ts";

/** An invitation by link, for one e-mail address and role. Open until it is accepted, withdrawn or expired. */
export const invitation = pgTable(
  "invitation",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    email: text("email").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    /** SHA-256 of the token in the link, in hexadecimal. */
    tokenHash: text("token_hash").notNull().unique(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => person.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    uniqueIndex("invitation_one_open_per_email")
      .on(table.email)
      .where(sql`${table.acceptedAt} is null and ${table.revokedAt} is null`),
    check(
      "invitation_email_form",
      sql`${table.email} = lower(${table.email}) and ${table.email} like '_%@_%'`,
    ),
    check("invitation_role_known", isOneOf(table.role, ROLES)),
    check("invitation_token_hash_form", isHash(table.tokenHash)),
    check("invitation_one_end", sql`num_nonnulls(${table.acceptedAt}, ${table.revokedAt}) <= 1`),
  ],
);
