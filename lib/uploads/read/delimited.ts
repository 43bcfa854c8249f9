import { err, ok, type Result } from "../../result.ts";
import { type ReadControl, startWatch } from "./control.ts";
import type { Dialect, Encoding } from "./dialect.ts";
import { createDecoder } from "./encoding.ts";
import type { ReadRefusal } from "./refusal.ts";
import { BATCH_ROWS, type Row, type RowBatch } from "./row.ts";
import { createTokenizer } from "./tokenizer.ts";
import { pieces, type UploadFile } from "./upload-file.ts";

/** How a text file is read, every choice made. */
export interface DelimitedReading extends Dialect {
  readonly encoding: Encoding;
}

/**
 * One pass over a text file: its rows from the first, in batches, in memory that does not grow with the file. Ends with
 * the last row or with a refusal, of which `empty` is one.
 */
export async function* delimitedRows(
  file: UploadFile,
  { encoding, ...dialect }: DelimitedReading,
  control: ReadControl,
): AsyncGenerator<Result<RowBatch, ReadRefusal>> {
  const watch = startWatch(control);
  const decoder = createDecoder(encoding);
  const tokenizer = createTokenizer(dialect, control.limits);
  let lastRow: number | null = null;

  const take = (): RowBatch => {
    const { rows, problems } = tokenizer.taken;
    const batch = { rows: rows.splice(0).filter(isNotSeparatorLine), problems: problems.splice(0) };
    lastRow = batch.rows.at(-1)?.row ?? lastRow;
    return { ...batch, bytes: watch.bytes };
  };

  for await (const piece of pieces(file, watch)) {
    if (!piece.ok) return yield piece;
    const text = decoder.next(piece.value);
    if (text === null) return yield err({ kind: "encoding-unreadable", encoding, row: tokenizer.row() });
    const refusal = tokenizer.push(text);
    if (refusal) return yield err(refusal);
    if (tokenizer.taken.rows.length >= BATCH_ROWS) yield ok(take());
    await watch.pause();
  }
  const text = decoder.end();
  if (text === null) return yield err({ kind: "encoding-unreadable", encoding, row: tokenizer.row() });
  const refusal = tokenizer.push(text) ?? tokenizer.end();
  if (refusal) return yield err(refusal);
  const last = take();
  if (last.rows.length + last.problems.length > 0) yield ok(last);
  if (lastRow === null) yield err({ kind: "empty" });
}

/** Excel reads a first line of `sep=;` as a statement of the delimiter, and so do we. */
function isNotSeparatorLine({ row, cells }: Row): boolean {
  return row > 1 || cells.length !== 2 || cells[0]?.toLowerCase() !== "sep=" || cells[1] !== "";
}
