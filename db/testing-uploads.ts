import { Readable } from "node:stream";
import type { StoreMovedOn } from "../lib/ingestion/store.ts";
import type { Result } from "../lib/result.ts";
import type { CommitRefusal } from "../lib/uploads/refusal.ts";
import type { StagedObservation, UploadProblem } from "../lib/uploads/staged.ts";
import type { Db } from "./store.ts";
import { type CommitOptions, type CommitReceipt, commitUpload } from "./uploads/commit.ts";
import { type CompareOptions, type Comparison, compareUpload } from "./uploads/compare.ts";
import { keepFile } from "./uploads/file.ts";
import { stageUpload } from "./uploads/stage.ts";
import { createUpload } from "./uploads/uploads.ts";

/** A value as short as a test can say it: its period, its value, and what else matters. */
export type StagedValue = Partial<StagedObservation> & Pick<StagedObservation, "period" | "value">;

/** Staged rows of one series in the order given, from row 2 on, known since the last day of 2025. */
export function stagedRows(series: string, values: readonly StagedValue[]): StagedObservation[] {
  return values.map((value, index) => ({
    row: index + 2,
    column: "value",
    series,
    cell: null,
    vintage: "2025-12-31",
    status: "reported",
    source: null,
    note: null,
    ...value,
  }));
}

/** Stages rows and problems as a new upload, in batches of a few, and gives its id. */
export async function aStagedUpload(
  db: Db,
  observations: readonly StagedObservation[],
  problems: readonly UploadProblem[] = [],
  author = "ada",
): Promise<string> {
  const { id } = await createUpload(db, { author, fileName: "values.csv" });
  const batches = [{ observations: [], problems }];
  for (let at = 0; at < observations.length; at += 7) {
    batches.push({ observations: observations.slice(at, at + 7), problems: [] } as never);
  }
  granted(await stageUpload(db, id, batches));
  return id;
}

/** Stages rows, compares them and gives the upload's id with what came of it. */
export async function aComparedUpload(
  db: Db,
  observations: readonly StagedObservation[],
  options: CompareOptions & { readonly problems?: readonly UploadProblem[] } = {},
): Promise<{ id: string; comparison: Comparison }> {
  const id = await aStagedUpload(db, observations, options.problems);
  return { id, comparison: granted(await compareUpload(db, id, options)) };
}

/** Stages, compares and commits rows: an upload from beginning to end. */
export async function anUpload(
  db: Db,
  observations: readonly StagedObservation[],
  options: CompareOptions & Partial<CommitOptions> = {},
): Promise<CommitReceipt> {
  const { id } = await aComparedUpload(db, observations, options);
  return granted(await committed(db, id, options));
}

/** Commits a compared upload. */
export function committed(
  db: Db,
  id: string,
  options: Partial<CommitOptions> = {},
): Promise<Result<CommitReceipt, CommitRefusal | StoreMovedOn>> {
  return commitUpload(db, id, { author: "ada", message: "Values of the Bureau", ...options });
}

/** The value of a result that a test takes for granted. */
export function granted<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Uploads a file with one value of an annual series, whatever is in it, and gives the revision that it became. */
export async function anUploadOf(
  db: Db,
  { fileName, content, series }: { fileName: string; content: Uint8Array; series: string },
): Promise<number> {
  const { id } = await createUpload(db, { author: "ada", fileName });
  granted(await keepFile(db, id, Readable.from([content])));
  const observations = stagedRows(series, [{ period: "2024", value: "1" }]);
  granted(await stageUpload(db, id, [{ observations, problems: [] }]));
  granted(await compareUpload(db, id));
  return granted(await committed(db, id)).revision;
}
