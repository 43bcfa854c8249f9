/** The encodings of text files that are read; the names are those of `TextDecoder`. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Between the cells of a row. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Around cells that hold a delimiter, a line end or the mark itself, which is then doubled. */
export const QUOTES = ['"', "'", "none"] as const;
export type Quote = (typeof QUOTES)[number];

/**
 * What ends a row outside quotation marks. `lf`: a line feed, with or without a carriage return before it; `cr`: a
 * carriage return; `any`: each of them.
 */
export const LINE_ENDS = ["lf", "cr", "any"] as const;
export type LineEnd = (typeof LINE_ENDS)[number];

/** How a text file is cut into rows and cells. */
export interface Dialect {
  readonly delimiter: Delimiter;
  readonly quote: Quote;
  readonly lineEnd: LineEnd;
}

/** The names of delimiters, for reasons and choices. */
export const DELIMITER_WORDS: Readonly<Record<Delimiter, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "vertical bar",
};
