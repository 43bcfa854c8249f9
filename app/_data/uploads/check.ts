import "server-only";
import type { Db } from "../../../db/store.ts";
import { endAttempt, noteFailure } from "../../../db/uploads/attempt.ts";
import { compareUpload } from "../../../db/uploads/compare.ts";
import { type StagedBatch, stageUpload } from "../../../db/uploads/stage.ts";
import { findUpload, type Upload } from "../../../db/uploads/uploads.ts";
import type { Plan } from "../../../lib/ingestion/plan.ts";
import { type Problem, RULES } from "../../../lib/ingestion/problem.ts";
import { ok, type Result } from "../../../lib/result.ts";
import type { MissingPolicy } from "../../../lib/uploads/comparison.ts";
import type { ReadRefusal } from "../../../lib/uploads/read/refusal.ts";
import type { UploadSettings } from "../../../lib/uploads/settings.ts";
import { stageTable } from "../../../lib/uploads/stage.ts";
import type { StagedObservation, UploadProblem } from "../../../lib/uploads/staged.ts";
import type { UploadFailure } from "../../../lib/uploads/upload.ts";
import { watchFixes } from "../../../lib/uploads/watch-fixes.ts";
import { today } from "../clock.ts";
import { logFailure } from "../failure.ts";
import { store } from "../store.ts";
import { planBrought } from "./brought.ts";
import { uploadGround } from "./context.ts";
import { CANCELLED, readFailure } from "./failure-words.ts";
import { openKept, readKept } from "./kept-reading.ts";
import { readControl } from "./limits.ts";
import { settingsOf } from "./settings.ts";
import { type Task, workOn } from "./work.ts";

/** How long whoever asks for work waits for its end before they are shown how far it is. */
export const PATIENCE = 1_500;

/**
 * Reads, maps and checks the file of an upload by its settings, stages it, and compares it with the store: all that a
 * dry run is. The work goes on in this process when it takes longer than `patience` milliseconds; what ends it without
 * a result is kept with the upload.
 */
export async function checkUpload(id: string, patience = PATIENCE): Promise<void> {
  await workOn(id, "reading", (task) => untilEnd(id, task, stageAndCompare), patience);
}

/**
 * Compares what is staged with the store anew: as it is now, and by the settings as they are now. `because`: what the
 * editor is told with the result, where they did not ask for it.
 */
export async function compareAgain(
  id: string,
  { patience = PATIENCE, because }: { readonly patience?: number; readonly because?: UploadFailure } = {},
): Promise<void> {
  const run = async (db: Db, upload: Upload, task: Task) => {
    await compare(db, upload, task);
    if (because) await noteFailure(db, id, because);
  };
  await workOn(id, "comparing", (task) => untilEnd(id, task, run), patience);
}

async function untilEnd(
  id: string,
  task: Task,
  run: (db: Db, upload: Upload, task: Task) => Promise<void>,
): Promise<void> {
  const { db } = await store();
  const upload = await findUpload(db, id);
  if (upload === null) return;
  try {
    await run(db, upload, task);
  } catch (error) {
    if (error instanceof ReadStopped) await endAttempt(db, id, readFailure(error.refusal));
    else if (task.signal.aborted) await endAttempt(db, id, CANCELLED);
    else {
      const logged = logFailure(`checking the upload ${id}`, error);
      const remedy = `try again; the server’s log has the reason under ${logged}`;
      await endAttempt(db, id, { says: "Something went wrong on the server", remedy, limit: null });
    }
  }
}

async function stageAndCompare(db: Db, upload: Upload, task: Task): Promise<void> {
  const settings = settingsOf(upload);
  const content = await contentOf(upload, settings, task.signal);
  if (!content.ok) throw new ReadStopped(content.error);
  const { batches, ...rows } = content.value;
  const staged = await stageUpload(db, upload.id, batches, { ...rows, ...task.during("reading") });
  if (staged.ok) await compare(db, upload, task);
}

async function compare(db: Db, upload: Upload, task: Task): Promise<void> {
  const settings = settingsOf(upload);
  const working = task.during("comparing");
  const brought = await planBrought(upload, settings);
  const newSeries = brought.ok ? brought.value.series.added : [];
  await compareUpload(db, upload.id, { missing: missingPolicy(settings), newSeries, ...working });
}

/** Values that the file lacks are withdrawn as of the day its values became known. */
function missingPolicy({ missingRows, defaults }: UploadSettings): MissingPolicy {
  return missingRows === "keep"
    ? { kind: "keep" }
    : { kind: "withdraw", vintage: defaults.vintage ?? today() };
}

interface Content {
  readonly batches: AsyncIterable<StagedBatch> | Iterable<StagedBatch>;
  readonly rowsTotal: number | null;
  readonly rowsLeftOut: number;
}

async function contentOf(
  upload: Upload,
  settings: UploadSettings,
  signal: AbortSignal,
): Promise<Result<Content, ReadRefusal>> {
  const reading = await readKept(upload, settings);
  if (!reading.ok) return reading;
  const opened = await openKept(upload, settings.reading, readControl(signal));
  if (!opened.ok) return opened;
  if (opened.value.kind === "package") {
    const planned = await planBrought(upload, settings);
    return ok({
      batches: batchesOfPackage(planned, settings),
      rowsTotal: planned.ok ? planned.value.observations.length : null,
      rowsLeftOut: 0,
    });
  }
  const rowsTotal = reading.value.kind === "table" ? reading.value.survey.rows : null;
  const batches = stageTable(opened.value, settings, await uploadGround(settings));
  const rowsLeftOut = new Set(settings.leftOut).size;
  return ok({ batches: untilRefused(batches), rowsTotal, rowsLeftOut });
}

async function* untilRefused(
  batches: AsyncIterable<Result<StagedBatch, ReadRefusal>>,
): AsyncGenerator<StagedBatch> {
  for await (const batch of batches) {
    if (!batch.ok) throw new ReadStopped(batch.error);
    yield batch.value;
  }
}

const ROWS_PER_BATCH = 2_000;

/** The values of a sound package, or the problems of another: they are about the whole file, so none of it is stored. */
function* batchesOfPackage(
  planned: Result<Plan, readonly Problem[]>,
  settings: UploadSettings,
): Generator<StagedBatch> {
  // A package is mended where it was made: it has no rows that could be changed here.
  const unused = watchFixes(settings).unused([]);
  if (!planned.ok) {
    yield { observations: [], problems: [...planned.error.map(packageProblem), ...unused] };
    return;
  }
  if (unused.length > 0) yield { observations: [], problems: unused };
  const { observations } = planned.value;
  for (let at = 0; at < observations.length; at += ROWS_PER_BATCH) {
    const rows = observations
      .slice(at, at + ROWS_PER_BATCH)
      .map((row, index): StagedObservation => ({ ...row, row: at + index + 1, column: "value", cell: null }));
    yield { observations: rows, problems: [] };
  }
}

function packageProblem({ resource, row, column, value, rule, remedy }: Problem): UploadProblem {
  const place = [resource, ...(row === null ? [] : [`row ${row}`]), ...(column === null ? [] : [column])];
  const says = `it ${RULES[rule]}: ${remedy}`;
  return { severity: "error", row: null, column: place.join(", "), value, rule: "package", remedy: says };
}

/** The reading of a file was refused on the way. */
class ReadStopped extends Error {
  override readonly name = "ReadStopped";
  readonly refusal: ReadRefusal;
  constructor(refusal: ReadRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
