import { ok, type Result } from "../result.ts";
import type { UploadContext } from "./check/upload-series.ts";
import { HEADER_SAMPLE } from "./map/find-header.ts";
import { createMapper, type MappedRows, type Mapper } from "./map/mapper.ts";
import { headerOf, namesOf } from "./map/survey.ts";
import type { OpenTable } from "./read/open-upload.ts";
import type { ReadRefusal } from "./read/refusal.ts";
import type { Row } from "./read/row.ts";
import type { UploadSettings } from "./settings.ts";
import type { UploadProblem } from "./staged.ts";
import { watchFixes } from "./watch-fixes.ts";

/** What comes of some rows of a file, in its order. */
export interface StagedBatch extends MappedRows {
  /** Rows read for it, those above the table and those left out included. */
  readonly rows: number;
  /** Bytes of the file read so far, for a progress bar. */
  readonly bytes: number;
}

/**
 * Reads, maps and checks a file in one pass, batch by batch, in memory that does not grow with it. A pure function of
 * file, settings and context: a dry run, a restart and a commit stage the same. What concerns the whole file comes with
 * the first batch, but for what the editor changed in rows or columns that are not there: that comes last. Ends with
 * the last row or with a refusal of the reading.
 *
 * Keys that come twice, and what the store holds already, are not looked at here.
 */
export async function* stageTable(
  table: OpenTable,
  settings: UploadSettings,
  context: UploadContext,
): AsyncGenerator<Result<StagedBatch, ReadRefusal>> {
  const head: Row[] = [];
  const ofFile: UploadProblem[] = [...table.notes];
  const fixes = watchFixes(settings);
  let names: readonly string[] = [];
  let mapper: Mapper | null = null;
  let bytes = 0;

  const open = (): Mapper => {
    const { value } = headerOf(head, settings.reading.header);
    names = namesOf(head, value);
    const made = createMapper({ ...value, names }, settings, context);
    ofFile.push(...made.problems);
    return made;
  };
  const batchOf = (mapped: MappedRows, rows: number, problems: readonly UploadProblem[]): StagedBatch => ({
    observations: mapped.observations,
    problems: [...ofFile.splice(0), ...problems, ...mapped.problems],
    rows,
    bytes,
  });

  for await (const batch of table.rows()) {
    if (!batch.ok) return yield batch;
    const { rows, problems } = batch.value;
    bytes = batch.value.bytes;
    fixes.see(rows);
    if (mapper) {
      yield ok(batchOf(mapper.map(rows), rows.length, problems));
      continue;
    }
    head.push(...rows);
    ofFile.push(...problems);
    if (head.length < HEADER_SAMPLE) continue;
    mapper = open();
    yield ok(batchOf(mapper.map(head), head.length, []));
  }
  if (!mapper) yield ok(batchOf(open().map(head), head.length, []));
  const unused = fixes.unused(names);
  if (unused.length > 0) yield ok(batchOf(NO_ROWS, 0, unused));
}

const NO_ROWS: MappedRows = { observations: [], problems: [] };
