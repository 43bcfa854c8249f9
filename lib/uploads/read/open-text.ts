import { err, ok, type Result } from "../../result.ts";
import type { ReadingChoices } from "../settings.ts";
import { type ReadControl, startWatch } from "./control.ts";
import { type DelimitedReading, delimitedRows } from "./delimited.ts";
import { createDecoder, createEncodingEvidence, type EncodingFound, findEncodingByHead } from "./encoding.ts";
import { type DialectFound, findDialect } from "./find-dialect.ts";
import type { ReadRefusal } from "./refusal.ts";
import type { Finding, RowBatch } from "./row.ts";
import { pieces, type UploadFile } from "./upload-file.ts";

/** A text file, with how it is read and what that rests on. */
export interface OpenText {
  readonly kind: "text";
  readonly encoding: EncodingFound;
  readonly dialect: DialectFound;
  /** One pass over all rows; may be asked for again. */
  rows(): AsyncGenerator<Result<RowBatch, ReadRefusal>>;
}

/**
 * Finds out how a text file is read: the encoding by all of its bytes, the rest by its first ones. The editor's choices
 * win; with an encoding chosen, only the first bytes are looked at.
 */
export async function openText(
  file: UploadFile,
  head: Uint8Array,
  choices: ReadingChoices,
  control: ReadControl,
): Promise<Result<OpenText, ReadRefusal>> {
  const found = await encodingOf(file, head, choices, control);
  if (!found.ok) return found;
  const encoding = found.value;
  const text = createDecoder(encoding.value).next(head);
  if (text === null) return err({ kind: "encoding-unreadable", encoding: encoding.value, row: null });
  const seen = findDialect(text);
  const dialect: DialectFound = {
    delimiter: chosen(choices.delimiter, seen.delimiter),
    quote: chosen(choices.quote, seen.quote),
    lineEnd: chosen(choices.lineEnd, seen.lineEnd),
  };
  const reading: DelimitedReading = {
    encoding: encoding.value,
    delimiter: dialect.delimiter.value,
    quote: dialect.quote.value,
    lineEnd: dialect.lineEnd.value,
  };
  return ok({ kind: "text", encoding, dialect, rows: () => delimitedRows(file, reading, control) });
}

async function encodingOf(
  file: UploadFile,
  head: Uint8Array,
  choices: ReadingChoices,
  control: ReadControl,
): Promise<Result<EncodingFound, ReadRefusal>> {
  const byHead = findEncodingByHead(head);
  if (choices.encoding !== null) {
    const hasByteOrderMark = byHead.ok && byHead.value?.hasByteOrderMark === true;
    return ok({ value: choices.encoding, because: CHOSEN, hasByteOrderMark });
  }
  if (!byHead.ok) return byHead;
  if (byHead.value !== null) return ok(byHead.value);
  const watch = startWatch(control);
  const evidence = createEncodingEvidence();
  for await (const piece of pieces(file, watch)) {
    if (!piece.ok) return piece;
    if (!evidence.add(piece.value)) break;
    await watch.pause();
  }
  return evidence.found();
}

const CHOSEN = "chosen by the editor";

function chosen<Value>(choice: Value | null, found: Finding<Value>): Finding<Value> {
  return choice === null ? found : { value: choice, because: CHOSEN };
}
