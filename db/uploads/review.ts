import { and, asc, eq, getTableColumns, gt, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { type BeforeAndAfter, beforeAndAfter } from "../../lib/uploads/before-and-after.ts";
import type { Change, ChangeCounts, ChangeKind } from "../../lib/uploads/comparison.ts";
import { observationsAsOf } from "../queries/observations.ts";
import { series, stagedChange, stagedSeries, upload } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { missingOf } from "./missing.ts";

/** Some of a list, from a place in it on. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** A series that an upload touches, and what would become of it. `isNew`: the store lacks it. */
export interface TouchedSeries extends ChangeCounts {
  readonly code: string;
  readonly isNew: boolean;
  readonly rows: number;
}

/** The series of a compared upload in the order of its file. */
export async function touchedSeries(db: Db, id: string, { offset, limit }: Page): Promise<TouchedSeries[]> {
  const rows = await db
    .select(getTableColumns(stagedSeries))
    .from(stagedSeries)
    .innerJoin(upload, eq(upload.number, stagedSeries.upload))
    .where(eq(upload.id, id))
    .orderBy(asc(stagedSeries.number))
    .offset(offset)
    .limit(limit);
  return rows.map(({ code, seriesId, rows, added, revised, withdrawn, unchanged, missing }) => ({
    code,
    isNew: seriesId === null,
    rows,
    added,
    revised,
    withdrawn,
    unchanged,
    missing,
  }));
}

/**
 * What a commit of a compared upload would store: the biggest moves first, then values revised without a move, then
 * those withdrawn, then new ones; each of these but the first by series and period. Of one series, or of one kind, if
 * that is asked for.
 */
export async function changesOf(
  db: Db,
  id: string,
  { code, kind, offset, limit }: Page & { readonly code?: string; readonly kind?: ChangeKind },
): Promise<Change[]> {
  const tallies = await db
    .select(getTableColumns(stagedSeries))
    .from(stagedSeries)
    .innerJoin(upload, eq(upload.number, stagedSeries.upload))
    .where(and(eq(upload.id, id), code === undefined ? undefined : eq(stagedSeries.code, code)));
  const [first] = tallies;
  if (!first) return [];
  const changes: Change[] = [];
  let skipped = 0;
  for (const section of SECTIONS.filter((one) => kind === undefined || one.kind === kind)) {
    const touched = tallies.filter((tally) => section.count(tally) > 0);
    const count = touched.reduce((sum, tally) => sum + section.count(tally), 0);
    const from = Math.max(0, offset - skipped);
    const room = Math.min(limit - changes.length, count - from);
    skipped += count;
    if (room <= 0) continue;
    const ofSection = and(
      eq(stagedChange.upload, first.upload),
      eq(stagedChange.kind, section.kind),
      section.where,
      touched.length < tallies.length || code !== undefined
        ? inArray(
            stagedChange.series,
            touched.map(({ number }) => number),
          )
        : undefined,
    );
    changes.push(...(await readChanges(db, ofSection, section.order, { offset: from, limit: room })));
  }
  return changes;
}

const BY_KEY = [
  asc(stagedChange.series),
  asc(stagedChange.periodStart),
  asc(stagedChange.period),
  asc(stagedChange.vintage),
];

/** The parts of the list of changes, each in an order that an index has, and how many there are of a series. */
const SECTIONS: ReadonlyArray<{
  readonly kind: ChangeKind;
  readonly where: SQL | undefined;
  readonly order: readonly SQL[];
  readonly count: (tally: typeof stagedSeries.$inferSelect) => number;
}> = [
  {
    kind: "revised",
    where: isNotNull(stagedChange.move),
    order: [sql`abs(${stagedChange.move}) desc`, ...BY_KEY],
    count: ({ moved }) => moved,
  },
  {
    kind: "revised",
    where: isNull(stagedChange.move),
    order: BY_KEY,
    count: ({ revised, moved }) => revised - moved,
  },
  {
    kind: "withdrawn",
    where: isNull(stagedChange.move),
    order: BY_KEY,
    count: ({ withdrawn }) => withdrawn,
  },
  { kind: "new", where: undefined, order: BY_KEY, count: ({ added }) => added },
];

async function readChanges(
  db: Db,
  where: SQL | undefined,
  order: readonly SQL[],
  { offset, limit }: Page,
): Promise<Change[]> {
  const rows = await db
    .select({ ...getTableColumns(stagedChange), code: stagedSeries.code })
    .from(stagedChange)
    .innerJoin(
      stagedSeries,
      and(eq(stagedSeries.upload, stagedChange.upload), eq(stagedSeries.number, stagedChange.series)),
    )
    .where(where)
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  return rows.map(({ kind, code, period, vintage, value, status, source, note, row, differs, ...change }) => {
    const { columnName: column, oldVintage, oldValue, oldStatus, move } = change;
    return {
      kind,
      series: code,
      period,
      vintage,
      value,
      status,
      source,
      note,
      row,
      column,
      old:
        oldVintage === null || oldStatus === null
          ? null
          : { value: oldValue, status: oldStatus, vintage: oldVintage },
      differs,
      move: move === null ? null : Number(move),
    };
  });
}

/** A stored value of which the file of an upload has no row. */
export interface MissingValue {
  readonly period: string;
  readonly value: string;
  readonly vintage: string;
}

/** The stored values of one series that the file of a compared upload lacks, by period. */
export async function missingFromFile(
  db: Db,
  id: string,
  code: string,
  { offset, limit }: Page,
): Promise<MissingValue[]> {
  const held = await heldSeries(db, id, code);
  if (held?.seriesId == null || held.base === null) return [];
  const { upload: number, series: at, seriesId, base } = held;
  return missingOf(db, { upload: number, series: at, seriesId, base }, offset, limit);
}

/** One series of a compared upload as it is known and as it would be after the commit, in calendar order. */
export async function seriesAfter(db: Db, id: string, code: string): Promise<BeforeAndAfter[]> {
  const held = await heldSeries(db, id, code);
  if (!held || held.base === null) return [];
  const { periodStart, period, value, vintage } = stagedChange;
  const changes = await db
    .selectDistinctOn([periodStart, period], { period, value, vintage })
    .from(stagedChange)
    .where(and(eq(stagedChange.upload, held.upload), eq(stagedChange.series, held.series)))
    .orderBy(asc(periodStart), asc(period), sql`${vintage} desc`);
  const known =
    held.seriesId === null ? [] : await observationsAsOf(db, [held.seriesId], END_OF_TIME, held.base);
  return beforeAndAfter(known, changes);
}

const END_OF_TIME = "9999-12-31";

async function heldSeries(db: Db, id: string, code: string) {
  const [found] = await db
    .select({
      upload: upload.number,
      base: upload.base,
      series: stagedSeries.number,
      seriesId: series.id,
    })
    .from(stagedSeries)
    .innerJoin(upload, eq(upload.number, stagedSeries.upload))
    .leftJoin(series, eq(series.id, stagedSeries.seriesId))
    .where(and(eq(upload.id, id), eq(stagedSeries.code, code), gt(stagedSeries.rows, 0)));
  return found ?? null;
}
