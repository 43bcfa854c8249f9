import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { isHash } from "./checks.ts";
import { instant } from "./instant.ts";
import { person } from "./person.ts";

/** The link by which a person chooses a new password. Each has at most one, and none once it was used. */
export const recoveryLink = pgTable(
  "recovery_link",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => person.id),
    /** SHA-256 of the token in the link, in hexadecimal. */
    tokenHash: text("token_hash").notNull().unique(),
    /** The admin who made it; null when whoever runs the server did. */
    madeBy: uuid("made_by").references(() => person.id),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("recovery_link_made_by").on(table.madeBy),
    check("recovery_link_token_hash_form", isHash(table.tokenHash)),
  ],
);
