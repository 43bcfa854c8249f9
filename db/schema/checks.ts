import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** `column in ('a', 'b')`; the words come from our own tuples, so they are written as literals. */
export function isOneOf(column: AnyColumn, words: readonly (string | number)[]): SQL {
  const literals = words.map((word) => (typeof word === "number" ? `${word}` : `'${word}'`));
  return sql`${column} in (${sql.raw(literals.join(", "))})`;
}

/** The column holds something other than blanks. */
export function isFilled(column: AnyColumn): SQL {
  return sql`btrim(${column}) <> ''`;
}

/** The column has a form of ISO period text; the calendar is checked where it is read. */
export function isPeriodText(column: AnyColumn): SQL {
  return sql`${column} ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|-Q[1-4]|-H[12]|-W[0-5][0-9])?$'`;
}

/** The column is a name for addresses: lower-case words joined by hyphens. */
export function isKebabCase(column: AnyColumn): SQL {
  return sql`${column} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`;
}

/** The column is a SHA-256 in hexadecimal. */
export function isHash(column: AnyColumn): SQL {
  return sql`${column} ~ '^[0-9a-f]{64}$'`;
}
