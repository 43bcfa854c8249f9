import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { ERA_HUES } from "../../lib/eras/era.ts";
import { isFilled, isOneOf, isPeriodText } from "./checks.ts";
import { source } from "./source.ts";

/** A named boom with its turning points; peak and trough are null while they have not been declared. */
export const era = pgTable(
  "era",
  {
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    hue: text("hue", { enum: ERA_HUES }).notNull(),
    onset: text("onset").notNull(),
    onsetEvent: text("onset_event").notNull(),
    onsetSourceId: integer("onset_source_id")
      .notNull()
      .references(() => source.id),
    peak: text("peak"),
    peakEvent: text("peak_event"),
    peakSourceId: integer("peak_source_id").references(() => source.id),
    trough: text("trough"),
    troughEvent: text("trough_event"),
    troughSourceId: integer("trough_source_id").references(() => source.id),
  },
  (table) => [
    check("era_code_form", sql`${table.code} ~ '^[A-Z0-9_]{1,25}$'`),
    check("era_name_filled", isFilled(table.name)),
    check("era_hue_known", isOneOf(table.hue, ERA_HUES)),
    check("era_onset_form", isPeriodText(table.onset)),
    check("era_peak_form", isPeriodText(table.peak)),
    check("era_trough_form", isPeriodText(table.trough)),
    check(
      "era_peak_complete",
      sql`num_nulls(${table.peak}, ${table.peakEvent}, ${table.peakSourceId}) in (0, 3)`,
    ),
    check(
      "era_trough_complete",
      sql`num_nulls(${table.trough}, ${table.troughEvent}, ${table.troughSourceId}) in (0, 3)`,
    ),
  ],
);
