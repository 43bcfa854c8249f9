import { type SQL, sql } from "drizzle-orm";
import type { Thresholds } from "../../lib/uploads/comparison.ts";
import { arrayParameter } from "../array-parameter.ts";
import {
  observation,
  source,
  stagedChange,
  stagedObservation,
  stagedProblem,
  stagedSeries,
} from "../schema/index.ts";
import { knownRow } from "./known.ts";
import { inStretch, type Stretch } from "./stretches.ts";

/** What an upload is compared with, and how. */
export interface Terms {
  /** The revision as at which the store is looked at. */
  readonly base: number;
  readonly thresholds: Thresholds;
  /** Where its values came from; null when reading found no error, so that no row need be looked for among them. */
  readonly valueColumns: readonly string[] | null;
}

/** What came of one stretch. */
export interface StretchOutcome {
  readonly series: ReadonlyArray<{
    readonly number: number;
    readonly added: number;
    readonly revised: number;
    readonly withdrawn: number;
    readonly unchanged: number;
    readonly moved: number;
  }>;
}

/**
 * Compares a stretch of an upload with the store: one statement that keeps what would change, and what looks wrong
 * about it, and answers one `StretchOutcome`. This is the one definition of what a commit stores.
 *
 * A row is compared with what the store knows of its period as of its vintage. If nothing is known, it is **new**.
 * It is **unchanged**, and is not stored, if value, status, source and note are the same, and if so are all rows that
 * the file has between the stored vintage and its own. Else it is a change: **withdrawn** if it takes a value away,
 * or else **revised**. So what a file says in so many words is stored, a repetition by the publisher too, unless the
 * store says it already; a value restated and restated back is three rows; and a file stored once changes nothing
 * when it comes again.
 *
 * Of several rows of one period and vintage the first counts. Another one that says the same is a warning
 * (`repeated`), one that says something else an error (`duplicate`). A change may earn one warning: `scale` if it is
 * about 1,000 or 1,000,000 times what its series holds, up or down; `move` if it is further from the value that it
 * revises than allowed; `neighbour` if it is new and too many times the value before it, in the file or else in the
 * store. A problem quotes the cell as the file has it, and says what it was read as where that is something else.
 */
export function compareStretch(stretch: Stretch, terms: Terms): SQL {
  return sql`with staged as materialized (
      select o.*, row_number() over (
        partition by o.series, o.period_start, o.period, o.vintage order by o.position) as copy
      from ${stagedObservation} o
      where ${inStretch(sql`o`, stretch)} ${withoutErrors(stretch.number, terms.valueColumns)}
    ),
    compared as (
      select s.*, t.series_id, t.median, t.is_even,
        k.vintage as old_vintage, k.value as old_value, k.status as old_status,
        array_remove(array[
          case when s.value is distinct from k.value then 'value' end,
          case when s.status is distinct from k.status then 'status' end,
          case when c.id is distinct from k.source_id or (s.source is not null and c.id is null) then 'source' end,
          case when s.note is distinct from k.note then 'note' end
        ], null) as differs
      from staged s
      inner join ${stagedSeries} t on t.upload = ${stretch.number}::int and t.number = s.series
      left join ${source} c on c.key = s.source
      left join lateral ${knownRow(ASKED, terms.base)} k on true
      where s.copy = 1
    ),
    judged as materialized (
      select *,
        case
          when old_vintage is null then 'new'
          when bool_and(differs = '{}') over earlier then 'unchanged'
          when old_value is not null and value is null then 'withdrawn'
          else 'revised'
        end as kind,
        (value - old_value) / nullif(abs(old_value), 0) as move,
        lag(value) over (partition by series order by period_start, period, vintage) as value_before
      from compared
      window earlier as (partition by series, period_start, period, old_vintage order by vintage)
    ),
    changes as (
      insert into ${stagedChange} (
        upload, series, period_start, period, vintage, kind, value, status, source, note, "row", column_name,
        old_vintage, old_value, old_status, differs, move)
      select upload, series, period_start, period, vintage, kind, value, status, source, note, "row", column_name,
        old_vintage, old_value, old_status, case when kind = 'new' then '{}' else differs end, move
      from judged where kind <> 'unchanged'
    ),
    problems as (
      insert into ${stagedProblem} (upload, "row", severity, column_name, value, rule, remedy, found_by)
      select ${stretch.number}::int, "row", severity, column_name, value, rule, remedy, 'comparing'
      from (${duplicates()} union all ${doubts(stretch.number, terms)}) found
      where rule is not null
      order by "row"
    )
    select coalesce(json_agg(counted), '[]') as series from (
      select series as number,
        count(*) filter (where kind = 'new')::int as added,
        count(*) filter (where kind = 'revised')::int as revised,
        count(*) filter (where kind = 'withdrawn')::int as withdrawn,
        count(*) filter (where kind = 'unchanged')::int as unchanged,
        count(*) filter (where kind <> 'unchanged' and move is not null)::int as moved
      from judged group by series
    ) counted`;
}

