import { jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { Json } from "../../lib/uploads/upload.ts";

/** How the columns of a source's files were read the last time a header like this one came up. */
export const columnMapping = pgTable(
  "column_mapping",
  {
    /** Key of the source; empty for files without one. */
    source: text("source").notNull(),
    /** What names the header: the same for files of the same columns. */
    header: text("header").notNull(),
    settings: jsonb("settings").$type<Json>().notNull(),
    usedAt: timestamp("used_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ name: "column_mapping_key", columns: [table.header, table.source] })],
);
