import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./instant.ts";

/** How often something was tried since the first time in its window. What is counted is named by a hash. */
export const attempt = pgTable(
  "attempt",
  {
    key: text("key").primaryKey(),
    count: integer("count").notNull(),
    startedAt: instant("started_at").notNull().defaultNow(),
  },
  (table) => [index("attempt_started_at").on(table.startedAt)],
);
