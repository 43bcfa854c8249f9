import { sql } from "drizzle-orm";
import { check, integer, numeric, pgTable, text, unique } from "drizzle-orm/pg-core";
import { isFilled, isKebabCase } from "./checks.ts";
import { source } from "./source.ts";

/** Where a named band begins, by one version of one set of bands: see `Threshold`. */
export const threshold = pgTable(
  "threshold",
  {
    name: text("name").primaryKey(),
    setName: text("set_name").notNull(),
    version: integer("version").notNull(),
    /** The name of an indicator, or the common scale of all. */
    indicator: text("indicator").notNull(),
    position: integer("position").notNull(),
    /** Empty in the lowest band alone. */
    at: numeric("at"),
    level: text("level").notNull(),
    sourceId: integer("source_id")
      .notNull()
      .references(() => source.id),
    note: text("note").notNull().default(""),
  },
  (table) => [
    unique("threshold_place").on(table.setName, table.version, table.indicator, table.position),
    check("threshold_name_form", isKebabCase(table.name)),
    check("threshold_set_form", isKebabCase(table.setName)),
    check("threshold_indicator_form", isKebabCase(table.indicator)),
    check("threshold_version_range", sql`${table.version} > 0`),
    check("threshold_position_range", sql`${table.position} > 0`),
    check("threshold_only_lowest_open", sql`${table.at} is not null or ${table.position} = 1`),
    check("threshold_level_filled", isFilled(table.level)),
  ],
);
