import { type SQL, sql } from "drizzle-orm";
import { observation } from "../schema/index.ts";

/** Of so many values at most, the newest ones, the middle is taken. */
const VALUES = 500;

/**
 * The middle of the newest stored values of a series, as at a revision and whatever their sign, zeros left out: what
 * its values are usually about. Null when there are none.
 */
export function median(seriesId: number, asAt: number): SQL<string | null> {
  return sql<string | null>`(
    select percentile_disc(0.5) within group (order by abs(value)) from (
      select value from (
        select distinct on (o.period_start, o.period, o.vintage) o.value, o.period_start, o.period, o.vintage
        from ${observation} o
        where o.series_id = ${seriesId}::int and o.revision <= ${asAt}::bigint
        order by o.period_start desc, o.period desc, o.vintage desc, o.revision desc
      ) vintages
      where value <> 0
      limit ${VALUES}
    ) newest
  )`;
}
