import { and, asc, eq, sql } from "drizzle-orm";
import { err, ok, type Result } from "../../lib/result.ts";
import type {
  NothingToUndo,
  RestoredCounts,
  RollBackPlan,
  RollBackScope,
} from "../../lib/revisions/roll-back.ts";
import type { RowChange } from "../../lib/revisions/row-change.ts";
import { undoRows } from "../../lib/revisions/undo-rows.ts";
import { pause } from "../pause.ts";
import { latestRevision } from "../queries/revision.ts";
import { rowsOf } from "../rows.ts";
import { revision, revisionSeries, series } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { storedStretches, wholeSeries } from "../stored-stretches.ts";
import { changedRows } from "./history.ts";
import { storedTables } from "./stored-rows.ts";
import { undoneIn } from "./undone.ts";
import { citedSources, seriesInUse } from "./usage.ts";

/**
 * The dry run of a roll-back: what it would restore, and what it would leave alone because a later revision changed
 * it, at the newest revision. Stores nothing.
 *
 * What a later upload found unchanged it did not store, so the roll-back takes it back too.
 *
 * Errors: `no-such-revision`, also when the revision did not touch the series.
 */
export async function planRollBack(
  db: Db,
  scope: RollBackScope,
  signal?: AbortSignal,
): Promise<Result<RollBackPlan, NothingToUndo>> {
  const [undone] = await db.select().from(revision).where(eq(revision.number, scope.revision));
  const touched = await touchedSeries(db, scope);
  const changes = await rowChanges(db, scope);
  if (!undone || (scope.series !== undefined && touched.length + changes.length === 0)) {
    return err({ kind: "no-such-revision", scope });
  }
  const base = (await latestRevision(db))?.number ?? 0;
  const plans: SeriesPlan[] = [];
  for (const one of touched) plans.push(await planSeries(db, one, scope.revision, base, signal));
  const usage = {
    seriesInUse: await seriesInUse(db, scope, changes, plans),
    citedSources: await citedSources(db, addedSources(changes)),
  };
  const rows = undoRows(changes, await storedTables(db), usage);
  return ok({ scope, base, counts: totalOf(plans), series: plans, rows });
}

/** A (period, vintage) of a roll-back: what it says now, and what it would say; `null` where nothing. */
export interface RestoredValue {
  readonly period: string;
  readonly vintage: string;
  readonly now: string | null;
  readonly then: string | null;
  /** Whether something is said at all; a void vintage says nothing. */
  readonly isVoidThen: boolean;
  /** The revision that changed it last. */
  readonly changedBy: number;
}

/** What a planned roll-back restores of one series, or what it leaves alone, in calendar order. */
export async function restoredValues(
  db: Db,
  { scope, base }: Pick<RollBackPlan, "scope" | "base">,
  code: string,
  which: "restored" | "left-alone",
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<RestoredValue[]> {
  const [found] = await touchedSeries(db, { ...scope, series: code });
  if (!found) return [];
  const isWanted = which === "restored" ? sql`restored is not null` : sql`restored is null`;
  return rowsOf<RestoredValue>(
    db,
    sql`select period, vintage::text as vintage, is_value::text as now, value::text as then,
        was_void as "isVoidThen", changed_by::int as "changedBy"
      from (${undoneIn(wholeSeries(found.id), scope.revision, base)}) undone
      where ${isWanted}
      order by period_start, period, undone.vintage offset ${offset} limit ${limit}`,
  );
}

async function planSeries(
  db: Db,
  { id, code }: TouchedSeries,
  undone: number,
  base: number,
  signal: AbortSignal | undefined,
): Promise<SeriesPlan> {
  const counts: RestoredCounts[] = [];
  const ofKind = (kind: string) => sql`count(*) filter (where restored = ${kind})::int`;
  for await (const stretch of storedStretches(db, id)) {
    counts.push(
      ...(await rowsOf<RestoredCounts>(
        db,
        sql`select ${ofKind("added")} as added, ${ofKind("revised")} as revised, ${ofKind("withdrawn")} as withdrawn,
            count(*) filter (where restored is null)::int as "leftAlone"
          from (${undoneIn(stretch, undone, base)}) undone`,
      )),
    );
    await pause(signal);
  }
  return { code, ...totalOf(counts) };
}

function totalOf(counts: readonly RestoredCounts[]): RestoredCounts {
  const sum = (count: (one: RestoredCounts) => number) =>
    counts.reduce((total, one) => total + count(one), 0);
  return {
    added: sum((one) => one.added),
    revised: sum((one) => one.revised),
    withdrawn: sum((one) => one.withdrawn),
    leftAlone: sum((one) => one.leftAlone),
  };
}

/** A series that a revision stored rows of. */
interface TouchedSeries {
  readonly id: number;
  readonly code: string;
}

/** The series that a revision stored rows of, or the one asked for. */
export function touchedSeries(db: Db, scope: RollBackScope): Promise<TouchedSeries[]> {
  return db
    .select({ id: series.id, code: series.code })
    .from(revisionSeries)
    .innerJoin(series, eq(series.id, revisionSeries.seriesId))
    .where(
      and(
        eq(revisionSeries.revision, scope.revision),
        scope.series === undefined ? undefined : eq(series.code, scope.series),
      ),
    )
    .orderBy(asc(series.id));
}

async function rowChanges(db: Db, scope: RollBackScope): Promise<RowChange[]> {
  const changes = await changedRows(db, scope.revision);
  if (scope.series === undefined) return changes;
  return changes.filter(({ table, key }) => table === "series" && key === scope.series);
}

function addedSources(changes: readonly RowChange[]): string[] {
  return changes.filter(({ table, before }) => table === "sources" && before === null).map(({ key }) => key);
}

type SeriesPlan = RollBackPlan["series"][number];
