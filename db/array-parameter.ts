import { type SQL, sql } from "drizzle-orm";

/**
 * One parameter that is an array, rather than one for each of its elements. Of whole numbers or of text: both drivers
 * take those, and PostgreSQL reads any other type from text by itself.
 */
export function arrayParameter(
  values: readonly (number | null | undefined)[] | readonly (string | null)[],
): SQL {
  return sql`${sql.param([...values])}`;
}
