import { type SQL, sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { KEY_SCOPES } from "../../lib/auth/key-scope.ts";
import { isFilled, isHash } from "./checks.ts";
import { instant } from "./instant.ts";
import { person } from "./person.ts";

/**
 * A key by which a program acts for its owner, within its scopes. The key itself is shown once and not kept. One that had
 * only scopes that are no more has none, and is revoked.
 */
export const apiKey = pgTable(
  "api_key",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    /** Its first characters, to tell keys apart by. */
    start: text("start").notNull(),
    /** SHA-256 of the whole key, in hexadecimal; it has 256 random bits, so that no slower hash is needed. */
    keyHash: text("key_hash").notNull().unique(),
    scopes: text("scopes", { enum: KEY_SCOPES }).array().notNull(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => person.id),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    index("api_key_owner").on(table.ownerId),
    check("api_key_name_filled", isFilled(table.name)),
    check("api_key_hash_form", isHash(table.keyHash)),
    check(
      "api_key_scopes_known",
      sql`${table.scopes} <@ ${knownScopes()} and (cardinality(${table.scopes}) > 0 or ${table.revokedAt} is not null)`,
    ),
  ],
);

function knownScopes(): SQL {
  return sql.raw(`array[${KEY_SCOPES.map((scope) => `'${scope}'`).join(", ")}]`);
}
