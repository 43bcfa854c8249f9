import { type SQL, sql } from "drizzle-orm";
import { observation } from "../schema/index.ts";

/** Of what period, as of which vintage: columns of the row that it is to be compared with. */
interface Asked {
  readonly seriesId: SQL;
  readonly periodStart: SQL;
  readonly period: SQL;
  readonly vintage: SQL;
}

/**
 * What the store knew of a period on the day of a vintage, as at a revision: the row with the latest vintage not after
 * it, as its latest revision left it; void vintages are passed over. A subquery of one row or none, to be joined
 * laterally: some looks into the primary key, however many rows are stored.
 */
export function knownRow({ seriesId, periodStart, period, vintage }: Asked, asAt: number): SQL {
  return sql`(
    select * from (
      select distinct on (o.vintage) o.vintage, o.value, o.status, o.source_id, o.note, o.is_void
      from ${observation} o
      where o.series_id = ${seriesId} and o.period_start = ${periodStart} and o.period = ${period}
        and o.vintage <= ${vintage} and o.revision <= ${asAt}::bigint
      order by o.vintage desc, o.revision desc
    ) vintages
    where not is_void limit 1
  )`;
}
