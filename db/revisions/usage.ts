import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { RollBackPlan, RollBackScope } from "../../lib/revisions/roll-back.ts";
import type { RowChange } from "../../lib/revisions/row-change.ts";
import { pause } from "../pause.ts";
import { rowsOf } from "../rows.ts";
import { observation, series, source } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** Of the series that the revision added, those with a value that it did not store, or that was changed since. */
export async function seriesInUse(
  db: Db,
  scope: RollBackScope,
  changes: readonly RowChange[],
  plans: RollBackPlan["series"],
): Promise<Set<string>> {
  const inUse = new Set(plans.filter(({ leftAlone }) => leftAlone > 0).map(({ code }) => code));
  const added = changes.filter(({ table, before }) => table === "series" && before === null);
  for (const { key } of added) {
    const [found] = await rowsOf<{ used: boolean }>(
      db,
      sql`select ${hasOtherValues(key, scope.revision)} as used`,
    );
    if (found?.used) inUse.add(key);
    await pause();
  }
  return inUse;
}

function hasOtherValues(code: string, undone: number): SQL {
  return sql`exists (
    select from (
      select distinct on (o.period_start, o.period, o.vintage) o.is_void,
        o.series_id, o.period_start, o.period, o.vintage
      from ${observation} o
      where o.series_id = (select ${series.id} from ${series} where ${series.code} = ${code})
      order by o.period_start desc, o.period desc, o.vintage desc, o.revision desc
    ) held
    where not is_void and not exists (
      select from ${observation} r
      where r.series_id = held.series_id and r.period_start = held.period_start and r.period = held.period
        and r.vintage = held.vintage and r.revision = ${undone}::bigint))`;
}

/** Of the sources with these keys, those that an observation cites; its rows stay whatever becomes of it. */
export async function citedSources(db: Db, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const isCited = sql`exists (
    select from ${series} inner join lateral (
      select from ${observation}
      where ${observation.seriesId} = ${series.id} and ${observation.sourceId} = ${source.id} limit 1
    ) cites on true)`;
  const rows = await db
    .select({ key: source.key })
    .from(source)
    .where(and(inArray(source.key, [...keys]), isCited));
  return new Set(rows.map(({ key }) => key));
}
