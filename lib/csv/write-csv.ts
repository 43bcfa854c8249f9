const NEEDS_QUOTES = /[",\r\n]/;
const IS_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What a spreadsheet takes for the start of a formula (OWASP, “CSV Injection”). */
const STARTS_FORMULA = /^[=+\-@\t\r\n]/;

/**
 * Rows as CSV (RFC 4180, lines end in CRLF), safe to open in a spreadsheet: text that it would run as a formula gets
 * an apostrophe in front, which it shows as text. Numbers are left alone. A missing value is an empty cell.
 */
export function writeCsv(rows: ReadonlyArray<readonly (string | null)[]>): string {
  return rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("");
}

function writeCell(cell: string | null): string {
  if (cell === null) return "";
  const text = STARTS_FORMULA.test(cell) && !IS_NUMBER.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
