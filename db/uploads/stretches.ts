import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../rows.ts";
import type { stagedChange, stagedObservation } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** A place in the order of what is staged: the number of a series, and the first day of a period. */
interface Edge {
  readonly series: number;
  readonly periodStart: string;
}

/** The rows of an upload after one place and up to another, that place included. */
export interface Stretch {
  readonly number: number;
  readonly after: Edge;
  readonly upTo: Edge;
}

type StagedTable = typeof stagedObservation | typeof stagedChange;

const START: Edge = { series: -1, periodStart: "-infinity" };
const END: Edge = { series: 2_147_483_647, periodStart: "infinity" };

/** Some twenty milliseconds of the embedded database. */
const ROWS_PER_STRETCH = 1_000;

/**
 * The stretches that a table of an upload falls into, in order, each of some thousand rows. All rows of one
 * period are in one stretch, so a stretch may be compared with the store by itself.
 */
export async function* stretches(db: Db, table: StagedTable, number: number): AsyncGenerator<Stretch> {
  for (let after = START; after !== END; ) {
    const [edge] = await rowsOf<Edge>(
      db,
      sql`select series, period_start::text as "periodStart" from ${table}
        where ${inStretch(sql`${table}`, { number, after, upTo: END })}
        order by series, period_start offset ${ROWS_PER_STRETCH - 1} limit 1`,
    );
    const upTo = edge ?? END;
    yield { number, after, upTo };
    after = upTo;
  }
}

/** Whether a row of the table under this name is in a stretch: one range of the table's key. */
export function inStretch(name: SQL, { number, after, upTo }: Stretch): SQL {
  return sql`${name}.upload = ${number}::int
    and (${name}.series, ${name}.period_start) > (${after.series}::int, ${after.periodStart}::date)
    and (${name}.series, ${name}.period_start) <= (${upTo.series}::int, ${upTo.periodStart}::date)`;
}
