import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, check, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { REVISION_KINDS } from "../../lib/revisions/revision.ts";
import { isFilled, isOneOf } from "./checks.ts";

/**
 * One commit to the store. A trigger lets one transaction at a time hold a number, so numbers grow in the
 * order of commit and `max(number)` names a state of the store. A number may be skipped, never reused.
 */
export const revision = pgTable(
  "revision",
  {
    number: bigint("number", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
    author: text("author").notNull(),
    message: text("message").notNull(),
    kind: text("kind", { enum: REVISION_KINDS }).notNull(),
    /** SHA-256 of what was read, in hexadecimal; null for an edit by hand. */
    fileHash: text("file_hash"),
    added: integer("added").notNull().default(0),
    revised: integer("revised").notNull().default(0),
    /** Values that became missing, and vintages made void. */
    withdrawn: integer("withdrawn").notNull().default(0),
    /** The revision that a roll-back undoes, whole or for one series. */
    undoes: bigint("undoes", { mode: "number" }).references((): AnyPgColumn => revision.number),
    undoesSeries: text("undoes_series"),
  },
  (table) => [
    check("revision_kind_known", isOneOf(table.kind, REVISION_KINDS)),
    check(
      "revision_undoes_as_rollback",
      sql`case when ${table.kind} = 'rollback'
        then ${table.undoes} is not null and ${table.undoes} < ${table.number}
        else num_nonnulls(${table.undoes}, ${table.undoesSeries}) = 0 end`,
    ),
    check("revision_author_filled", isFilled(table.author)),
    check("revision_message_filled", isFilled(table.message)),
    check("revision_file_hash_form", sql`${table.fileHash} ~ '^[0-9a-f]{64}$'`),
    check("revision_counts_natural", sql`least(${table.added}, ${table.revised}, ${table.withdrawn}) >= 0`),
  ],
);
