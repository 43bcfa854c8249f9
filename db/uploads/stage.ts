import { type SQL, sql } from "drizzle-orm";
import { firstDay } from "../../lib/periods/period.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import type { NoOpenUpload, Superseded } from "../../lib/uploads/refusal.ts";
import { MOST_DIGITS, type StagedObservation, type UploadProblem } from "../../lib/uploads/staged.ts";
import { analyze } from "../analyze.ts";
import { arrayParameter } from "../array-parameter.ts";
import { pause } from "../pause.ts";
import { stagedObservation, stagedProblem, stagedSeries, type upload } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { type Attempt, beginAttempt, inAttempt, whileCurrent } from "./attempt.ts";
import { clearStaged } from "./clear.ts";

/** What was read of some rows of a file: the values that can be stored, and what is wrong with the others. */
export interface StagedBatch {
  readonly observations: readonly StagedObservation[];
  readonly problems: readonly UploadProblem[];
}

/** How far long work is; `total` is null while it is not known. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
}

export interface Working {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

interface StageOptions extends Working {
  readonly rowsTotal?: number | null;
  readonly rowsLeftOut?: number;
}

/** What is staged. */
export interface Staged {
  readonly rows: number;
  readonly series: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Some forty milliseconds of the embedded database. */
const ROWS_PER_STATEMENT = 2_000;

/**
 * Stages what was read of an upload's file, in place of whatever was staged before. Rows go in by short statements
 * with a pause after each, so memory does not grow with the file and the server goes on answering.
 *
 * An error keeps its row out: reading is not to give the value of a cell with an error, and if it does, comparing
 * leaves out a value whose (row, column) has an error, and all values of a row with an error in a column that no
 * value came from.
 *
 * `rowsTotal`: how many rows the file is known to have; `rowsLeftOut`: how many of them the editor left out. A signal
 * that is aborted stops it with the signal's reason and leaves the upload `staging`. Errors: `no-open-upload`;
 * `superseded`.
 */
export async function stageUpload(
  db: Db,
  id: string,
  batches: AsyncIterable<StagedBatch> | Iterable<StagedBatch>,
  { rowsTotal = null, rowsLeftOut = 0, ...working }: StageOptions = {},
): Promise<Result<Staged, NoOpenUpload | Superseded>> {
  const attempt = await beginAttempt(db, id, {
    state: "staging",
    rowsStaged: 0,
    rowsTotal,
    rowsLeftOut,
    errors: 0,
    warnings: 0,
    valueColumns: [],
    citedSources: [],
    base: null,
    summary: null,
  });
  if (!attempt) return err({ kind: "no-open-upload", id });
  return whileCurrent(attempt, async () => {
    await clearStaged(db, attempt.number, "staged", working);
    return ok(await stageRows(db, attempt, batches, rowsTotal, working));
  });
}

/** Stages rows under an attempt that has begun, for an upload that holds none. */
export async function stageRows(
  db: Db,
  attempt: Attempt,
  batches: AsyncIterable<StagedBatch> | Iterable<StagedBatch>,
  rowsTotal: number | null,
  { signal, onProgress }: Working,
): Promise<Staged> {
  const tally = new Tally();
  for await (const batch of inStatements(batches)) {
    const problems = [...batch.problems, ...batch.observations.flatMap(tooLong)];
    const observations = batch.observations.filter((row) => tooLong(row).length === 0);
    const first = tally.rows;
    tally.take(observations, problems);
    await inAttempt(db, attempt, { rowsStaged: tally.rows }, async (transaction) => {
      if (observations.length > 0) {
        await transaction.execute(insertObservations(attempt.number, observations, first, tally));
      }
      if (problems.length > 0) await transaction.execute(insertProblems(attempt.number, problems));
    });
    onProgress?.({ done: tally.rows, total: rowsTotal });
    await pause(signal);
  }
  await inAttempt(db, attempt, { state: "staged", ...tally.ofUpload() }, async (transaction) => {
    for (const series of tally.ofSeries(attempt.number))
      await transaction.insert(stagedSeries).values(series);
    if (tally.rows > 0) await analyze(transaction, sql`${stagedObservation} (upload, series)`);
  });
  return tally.staged();
}

/** What has been staged so far, by what the upload's own row has to say. */
class Tally {
  rows = 0;
  #errors = 0;
  #warnings = 0;
  readonly #series = new Map<string, { number: number; rows: number }>();
  readonly #columns = new Set<string>();
  readonly #sources = new Set<string>();

