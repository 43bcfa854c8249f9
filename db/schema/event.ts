import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { EVENT_KINDS, EVENT_STATUSES } from "../../lib/events/event.ts";
import { isFilled, isKebabCase, isOneOf, isPeriodText } from "./checks.ts";
import { era } from "./era.ts";
import { source } from "./source.ts";

/** A dated point, or a range with an end, to draw on time charts. */
export const event = pgTable(
  "event",
  {
    code: text("code").primaryKey(),
    eraCode: text("era_code").references(() => era.code),
    /** ISO text, as precise as is known: a day, a month or a year. */
    date: text("date").notNull(),
    endDate: text("end_date"),
    label: text("label").notNull(),
    kind: text("kind", { enum: EVENT_KINDS }).notNull(),
    status: text("status", { enum: EVENT_STATUSES }).notNull().default("reported"),
    sourceId: integer("source_id")
      .notNull()
      .references(() => source.id),
    note: text("note").notNull().default(""),
  },
  (table) => [
    check("event_code_form", isKebabCase(table.code)),
    check("event_date_form", isPeriodText(table.date)),
    check("event_end_date_form", isPeriodText(table.endDate)),
    check("event_label_filled", isFilled(table.label)),
    check("event_kind_known", isOneOf(table.kind, EVENT_KINDS)),
    check("event_status_known", isOneOf(table.status, EVENT_STATUSES)),
  ],
);
