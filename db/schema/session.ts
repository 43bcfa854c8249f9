import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./instant.ts";
import { person } from "./person.ts";

/** One browser in which a person is signed in. Its cookie holds the token, signed; without the signature it is worth nothing. */
export const session = pgTable(
  "session",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    token: text("token").notNull().unique(),
    /** What the browser says it is. */
    device: text("device"),
    address: text("address"),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Last time it was renewed. */
    updatedAt: instant("updated_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [index("session_person").on(table.personId)],
);
