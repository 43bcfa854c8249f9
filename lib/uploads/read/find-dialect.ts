import {
  DELIMITER_WORDS,
  DELIMITERS,
  type Delimiter,
  type Dialect,
  type LineEnd,
  type Quote,
} from "./dialect.ts";
import type { Finding } from "./row.ts";
import { createTokenizer } from "./tokenizer.ts";

/** How a text file seems to be cut, each part with its reason. */
export interface DialectFound {
  readonly delimiter: Finding<Delimiter>;
  readonly quote: Finding<Quote>;
  readonly lineEnd: Finding<LineEnd>;
}

const SAMPLE_ROWS = 100;
/** From the likeliest to hold a table down, when two cut the rows alike: commas also stand in text and numbers. */
const BY_TRUST: readonly Delimiter[] = ["\t", ";", "|", ","];

/** Finds the dialect by the first text of a file. */
export function findDialect(head: string): DialectFound {
  const lineEnd = findLineEnd(head);
  const quote = findQuote(head);
  return { delimiter: findDelimiter(head, { quote: quote.value, lineEnd: lineEnd.value }), quote, lineEnd };
}

function findLineEnd(head: string): Finding<LineEnd> {
  const both = matches(head, /\r\n/g);
  const lf = matches(head, /\n/g) - both;
  const cr = matches(head.replace(/\r$/, ""), /\r/g) - both;
  if (cr > 0 && lf + both === 0) return { value: "cr", because: `${cr} carriage returns and no line feed` };
  if (cr > (lf + both) / 10) {
    return { value: "any", because: `${cr} carriage returns alone beside ${lf + both} line feeds` };
  }
  if (lf + both === 0) return { value: "any", because: "there is no line end among the first characters" };
  const ends = both >= lf ? `${both} carriage returns with line feeds` : `${lf} line feeds`;
  return {
    value: "lf",
    because: lf > 0 && both > 0 ? `${ends}, and ${Math.min(lf, both)} of the other kind` : ends,
  };
}

function findQuote(head: string): Finding<Quote> {
  const doubles = openings(head, '"');
  const singles = openings(head, "'");
  if (singles > doubles && singles === closings(head, "'")) {
    return { value: "'", because: `${singles} cells begin and end with '` };
  }
  const seen = doubles === 1 ? "1 cell begins" : `${doubles === 0 ? "no" : doubles} cells begin`;
  return { value: '"', because: `${seen} with "${doubles === 0 ? ", the usual mark" : ""}` };
}

function openings(head: string, mark: string): number {
  return matches(head, new RegExp(`(?:^|[,;\\t|\\r\\n])${mark}`, "g"));
}

function closings(head: string, mark: string): number {
  return matches(head, new RegExp(`${mark}(?=[,;\\t|\\r\\n]|$)`, "g"));
}

interface Cut {
  readonly delimiter: Delimiter;
  readonly width: number;
  /** Rows of that width, and all rows. */
  readonly alike: number;
  readonly rows: number;
}

function findDelimiter(head: string, rest: Omit<Dialect, "delimiter">): Finding<Delimiter> {
  const stated = /^sep=([,;|\t])\r?\n/i.exec(head)?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === stated);
  if (known) return { value: known, because: `the first line says sep=${stated}` };

  const cuts = BY_TRUST.map((delimiter) => cutBy(head, { ...rest, delimiter })).filter(
    ({ width }) => width > 1,
  );
  const [best] = cuts.toSorted((a, b) => b.alike / b.rows - a.alike / a.rows || b.width - a.width);
  if (!best) return { value: ",", because: "no delimiter cuts the rows alike, so each row is one cell" };
  const { delimiter, width, alike, rows } = best;
  return {
    value: delimiter,
    because: `${alike} of the first ${rows} rows have ${width} cells by ${DELIMITER_WORDS[delimiter]}`,
  };
}

/** The sample is cut without limits of its own: it is no longer than the head of the file. */
const FREE = {
  rows: Number.POSITIVE_INFINITY,
  columns: Number.POSITIVE_INFINITY,
  cellLength: Number.POSITIVE_INFINITY,
};

function cutBy(head: string, dialect: Dialect): Cut {
  const tokenizer = createTokenizer(dialect, FREE);
  tokenizer.push(head);
  // Only a head without a single whole row is cut at its end, which may be the middle of a row.
  if (tokenizer.taken.rows.length === 0) tokenizer.end();
  const widths = tokenizer.taken.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, alike] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  return { delimiter: dialect.delimiter, width, alike, rows: widths.length };
}

function matches(text: string, form: RegExp): number {
  return text.match(form)?.length ?? 0;
}
