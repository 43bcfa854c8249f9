import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { FREQUENCIES } from "../../lib/periods/frequency.ts";
import { STATUSES } from "../../lib/series/series.ts";
import { isOneOf } from "./checks.ts";
import { revision } from "./revision.ts";
import { series } from "./series.ts";
import { source } from "./source.ts";

/**
 * One value for one period as it became known on one day. Append-only: a trigger refuses updates and
 * deletes. A restatement is a row with a later vintage; a correction of what we stored is a row with the
 * same vintage under a later revision; a null value says that the publisher has none or withdrew it. A void
 * row takes its (series, period, vintage) back, as if nothing had been said on that day, until a later
 * revision says something again.
 *
 * The primary key starts with the series and is ordered by time, so that reading one series, as of any
 * date, is one contiguous range of one index however large the table is.
 */
export const observation = pgTable(
  "observation",
  {
    seriesId: integer("series_id").notNull(),
    frequency: text("frequency", { enum: FREQUENCIES }).notNull(),
    periodStart: date("period_start", { mode: "string" }).notNull(),
    /** ISO text; part of the key because periods of an irregular series may start on the same day. */
    period: text("period").notNull(),
    vintage: date("vintage", { mode: "string" }).notNull(),
    revision: bigint("revision", { mode: "number" })
      .notNull()
      .references(() => revision.number),
    /** In the unit and scale of its series. */
    value: numeric("value"),
    status: text("status", { enum: STATUSES }).notNull().default("reported"),
    /** Its own citation, where that is not the source of its series. */
    sourceId: integer("source_id").references(() => source.id),
    note: text("note"),
    page: text("page"),
    quote: text("quote"),
    isVoid: boolean("is_void").notNull().default(false),
  },
  (table) => [
    primaryKey({
      name: "observation_key",
      columns: [table.seriesId, table.periodStart, table.period, table.vintage, table.revision],
    }),
    foreignKey({
      name: "observation_series_frequency",
      columns: [table.seriesId, table.frequency],
      foreignColumns: [series.id, series.frequency],
    }),
    // The newest vintage of a series and the sources its values cite, each read without reading its values.
    index("observation_vintage").on(table.seriesId, table.vintage),
    index("observation_citation")
      .on(table.seriesId, table.sourceId)
      .where(sql`${table.sourceId} is not null`),
    check("observation_period_agrees", periodAgrees(table)),
    check("observation_value_finite", sql`${table.value} not in ('NaN', 'Infinity', '-Infinity')`),
    // Not an immutable condition, yet a safe one: it turns from false to true as time passes and never
    // back, so every stored row still passes when a dump is restored.
    check(
      "observation_vintage_not_in_future",
      sql`${table.vintage} between '1000-01-01' and (now() at time zone 'UTC')::date`,
    ),
    check("observation_status_known", isOneOf(table.status, STATUSES)),
    check(
      "observation_void_says_nothing",
      sql`not ${table.isVoid} or num_nonnulls(${table.value}, ${table.sourceId}, ${table.note}, ${table.page}, ${table.quote}) = 0`,
    ),
  ],
);

/**
 * The period text is exactly the ISO text of the period of this frequency that begins on `period_start`.
 * An irregular series takes any of the forms.
 */
function periodAgrees(table: Record<"frequency" | "period" | "periodStart", AnyColumn>): SQL {
  const { frequency, period, periodStart: start } = table;
  const text = (form: string) => sql`${period} = to_char(${start}::timestamp, ${sql.raw(`'${form}'`)})`;
  const first = (part: string) => sql`${start} = date_trunc(${sql.raw(`'${part}'`)}, ${start}::timestamp)`;
  return sql`${start} between '1000-01-01' and '9999-12-31' and (
    (${frequency} in ('D', 'I') and ${text("YYYY-MM-DD")})
    or (${frequency} in ('W', 'I') and ${text('IYYY"-W"IW')} and ${first("week")})
    or (${frequency} in ('M', 'I') and ${text("YYYY-MM")} and ${first("month")})
    or (${frequency} in ('Q', 'I') and ${text('YYYY"-Q"Q')} and ${first("quarter")})
    or (${frequency} in ('H', 'I') and ${text('YYYY"-H1"')} and ${first("year")})
    or (${frequency} in ('H', 'I') and ${text('YYYY"-H2"')} and ${first("month")} and extract(month from ${start}) = 7)
    or (${frequency} in ('A', 'I') and ${text("YYYY")} and ${first("year")})
  )`;
}
