import { sql } from "drizzle-orm";
import { bigint, check, integer, numeric, pgTable, smallint, text, unique } from "drizzle-orm/pg-core";
import { FREQUENCIES } from "../../lib/periods/frequency.ts";
import {
  CALENDAR_YEAR_ENDS,
  MONTHS,
  RATES,
  SEASONAL_ADJUSTMENTS,
  VISIBILITIES,
} from "../../lib/series/series.ts";
import { MEASURES, PRICE_KINDS, SCALES, UNIT_KINDS } from "../../lib/series/unit.ts";
import { isFilled, isOneOf } from "./checks.ts";
import { revision } from "./revision.ts";
import { source } from "./source.ts";

/** One quantity over time: what it measures, in what unit, whose definition, and who may see it. */
export const series = pgTable(
  "series",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    code: text("code").notNull().unique(),
    title: text("title").notNull(),
    measure: text("measure", { enum: MEASURES }).notNull(),
    unitKind: text("unit_kind", { enum: UNIT_KINDS }).notNull(),
    /** ISO 4217, for amounts of money and for nothing else. */
    currency: text("currency"),
    /** What one stored unit is worth: 1000000000 for values written in billions. */
    scale: bigint("scale", { mode: "number" }).notNull().default(1),
    /** What is counted (count), the base (index), or the unit in words (rate). */
    unitOf: text("unit_of"),
    prices: text("prices", { enum: PRICE_KINDS }).notNull(),
    priceBase: text("price_base"),
    frequency: text("frequency", { enum: FREQUENCIES }).notNull(),
    rate: text("rate", { enum: RATES }).notNull().default("period"),
    /** The month in which the year named by its periods ends: 12 by the calendar. */
    yearEnds: smallint("year_ends").notNull().default(CALENDAR_YEAR_ENDS),
    geography: text("geography").notNull(),
    sector: text("sector").notNull(),
    universe: text("universe").notNull(),
    seasonalAdjustment: text("seasonal_adjustment", { enum: SEASONAL_ADJUSTMENTS }).notNull().default("NSA"),
    sourceId: integer("source_id")
      .notNull()
      .references(() => source.id),
    /** Days after the end of its last period from which the series counts as stale; null never. */
    staleAfterDays: integer("stale_after_days"),
    visibility: text("visibility", { enum: VISIBILITIES }).notNull().default("public"),
    /** Bounds outside which a value is refused on import, in the stored scale. */
    plausibleMin: numeric("plausible_min"),
    plausibleMax: numeric("plausible_max"),
    notes: text("notes").notNull().default(""),
    /** The revision that retired it: kept and hidden from then on, its code never used again. */
    retiredRevision: bigint("retired_revision", { mode: "number" }).references(() => revision.number),
  },
  (table) => [
    // Target of the observations' composite key, so that a period can be checked against its frequency.
    unique("series_id_frequency").on(table.id, table.frequency),
    check("series_code_form", sql`${table.code} ~ '^[A-Z0-9_]{1,25}$'`),
    check("series_title_filled", isFilled(table.title)),
    check("series_measure_known", isOneOf(table.measure, MEASURES)),
    check("series_unit_kind_known", isOneOf(table.unitKind, UNIT_KINDS)),
    check("series_scale_known", isOneOf(table.scale, SCALES)),
    check("series_prices_known", isOneOf(table.prices, PRICE_KINDS)),
    check("series_frequency_known", isOneOf(table.frequency, FREQUENCIES)),
    check("series_rate_known", isOneOf(table.rate, RATES)),
    check("series_year_ends_known", isOneOf(table.yearEnds, MONTHS)),
    check(
      "series_year_named",
      sql`${table.yearEnds} = ${sql.raw(String(CALENDAR_YEAR_ENDS))} or ${table.frequency} in ('Q', 'H', 'A')`,
    ),
    check("series_adjustment_known", isOneOf(table.seasonalAdjustment, SEASONAL_ADJUSTMENTS)),
    check("series_visibility_known", isOneOf(table.visibility, VISIBILITIES)),
    check(
      "series_currency_complete",
      sql`case when ${table.unitKind} = 'currency'
        then ${table.currency} is not null and ${table.currency} ~ '^[A-Z]{3}$' and ${table.prices} <> 'none'
        else ${table.currency} is null and ${table.scale} = 1 end`,
    ),
    check(
      "series_unit_complete",
      sql`${table.unitKind} not in ('count', 'index', 'rate') or (${table.unitOf} is not null and btrim(${table.unitOf}) <> '')`,
    ),
    check(
      "series_price_base_complete",
      sql`(${table.prices} = 'constant') = (${table.priceBase} is not null)`,
    ),
    check("series_stale_after_positive", sql`${table.staleAfterDays} > 0`),
    check("series_plausible_range_ordered", sql`${table.plausibleMin} <= ${table.plausibleMax}`),
  ],
);
