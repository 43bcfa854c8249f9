import { and, eq, type SQL, sql } from "drizzle-orm";
import type { SeriesRow } from "../../lib/ingestion/tables.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import {
  type ChangeCounts,
  type MissingPolicy,
  NO_CHANGES,
  type Thresholds,
  totalOf,
  USUAL_THRESHOLDS,
} from "../../lib/uploads/comparison.ts";
import type { NoOpenUpload, NotStaged, Superseded } from "../../lib/uploads/refusal.ts";
import { analyze } from "../analyze.ts";
import { arrayParameter } from "../array-parameter.ts";
import { pause } from "../pause.ts";
import { latestRevision } from "../queries/revision.ts";
import { rowsOf } from "../rows.ts";
import {
  series,
  stagedChange,
  stagedObservation,
  stagedProblem,
  stagedSeries,
  upload,
} from "../schema/index.ts";
import type { Db } from "../store.ts";
import { type Attempt, beginAttempt, inAttempt, whileCurrent } from "./attempt.ts";
import { clearComparison } from "./clear.ts";
import { compareStretch, type StretchOutcome, type Terms } from "./comparison.ts";
import { median } from "./median.ts";
import { missingRows } from "./missing.ts";
import type { Working } from "./stage.ts";
import { stretches } from "./stretches.ts";
import { isOpen } from "./uploads.ts";

/** The dry run of a commit: what it would store, against which revision. */
export interface Comparison {
  readonly base: number;
  readonly counts: ChangeCounts;
  readonly errors: number;
  readonly warnings: number;
}

export interface CompareOptions extends Working {
  readonly thresholds?: Thresholds;
  /** What becomes of stored values that the file lacks; kept, unless the editor chose otherwise. */
  readonly missing?: MissingPolicy;
  /** The series that the upload brings, which the store lacks. */
  readonly newSeries?: readonly Pick<SeriesRow, "code" | "measure" | "frequency">[];
}

/**
 * Compares all that is staged of an upload with the store at its newest revision, and keeps what would change and what
 * looks wrong, in place of any earlier comparison: what `changesOf` shows and `commitUpload` stores. See
 * `compareStretch` for what a change is.
 *
 * The work is done in short statements with a pause after each. A signal that is aborted stops it with the signal's
 * reason, and the upload is then not compared. Errors: `no-open-upload`; `not-staged`; `superseded`.
 */
export async function compareUpload(
  db: Db,
  id: string,
  options: CompareOptions = {},
): Promise<Result<Comparison, NoOpenUpload | NotStaged | Superseded>> {
  const [open] = await db.select({ state: upload.state }).from(upload).where(isOpen(id));
  if (!open) return err({ kind: "no-open-upload", id });
  if (open.state !== "staged") return err({ kind: "not-staged", id });
  const attempt = await beginAttempt(db, id, { base: null, summary: null, rowsCompared: 0 });
  if (!attempt) return err({ kind: "no-open-upload", id });
  return whileCurrent(attempt, async () => {
    await clearComparison(db, attempt.number, options);
    const base = (await latestRevision(db))?.number ?? 0;
    return ok(await compareRows(db, attempt, base, options));
  });
}

/** Compares what is staged with the store as at revision `base`, under an attempt that has begun. */
export async function compareRows(
  db: Db,
  attempt: Attempt,
  base: number,
  { thresholds = USUAL_THRESHOLDS, missing = { kind: "keep" }, newSeries = [], ...working }: CompareOptions,
): Promise<Comparison> {
  const { signal, onProgress } = working;
  const bySeries = await lookUpSeries(db, attempt, base, newSeries, signal);
  const terms = { base, thresholds, valueColumns: await columnsIfErrors(db, attempt) };
  const total = [...bySeries.values()].reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for await (const stretch of stretches(db, stagedObservation, attempt.number)) {
    const [outcome] = await inAttempt(db, attempt, { rowsCompared: done }, (transaction) =>
      rowsOf<StretchOutcome>(transaction, compareStretch(stretch, terms)),
    );
    for (const counted of outcome?.series ?? []) {
      const known = bySeries.get(counted.number);
      if (!known) continue;
      known.counts = totalOf([known.counts, { ...counted, missing: 0 }]);
      known.moved += counted.moved;
      done += counted.added + counted.revised + counted.withdrawn + counted.unchanged;
    }
    onProgress?.({ done, total });
    await pause(signal);
  }
  for (const [number, known] of bySeries) {
    if (known.seriesId === null) continue;
    const of = { upload: attempt.number, series: number, seriesId: known.seriesId, base };
    for await (const found of missingRows(db, attempt, of, missing, signal)) {
      known.counts = totalOf([known.counts, { ...NO_CHANGES, ...found }]);
    }
  }
  return conclude(db, attempt, base, bySeries, missing.kind);
}

