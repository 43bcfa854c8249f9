import { type SQL, sql } from "drizzle-orm";

/** An instant so long after the database's own now: several instances of the app share one clock. */
export function fromNow(span: { readonly hours: number } | { readonly days: number }): SQL {
  const hours = "days" in span ? span.days * 24 : span.hours;
  return sql`now() + make_interval(hours => ${hours}::int)`;
}
