import { and, eq, lte, max, not, type SQL, sql } from "drizzle-orm";
import { alias, QueryBuilder } from "drizzle-orm/pg-core";
import { observation } from "../schema/index.ts";

const later = alias(observation, "later");

/**
 * Whether a row of `observation` is what holds of its (series, period, vintage): the row of the latest
 * revision, and not void. One look into the primary key a row, for queries that stop at the first row found.
 *
 * With `asAt`, a revision number, what held then: rows stored after that revision do not hold.
 */
export function holds(asAt?: number): SQL {
  const latest = new QueryBuilder()
    .select({ revision: max(later.revision) })
    .from(later)
    .where(
      and(
        eq(later.seriesId, observation.seriesId),
        eq(later.periodStart, observation.periodStart),
        eq(later.period, observation.period),
        eq(later.vintage, observation.vintage),
        asAt === undefined ? undefined : lte(later.revision, asAt),
      ),
    );
  return sql`${not(observation.isVoid)} and ${observation.revision} = (${latest})`;
}
