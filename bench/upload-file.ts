import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const SERIES = 100;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1940, 0, 1);
const PIECE = 65_536;

/** The day on which all values became known. */
const VINTAGE = "2026-11-01";

/** The codes of the series of an upload; in a store they have the ids 1, 2, 3… */
export const CODES: readonly string[] = Array.from(
  { length: SERIES },
  (_, index) => `SERIES_${String(index).padStart(3, "0")}`,
);

/** Writes so many rows as a long CSV, as many days of each series, one series after the other. */
export function writeUpload(path: string, rows: number): Promise<void> {
  return write(path, uploadLines(rows));
}

/** Writes the same rows as a CSV of columns of `observation`, as COPY takes it; see `COPIED_COLUMNS`. */
export function writeCopy(path: string, rows: number): Promise<void> {
  return write(path, copyLines(rows));
}

export const COPIED_COLUMNS = "series_id, frequency, period_start, period, vintage, revision, value, status";

function* uploadLines(rows: number): Generator<string> {
  yield "series,period,value,vintage\n";
  for (const { series, day, value } of values(rows)) yield `${CODES[series]},${day},${value},${VINTAGE}\n`;
}

function* copyLines(rows: number): Generator<string> {
  for (const { series, day, value } of values(rows)) {
    yield `${series + 1},D,${day},${day},${VINTAGE},1,${value},reported\n`;
  }
}

function* values(rows: number) {
  const days = Array.from({ length: rows / SERIES }, (_, index) =>
    new Date(FIRST_DAY + index * DAY_MS).toISOString().slice(0, 10),
  );
  for (let series = 0; series < SERIES; series += 1) {
    for (const [index, day] of days.entries()) {
      yield { series, day, value: 500 + ((index * 7919) % 10_000) / 100 };
    }
  }
}

async function write(path: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(inPieces(lines)), createWriteStream(path));
}

function* inPieces(lines: Iterable<string>): Generator<string> {
  let text = "";
  for (const line of lines) {
    text += line;
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield text;
}