const ASKED = {
  seriesId: sql`t.series_id`,
  periodStart: sql`s.period_start`,
  period: sql`s.period`,
  vintage: sql`s.vintage`,
};

/** Keeps out the values that reading found an error with: those of the cell, or of the row where no value stands there. */
function withoutErrors(number: number, valueColumns: readonly string[] | null): SQL {
  if (valueColumns === null) return sql``;
  return sql`and not exists (
    select from ${stagedProblem} p
    where p.upload = ${number}::int and p.severity = 'error' and p.found_by = 'reading' and p."row" = o."row"
      and (p.column_name = o.column_name or p.column_name is null
        or not p.column_name = any(${arrayParameter(valueColumns)}::text[])))`;
}

function duplicates(): SQL {
  const isSame = sql`(d.value, d.status, d.source, d.note) is not distinct from (f.value, f.status, f.source, f.note)`;
  return sql`select d."row", case when ${isSame} then 'warning' else 'error' end as severity, d.column_name,
      ${asFound(sql`d`)} as value, case when ${isSame} then 'repeated' else 'duplicate' end as rule,
      case when ${isSame} then format('leave it out: row %s says the same', f."row")
        else format('keep this row or row %s', f."row") end || ${asRead(sql`d`)} as remedy
    from staged d
    inner join staged f on f.copy = 1 and f.series = d.series and f.period_start = d.period_start
      and f.period = d.period and f.vintage = d.vintage
    where d.copy > 1`;
}

/** One warning for a change at most: that of its scale, or else of its move, or else of its neighbour. */
function doubts(number: number, { base, thresholds: { revisionMove, neighbourFactor } }: Terms): SQL {
  const isOffScale = sql`j.value <> 0 and j.median > 0 and (
    abs(j.value) between j.median * 316 and j.median * 3162
    or abs(j.value) between j.median / 3162 and j.median / 316
    or abs(j.value) between j.median * 316228 and j.median * 3162278
    or abs(j.value) between j.median / 3162278 and j.median / 316228)`;
  const isFarMove = sql`abs(j.move) > ${revisionMove}::numeric`;
  const factor = sql`${neighbourFactor}::numeric`;
  const isLeap = sql`n.value > 0 and (j.value > n.value * ${factor} or j.value * ${factor} < n.value)`;
  const said = (words: string, value: SQL) => sql`format(${sql.raw(`'${words}'`)}, trim_scale(${value}))`;
  return sql`select j."row", 'warning' as severity, j.column_name, ${asFound(sql`j`)} as value,
      case when ${isOffScale} then 'off-scale' when ${isFarMove} then 'move' when ${isLeap} then 'neighbour' end as rule,
      case
        when ${isOffScale} then ${said("check the unit: stored values of the series lie around %s", sql`j.median`)}
        when ${isFarMove} then ${said("check it: %s is stored for this period", sql`j.old_value`)}
        else ${said("check it: %s comes before it", sql`n.value`)}
      end || ${asRead(sql`j`)} as remedy
    from judged j
    left join lateral (
      select case
        when j.kind = 'new' and j.is_even and j.value > 0 then coalesce(j.value_before, ${valueBefore(number, base)})
      end as value
      -- Keeps the planner from putting the whole look-up in place of each n.value.
      offset 0
    ) n on true
    where j.kind <> 'unchanged' and j.value is not null`;
}

/** The cell of a row as the file has it, for the editor to mend. */
function asFound(row: SQL): SQL {
  return sql`coalesce(${row}.cell, ${row}.value::text)`;
}

/** The end of a remedy: what a cell was read as, where that is not what it says. */
function asRead(row: SQL): SQL {
  return sql`case when ${row}.cell is null then ''
    else format('; the cell was read as %s', coalesce(trim_scale(${row}.value)::text, 'missing')) end`;
}

/** The last value before a row that begins a stretch: in the file, or else in the store. */
function valueBefore(number: number, base: number): SQL {
  return sql`(
      select e.value from ${stagedObservation} e
      where e.upload = ${number}::int and e.series = j.series and e.period_start < j.period_start
        and e.value is not null
      order by e.period_start desc, e.position desc limit 1
    ), (
      select o.value from ${observation} o
      where o.series_id = j.series_id and o.period_start < j.period_start and o.revision <= ${base}::bigint
        and o.value is not null and o.revision = (
          select max(l.revision) from ${observation} l
          where l.series_id = o.series_id and l.period_start = o.period_start and l.period = o.period
            and l.vintage = o.vintage and l.revision <= ${base}::bigint)
      order by o.period_start desc, o.period desc, o.vintage desc limit 1
    )`;
}
