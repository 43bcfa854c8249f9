import { type SQL, sql } from "drizzle-orm";
import { observation } from "../schema/index.ts";
import { inStoredStretch, type StoredStretch } from "../stored-stretches.ts";

/**
 * What rolling a revision back does in a stretch of one series, as at revision `base`: a row for each (period, vintage)
 * that the revision stored and that is not as it was before already. This is the one definition of what a roll-back
 * stores.
 *
 * - `was`: the row that held before the revision, as its fields and `was_void`; nothing said counts as void.
 * - `is`: the row that holds now, as `is_value`, `is_status` and `is_void`.
 * - `restored`: `added`, `revised` or `withdrawn`, as `RestoredCounts` says; null for one that is left alone because
 *   it no longer says what the revision made it say; `changed_by` is the revision that changed it last.
 */
export function undoneIn(stretch: StoredStretch, revision: number, base: number): SQL {
  const sameKey = (name: SQL) => sql`${name}.series_id = o.series_id and ${name}.period_start = o.period_start
    and ${name}.period = o.period and ${name}.vintage = o.vintage`;
  const content = (
    name: SQL,
  ) => sql`(${name}.value, ${name}.status, ${name}.source_id, ${name}.note, ${name}.page,
    ${name}.quote, coalesce(${name}.is_void, true))`;
  const saysTheSame = (a: SQL, b: SQL) => sql`(coalesce(${a}.is_void, true) and coalesce(${b}.is_void, true)
    or ${content(a)} is not distinct from ${content(b)})`;
  return sql`select o.series_id, o.frequency, o.period_start, o.period, o.vintage,
      was.value, coalesce(was.status, 'reported') as status, was.source_id, was.note, was.page, was.quote,
      coalesce(was.is_void, true) as was_void,
      now.value as is_value, now.status as is_status, now.is_void, now.revision as changed_by,
      case
        when not ${saysTheSame(sql`o`, sql`now`)} then null
        when coalesce(was.is_void, true) then 'withdrawn'
        when now.is_void then 'added'
        else 'revised'
      end as restored
    from ${observation} o
    left join lateral (
      select * from ${observation} b where ${sameKey(sql`b`)} and b.revision < o.revision
      order by b.revision desc limit 1
    ) was on true
    inner join lateral (
      select * from ${observation} l where ${sameKey(sql`l`)} and l.revision <= ${base}::bigint
      order by l.revision desc limit 1
    ) now on true
    where ${inStoredStretch(sql`o`, stretch)} and o.revision = ${revision}::bigint
      and not ${saysTheSame(sql`was`, sql`now`)}`;
}
