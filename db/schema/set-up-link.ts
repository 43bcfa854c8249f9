import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text } from "drizzle-orm/pg-core";
import { isHash } from "./checks.ts";
import { instant } from "./instant.ts";

/** The link by which the first account is made. There is at most one, and none once it was used. */
export const setUpLink = pgTable(
  "set_up_link",
  {
    isOnly: boolean("is_only").primaryKey().default(true),
    /** SHA-256 of the token in the link, in hexadecimal. */
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    check("set_up_link_only_one", sql`${table.isOnly}`),
    check("set_up_link_token_hash_form", isHash(table.tokenHash)),
  ],
);
