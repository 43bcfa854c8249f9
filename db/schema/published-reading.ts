import { sql } from "drizzle-orm";
import { bigint, check, date, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { revision } from "./revision.ts";

/** The composite as it was published at a revision, by the method of its day. Append-only. */
export const publishedReading = pgTable(
  "published_reading",
  {
    revision: bigint("revision", { mode: "number" })
      .primaryKey()
      .references(() => revision.number),
    /** The day on which it was published. */
    day: date("day").notNull(),
    method: integer("method").notNull(),
    /** See `PublishedComposite`; empty when there was none. */
    composite: jsonb("composite"),
    /** Why there was none. */
    reason: text("reason"),
  },
  (table) => [
    check("published_reading_method_range", sql`${table.method} > 0`),
    check("published_reading_says_something", sql`num_nonnulls(${table.composite}, ${table.reason}) = 1`),
  ],
);
