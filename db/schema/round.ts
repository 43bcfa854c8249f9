import { sql } from "drizzle-orm";
import { check, integer, numeric, pgTable, text } from "drizzle-orm/pg-core";
import { INSTRUMENTS } from "../../lib/rounds/round.ts";
import { STATUSES } from "../../lib/series/series.ts";
import { isFilled, isKebabCase, isOneOf, isPeriodText } from "./checks.ts";
import { source } from "./source.ts";

/** A financing round. Amounts are whole units of `currency`; null is not known. */
export const round = pgTable(
  "round",
  {
    code: text("code").primaryKey(),
    company: text("company").notNull(),
    sector: text("sector").notNull(),
    country: text("country").notNull(),
    /** ISO text, as precise as is known: a day, a month or a year. */
    date: text("date").notNull(),
    instrument: text("instrument", { enum: INSTRUMENTS }).notNull(),
    amount: numeric("amount"),
    currency: text("currency").notNull().default("USD"),
    postMoney: numeric("post_money"),
    preMoney: numeric("pre_money"),
    lead: text("lead"),
    participants: text("participants").array().notNull().default(sql`'{}'::text[]`),
    status: text("status", { enum: STATUSES }).notNull().default("reported"),
    sourceId: integer("source_id")
      .notNull()
      .references(() => source.id),
    note: text("note").notNull().default(""),
  },
  (table) => [
    check("round_code_form", isKebabCase(table.code)),
    check("round_company_filled", isFilled(table.company)),
    check("round_date_form", isPeriodText(table.date)),
    check("round_instrument_known", isOneOf(table.instrument, INSTRUMENTS)),
    check("round_currency_form", sql`${table.currency} ~ '^[A-Z]{3}$'`),
    check(
      "round_amounts_positive",
      sql`least(${table.amount}, ${table.postMoney}, ${table.preMoney}) > 0
        and greatest(${table.amount}, ${table.postMoney}, ${table.preMoney}) < 'Infinity'`,
    ),
    check("round_status_known", isOneOf(table.status, STATUSES)),
  ],
);
