import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { STATUSES } from "../../lib/series/series.ts";
import { CHANGE_KINDS, CHANGED_PARTS } from "../../lib/uploads/comparison.ts";
import { SEVERITIES } from "../../lib/uploads/staged.ts";
import { isOneOf } from "./checks.ts";
import { series } from "./series.ts";
import { upload } from "./upload.ts";

/**
 * A series that an upload has rows of. `number` counts from 0 in the order of the file and stands for the
 * series in the keys of what is staged: one that is new has no id yet.
 */
export const stagedSeries = pgTable(
  "staged_series",
  {
    upload: integer("upload")
      .notNull()
      .references(() => upload.number),
    number: integer("number").notNull(),
    code: text("code").notNull(),
    rows: integer("rows").notNull(),
    /** As of the last comparison, like all that follows; null for a series that the store lacks. */
    seriesId: integer("series_id").references(() => series.id),
    /** Whether a value is worth a look when it is many times the one before it: not so for ratios and irregular series. */
    isEven: boolean("is_even").notNull().default(false),
    /** Middle of the newest stored values, whatever their sign; null when there are none. */
    median: numeric("median"),
    added: integer("added").notNull().default(0),
    revised: integer("revised").notNull().default(0),
    withdrawn: integer("withdrawn").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    missing: integer("missing").notNull().default(0),
    /** How many of the changes have a move. */
    moved: integer("moved").notNull().default(0),
  },
  (table) => [
    primaryKey({ name: "staged_series_key", columns: [table.upload, table.number] }),
    unique("staged_series_code").on(table.upload, table.code),
  ],
);

/**
 * One value of an upload as it was read; see `StagedObservation`. Rows come and go by the million, so nothing
 * but the key is checked here: the constraints of `observation` hold for what becomes one.
 */
export const stagedObservation = pgTable(
  "staged_observation",
  {
    upload: integer("upload").notNull(),
    series: integer("series").notNull(),
    periodStart: date("period_start", { mode: "string" }).notNull(),
    /** Counts from 0 in the order of the file. */
    position: integer("position").notNull(),
    period: text("period").notNull(),
    vintage: date("vintage", { mode: "string" }).notNull(),
    value: numeric("value"),
    cell: text("cell"),
    status: text("status", { enum: STATUSES }).notNull(),
    source: text("source"),
    note: text("note"),
    row: integer("row").notNull(),
    columnName: text("column_name").notNull(),
  },
  (table) => [
    primaryKey({
      name: "staged_observation_key",
      columns: [table.upload, table.series, table.periodStart, table.position],
    }),
  ],
);

/**
 * One row that a commit of an upload would store, as of its last comparison, with what it would replace. These
 * rows are what the dry run shows and what the commit stores.
 */
export const stagedChange = pgTable(
  "staged_change",
  {
    upload: integer("upload").notNull(),
    series: integer("series").notNull(),
    periodStart: date("period_start", { mode: "string" }).notNull(),
    period: text("period").notNull(),
    vintage: date("vintage", { mode: "string" }).notNull(),
    kind: text("kind", { enum: CHANGE_KINDS }).notNull(),
    value: numeric("value"),
    status: text("status", { enum: STATUSES }).notNull(),
    source: text("source"),
    note: text("note"),
    /** Where the file says so; null for a stored value that is withdrawn because the file lacks it. */
    row: integer("row"),
    columnName: text("column_name"),
    /** The stored row that was known on the day of the vintage; null for a new one. */
    oldVintage: date("old_vintage", { mode: "string" }),
    oldValue: numeric("old_value"),
    oldStatus: text("old_status", { enum: STATUSES }),
    /** In what the two rows differ; empty for a new one. */
    differs: text("differs", { enum: CHANGED_PARTS }).array().notNull(),
    /** (value − old value) ÷ |old value|; null where that is not a number. */
    move: numeric("move"),
  },
  (table) => [
    primaryKey({
      name: "staged_change_key",
      columns: [table.upload, table.series, table.periodStart, table.period, table.vintage],
    }),
    index("staged_change_move")
      .on(table.upload, sql`abs(${table.move}) desc`)
      .where(sql`${table.move} is not null`),
    index("staged_change_unmoved")
      .on(table.upload, table.kind, table.series, table.periodStart)
      .where(sql`${table.move} is null and ${table.kind} <> 'new'`),
  ],
);

/** One thing wrong with an upload; see `UploadProblem`. Row 0 stands for the whole file. */
export const stagedProblem = pgTable(
  "staged_problem",
  {
    upload: integer("upload").notNull(),
    row: integer("row").notNull(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    severity: text("severity", { enum: SEVERITIES }).notNull(),
    columnName: text("column_name"),
    value: text("value"),
    rule: text("rule").notNull(),
    remedy: text("remedy").notNull(),
    /** Found in the file alone, or by comparing it with the store, which is done anew when the store moves on. */
    foundBy: text("found_by", { enum: ["reading", "comparing"] }).notNull(),
  },
  (table) => [
    primaryKey({ name: "staged_problem_key", columns: [table.upload, table.row, table.number] }),
    index("staged_problem_error").on(table.upload, table.row).where(sql`${table.severity} = 'error'`),
    check("staged_problem_severity_known", isOneOf(table.severity, SEVERITIES)),
    check("staged_problem_found_by_known", isOneOf(table.foundBy, ["reading", "comparing"])),
  ],
);