/** What is counted of one series while an upload is compared. */
interface SeriesTally {
  readonly rows: number;
  readonly seriesId: number | null;
  counts: ChangeCounts;
  moved: number;
}

/** Finds the staged series in the store, and the middle of the values it holds of each. */
async function lookUpSeries(
  db: Db,
  attempt: Attempt,
  base: number,
  newSeries: NonNullable<CompareOptions["newSeries"]>,
  signal: AbortSignal | undefined,
): Promise<Map<number, SeriesTally>> {
  const ofUpload = eq(stagedSeries.upload, attempt.number);
  const staged = await db
    .select({
      number: stagedSeries.number,
      code: stagedSeries.code,
      rows: stagedSeries.rows,
      seriesId: series.id,
      measure: series.measure,
      frequency: series.frequency,
    })
    .from(stagedSeries)
    .leftJoin(series, eq(series.code, stagedSeries.code))
    .where(ofUpload)
    .orderBy(stagedSeries.number);
  const brought = new Map(newSeries.map((row) => [row.code, row]));
  const found = staged.map(({ number, code, rows, seriesId, ...stored }) => {
    const { measure, frequency } = stored.measure === null ? (brought.get(code) ?? stored) : stored;
    return { number, rows, seriesId, isEven: measure !== null && measure !== "ratio" && frequency !== "I" };
  });
  await inAttempt(db, attempt, {}, (transaction) =>
    transaction.execute(sql`update ${stagedSeries} t set series_id = found.id, is_even = found.is_even::bool, median = null
      from unnest(
        ${arrayParameter(found.map(({ number }) => number))}::int[],
        ${arrayParameter(found.map(({ seriesId }) => seriesId))}::int[],
        ${arrayParameter(found.map(({ isEven }) => String(isEven)))}::text[]
      ) as found(number, id, is_even)
      where t.upload = ${attempt.number} and t.number = found.number`),
  );
  for (const { number, seriesId } of found) {
    if (seriesId === null) continue;
    await inAttempt(db, attempt, {}, (transaction) =>
      transaction
        .update(stagedSeries)
        .set({ median: median(seriesId, base) })
        .where(and(ofUpload, eq(stagedSeries.number, number))),
    );
    await pause(signal);
  }
  return new Map(
    found.map(({ number, rows, seriesId }) => [number, { rows, seriesId, counts: NO_CHANGES, moved: 0 }]),
  );
}

async function columnsIfErrors(db: Db, { number }: Attempt): Promise<Terms["valueColumns"]> {
  const [found] = await db
    .select({ errors: upload.errors, valueColumns: upload.valueColumns })
    .from(upload)
    .where(eq(upload.number, number));
  return found && found.errors > 0 ? found.valueColumns : null;
}

/** Keeps the counts, of each series and of all, and with them that the upload is compared. */
async function conclude(
  db: Db,
  attempt: Attempt,
  base: number,
  bySeries: ReadonlyMap<number, SeriesTally>,
  missingAre: MissingPolicy["kind"],
): Promise<Comparison> {
  const counts = totalOf([...bySeries.values()].map((known) => known.counts));
  const ofUpload = eq(stagedProblem.upload, attempt.number);
  const problems = await db.$count(stagedProblem, ofUpload);
  const errors = await db.$count(stagedProblem, and(ofUpload, eq(stagedProblem.severity, "error")));
  const concluded = { base, errors, warnings: problems - errors };
  await inAttempt(db, attempt, { ...concluded, summary: { ...counts, missingAre } }, async (transaction) => {
    await transaction.execute(countSeries(attempt, bySeries));
    await analyze(transaction, sql`${stagedChange} (upload, series)`);
  });
  return { ...concluded, counts };
}

function countSeries({ number }: Attempt, bySeries: ReadonlyMap<number, SeriesTally>): SQL {
  const tallies = [...bySeries];
  const each = (count: (tally: SeriesTally) => number) =>
    arrayParameter(tallies.map(([, tally]) => count(tally)));
  return sql`update ${stagedSeries} t
    set added = c.added, revised = c.revised, withdrawn = c.withdrawn, unchanged = c.unchanged,
      missing = c.missing, moved = c.moved
    from unnest(
      ${arrayParameter(tallies.map(([series]) => series))}::int[],
      ${each(({ counts }) => counts.added)}::int[],
      ${each(({ counts }) => counts.revised)}::int[],
      ${each(({ counts }) => counts.withdrawn)}::int[],
      ${each(({ counts }) => counts.unchanged)}::int[],
      ${each(({ counts }) => counts.missing)}::int[],
      ${each(({ moved }) => moved)}::int[]
    ) as c(number, added, revised, withdrawn, unchanged, missing, moved)
    where t.upload = ${number} and t.number = c.number`;
}
