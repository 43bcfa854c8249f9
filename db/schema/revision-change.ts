import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { STORED_TABLES } from "../../lib/revisions/row-change.ts";
import { isOneOf } from "./checks.ts";
import { revision } from "./revision.ts";
import { series } from "./series.ts";

/**
 * One row of a small table (`STORED_TABLES`) that a revision added,
 * changed or removed, as it was before and after; see `RowChange`. Append-only.
 */
export const revisionChange = pgTable(
  "revision_change",
  {
    revision: bigint("revision", { mode: "number" })
      .notNull()
      .references(() => revision.number),
    tableName: text("table_name", { enum: STORED_TABLES }).notNull(),
    key: text("key").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
  },
  (table) => [
    primaryKey({ name: "revision_change_key", columns: [table.revision, table.tableName, table.key] }),
    index("revision_change_row").on(table.tableName, table.key),
    check("revision_change_table_known", isOneOf(table.tableName, STORED_TABLES)),
    check("revision_change_says_something", sql`num_nonnulls(${table.before}, ${table.after}) > 0`),
  ],
);

/** A series that a revision stored rows of, and how many of each kind. Append-only. */
export const revisionSeries = pgTable(
  "revision_series",
  {
    revision: bigint("revision", { mode: "number" })
      .notNull()
      .references(() => revision.number),
    seriesId: integer("series_id")
      .notNull()
      .references(() => series.id),
    added: integer("added").notNull(),
    revised: integer("revised").notNull(),
    withdrawn: integer("withdrawn").notNull(),
  },
  (table) => [
    primaryKey({ name: "revision_series_key", columns: [table.revision, table.seriesId] }),
    index("revision_series_series").on(table.seriesId, table.revision),
  ],
);