  take(observations: readonly StagedObservation[], problems: readonly UploadProblem[]): void {
    this.rows += observations.length;
    for (const { series, column, source } of observations) {
      const known = this.#series.get(series);
      if (known) known.rows += 1;
      else this.#series.set(series, { number: this.#series.size, rows: 1 });
      this.#columns.add(storable(column));
      if (source !== null) this.#sources.add(storable(source));
    }
    const errors = problems.filter(({ severity }) => severity === "error").length;
    this.#errors += errors;
    this.#warnings += problems.length - errors;
  }

  seriesNumber(code: string): number | undefined {
    return this.#series.get(code)?.number;
  }

  ofUpload(): Partial<typeof upload.$inferInsert> {
    return {
      rowsStaged: this.rows,
      errors: this.#errors,
      warnings: this.#warnings,
      valueColumns: [...this.#columns],
      citedSources: [...this.#sources],
    };
  }

  *ofSeries(number: number): Generator<(typeof stagedSeries.$inferInsert)[]> {
    const rows = [...this.#series].map(([code, known]) => ({ upload: number, code, ...known }));
    for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT)
      yield rows.slice(at, at + ROWS_PER_STATEMENT);
  }

  staged(): Staged {
    return { rows: this.rows, series: this.#series.size, errors: this.#errors, warnings: this.#warnings };
  }
}

/** The same batches, none larger than a statement. */
async function* inStatements(
  batches: AsyncIterable<StagedBatch> | Iterable<StagedBatch>,
): AsyncGenerator<StagedBatch> {
  for await (const { observations, problems } of batches) {
    const most = Math.max(observations.length, problems.length);
    for (let at = 0; at < most; at += ROWS_PER_STATEMENT) {
      const end = at + ROWS_PER_STATEMENT;
      yield { observations: observations.slice(at, end), problems: problems.slice(at, end) };
    }
  }
}

/** One statement for many rows: columns as arrays, which both drivers take, in text that PostgreSQL reads itself. */
function insertObservations(
  number: number,
  rows: readonly StagedObservation[],
  first: number,
  tally: Tally,
): SQL {
  return sql`insert into ${stagedObservation} (
      upload, position, series, period_start, period, vintage, value, cell, status, source, note, "row", column_name)
    select ${number}::int, ${first}::int + place::int - 1, series, period_start::date, period, vintage::date,
      value::numeric, cell, status, source, note, "row", column_name
    from unnest(
      ${arrayParameter(rows.map(({ series }) => tally.seriesNumber(series)))}::int[],
      ${arrayParameter(rows.map(({ period }) => firstDay(period)))}::text[],
      ${arrayParameter(rows.map(({ period }) => period))}::text[],
      ${arrayParameter(rows.map(({ vintage }) => vintage))}::text[],
      ${arrayParameter(rows.map(({ value }) => value))}::text[],
      ${arrayParameter(rows.map(({ cell }) => storable(cell)))}::text[],
      ${arrayParameter(rows.map(({ status }) => status))}::text[],
      ${arrayParameter(rows.map(({ source }) => storable(source)))}::text[],
      ${arrayParameter(rows.map(({ note }) => storable(note)))}::text[],
      ${arrayParameter(rows.map(({ row }) => row))}::int[],
      ${arrayParameter(rows.map(({ column }) => storable(column)))}::text[]
    ) with ordinality as staged(
      series, period_start, period, vintage, value, cell, status, source, note, "row", column_name, place)`;
}

function insertProblems(number: number, rows: readonly UploadProblem[]): SQL {
  return sql`insert into ${stagedProblem} (
      upload, "row", severity, column_name, value, rule, remedy, found_by)
    select ${number}::int, "row", severity, column_name, value, rule, remedy, 'reading'
    from unnest(
      ${arrayParameter(rows.map(({ row }) => row ?? 0))}::int[],
      ${arrayParameter(rows.map(({ severity }) => severity))}::text[],
      ${arrayParameter(rows.map(({ column }) => storable(column)))}::text[],
      ${arrayParameter(rows.map(({ value }) => storable(value)))}::text[],
      ${arrayParameter(rows.map(({ rule }) => rule))}::text[],
      ${arrayParameter(rows.map(({ remedy }) => storable(remedy)))}::text[]
    ) with ordinality as staged("row", severity, column_name, value, rule, remedy, place)
    order by place`;
}

/** PostgreSQL keeps every character but this one, which stands in files that are no text. */
function storable<Text extends string | null>(text: Text): Text {
  return (text === null ? null : text.replaceAll("\0", "\uFFFD")) as Text;
}

/** A number may have as many digits as a cell holds; the store has an end to them. */
function tooLong({ row, column, value, cell }: StagedObservation): UploadProblem[] {
  if (value === null || value.length <= MOST_DIGITS) return [];
  const remedy = `write at most ${MOST_DIGITS} digits`;
  return [{ severity: "error", row, column, value: cell ?? value, rule: "length", remedy }];
}
