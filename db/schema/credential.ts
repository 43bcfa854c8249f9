import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { isFilled } from "./checks.ts";
import { instant } from "./instant.ts";
import { person } from "./person.ts";

/** A way for a person to sign in; ours is a password, kept as a salted scrypt hash. */
export const credential = pgTable(
  "credential",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    provider: text("provider").notNull(),
    /** The person as the provider knows them; with a password it is their id. */
    accountId: text("account_id").notNull(),
    password: text("password"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [
    unique("credential_key").on(table.provider, table.accountId),
    index("credential_person").on(table.personId),
    check("credential_provider_filled", isFilled(table.provider)),
  ],
);
