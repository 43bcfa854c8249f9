import { and, asc, desc, eq, getTableColumns, gt, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { RevisionKind } from "../../lib/revisions/revision.ts";
import type { RowChange, RowName } from "../../lib/revisions/row-change.ts";
import type { Status } from "../../lib/series/series.ts";
import { rowsOf } from "../rows.ts";
import { observation, revision, revisionChange, revisionSeries, series, upload } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { knownRow } from "../uploads/known.ts";
import type { Page } from "../uploads/review.ts";

/** The file that a revision was read from, as it is kept; `readFile` of the upload gives its content. */
export interface SourceFile {
  readonly upload: string;
  readonly fileName: string;
  readonly byteSize: number;
}

/** One commit to the store. `undoneBy`: the newest revision that rolled all of it back, or null. */
export type RevisionEntry = typeof revision.$inferSelect & {
  readonly sourceFile: SourceFile | null;
  readonly undoneBy: number | null;
};

/** Commits to the store, newest first: before a revision number, or of one kind, if that is asked for. */
export function history(
  db: Db,
  {
    before,
    kind,
    limit,
  }: {
    readonly before?: number | undefined;
    readonly kind?: RevisionKind | undefined;
    readonly limit: number;
  },
): Promise<RevisionEntry[]> {
  const where = and(
    before === undefined ? undefined : lt(revision.number, before),
    kind === undefined ? undefined : eq(revision.kind, kind),
  );
  return entries(db, where).limit(limit);
}

/** One commit to the store, or null. */
export async function revisionEntry(db: Db, number: number): Promise<RevisionEntry | null> {
  const [entry] = await entries(db, eq(revision.number, number));
  return entry ?? null;
}

function entries(db: Db, where: SQL | undefined) {
  const later = alias(revision, "later");
  const undoneBy = db
    .select({ number: sql`max(${later.number})` })
    .from(later)
    .where(and(eq(later.undoes, revision.number), sql`${later.undoesSeries} is null`));
  const sourceFile = sql<SourceFile | null>`case when ${upload.id} is not null then json_build_object(
    'upload', ${upload.id}, 'fileName', ${upload.fileName}, 'byteSize', ${upload.byteSize}) end`;
  return db
    .select({
      ...getTableColumns(revision),
      sourceFile,
      undoneBy: sql<number | null>`(${undoneBy})::int`,
    })
    .from(revision)
    .leftJoin(upload, eq(upload.revision, revision.number))
    .where(where)
    .orderBy(desc(revision.number))
    .$dynamic();
}

/** A series that a revision stored rows of, and how many of each kind. */
export interface RevisedSeries {
  readonly code: string;
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
}

/** The series that a revision stored rows of, by code. */
export function revisedSeries(db: Db, number: number): Promise<RevisedSeries[]> {
  const { added, revised, withdrawn } = revisionSeries;
  return db
    .select({ code: series.code, added, revised, withdrawn })
    .from(revisionSeries)
    .innerJoin(series, eq(series.id, revisionSeries.seriesId))
    .where(eq(revisionSeries.revision, number))
    .orderBy(sql`${series.code} collate "C"`);
}

/** The revisions that stored rows of a series, newest first. */
export function revisionsOfSeries(db: Db, seriesId: number): Promise<number[]> {
  return db
    .select({ number: revisionSeries.revision })
    .from(revisionSeries)
    .where(eq(revisionSeries.seriesId, seriesId))
    .orderBy(desc(revisionSeries.revision))
    .then((rows) => rows.map(({ number }) => number));
}

/** What is said of a period: by a row of this vintage, or by the one before it. */
export interface Said {
  readonly value: string | null;
  readonly status: Status;
  readonly note: string | null;
  readonly vintage: string;
}

/** What a revision changed in what is known of a period on one day; `null` where nothing is known. */
export interface ValueChange {
  readonly series: string;
  readonly period: string;
  readonly vintage: string;
  readonly old: Said | null;
  readonly new: Said | null;
}

/**
 * The values that a revision changed, by series and period: what was known on the day of each vintage before it, and
 * what is known with it. Of one series if its code is given.
 */
export async function changedValues(
  db: Db,
  number: number,
  { code, offset, limit }: Page & { readonly code?: string },
): Promise<ValueChange[]> {
  const touched = (await revisedSeries(db, number)).filter((one) => code === undefined || one.code === code);
  const changes: ValueChange[] = [];
  let skipped = 0;
  for (const one of touched) {
    const count = one.added + one.revised + one.withdrawn;
    const from = Math.max(0, offset - skipped);
    const room = Math.min(limit - changes.length, count - from);
    skipped += count;
    if (room > 0)
      changes.push(...(await changedInSeries(db, number, one.code, { offset: from, limit: room })));
  }
  return changes;
}

function changedInSeries(
  db: Db,
  number: number,
  code: string,
  { offset, limit }: Page,
): Promise<ValueChange[]> {
  const asked = {
    seriesId: sql`c.series_id`,
    periodStart: sql`c.period_start`,
    period: sql`c.period`,
    vintage: sql`c.vintage`,
  };
  const said = (name: SQL) => sql`case when ${name}.vintage is not null then json_build_object(
    'value', ${name}.value::text, 'status', ${name}.status, 'note', ${name}.note, 'vintage', ${name}.vintage::text) end`;
  return rowsOf<ValueChange>(
    db,
    sql`select ${code}::text as series, c.period, c.vintage::text as vintage,
        ${said(sql`was`)} as old, ${said(sql`now`)} as new
      from (
        select series_id, period_start, period, vintage from ${observation}
        where series_id = (select ${series.id} from ${series} where ${series.code} = ${code})
          and revision = ${number}::bigint
        order by period_start, period, vintage offset ${offset} limit ${limit}
      ) c
      left join lateral ${knownRow(asked, number - 1)} was on true
      left join lateral ${knownRow(asked, number)} now on true
      order by c.period_start, c.period, c.vintage`,
  );
}

/** The rows of the small tables that a revision added, changed or removed, by table and key. */
export async function changedRows(db: Db, number: number): Promise<RowChange[]> {
  const rows = await db
    .select()
    .from(revisionChange)
    .where(eq(revisionChange.revision, number))
    .orderBy(asc(revisionChange.tableName), sql`${revisionChange.key} collate "C"`);
  return rows.map(({ tableName: table, key, before, after }) => ({ table, key, before, after }) as RowChange);
}

/** What a later revision did to one row, and who made it. */
export type LaterChange = RowChange & { readonly revision: number; readonly author: string };

/** What revisions after `base` did to the row of this name, oldest first. */
export async function changesSince(db: Db, { table, key }: RowName, base: number): Promise<LaterChange[]> {
  const { before, after } = revisionChange;
  const rows = await db
    .select({ revision: revision.number, author: revision.author, before, after })
    .from(revisionChange)
    .innerJoin(revision, eq(revision.number, revisionChange.revision))
    .where(
      and(
        eq(revisionChange.tableName, table),
        eq(revisionChange.key, key),
        gt(revisionChange.revision, base),
      ),
    )
    .orderBy(asc(revisionChange.revision));
  return rows.map((row) => ({ table, key, ...row }) as LaterChange);
}
