import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { ComparisonSummary } from "../../lib/uploads/comparison.ts";
import { type Json, UPLOAD_STATES, type UploadFailure } from "../../lib/uploads/upload.ts";
import { isFilled, isOneOf } from "./checks.ts";
import { revision } from "./revision.ts";

/** One file on its way into the store, from its first byte to the revision it became. */
export const upload = pgTable(
  "upload",
  {
    /** Leads the keys of what is staged. People see `id`, which cannot be guessed. */
    number: integer("number").primaryKey().generatedAlwaysAsIdentity(),
    id: text("id").notNull().unique(),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
    author: text("author").notNull(),
    fileName: text("file_name").notNull(),
    byteSize: bigint("byte_size", { mode: "number" }).notNull().default(0),
    /** SHA-256 of the whole file, in hexadecimal; null until it is kept. */
    fileHash: text("file_hash"),
    state: text("state", { enum: UPLOAD_STATES }).notNull().default("staging"),
    /** All choices of the editor, by which the file is read again. */
    settings: jsonb("settings").$type<Json>().notNull().default({}),
    /** Counts up with every staging and comparison: work under an earlier attempt stops. */
    attempt: integer("attempt").notNull().default(0),
    rowsStaged: integer("rows_staged").notNull().default(0),
    /** How many rows the file is known to have; null while that is not known. */
    rowsTotal: integer("rows_total"),
    /** How many rows the editor had left out when they were staged. */
    rowsLeftOut: integer("rows_left_out").notNull().default(0),
    /** How many staged rows the comparison that is under way has behind it. */
    rowsCompared: integer("rows_compared").notNull().default(0),
    /** When the staging or comparison that was begun last began, and when it last showed a sign of life. */
    workStartedAt: timestamp("work_started_at", { withTimezone: true, mode: "date" }),
    workSeenAt: timestamp("work_seen_at", { withTimezone: true, mode: "date" }),
    /** Why it ended without a result, in words. */
    failure: jsonb("failure").$type<UploadFailure>(),
    errors: integer("errors").notNull().default(0),
    warnings: integer("warnings").notNull().default(0),
    /** Headers of the cells that staged values came from: an error elsewhere in a row is about the whole row. */
    valueColumns: text("value_columns").array().notNull().default(sql`'{}'::text[]`),
    /** Keys of the sources that single values cite. */
    citedSources: text("cited_sources").array().notNull().default(sql`'{}'::text[]`),
    /** What the staged rows were last compared with, and what came of it. */
    base: bigint("base", { mode: "number" }),
    summary: jsonb("summary").$type<ComparisonSummary>(),
    revision: bigint("revision", { mode: "number" }).references(() => revision.number),
  },
  (table) => [
    index("upload_open").on(table.author, table.state),
    index("upload_revision").on(table.revision),
    check("upload_author_filled", isFilled(table.author)),
    check("upload_file_name_filled", isFilled(table.fileName)),
    check("upload_file_hash_form", sql`${table.fileHash} ~ '^[0-9a-f]{64}$'`),
    check("upload_state_known", isOneOf(table.state, UPLOAD_STATES)),
    check(
      "upload_committed_as_revision",
      sql`(${table.state} = 'committed') = (${table.revision} is not null)`,
    ),
    check("upload_compared_with_base", sql`(${table.base} is null) = (${table.summary} is null)`),
  ],
);

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** A piece of the kept file, deflated; in the order of their numbers they are the file. */
export const uploadPart = pgTable(
  "upload_part",
  {
    upload: integer("upload")
      .notNull()
      .references(() => upload.number),
    part: integer("part").notNull(),
    deflated: bytes("deflated").notNull(),
  },
  (table) => [primaryKey({ name: "upload_part_key", columns: [table.upload, table.part] })],
);
