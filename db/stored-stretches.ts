import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "./rows.ts";
import { observation } from "./schema/index.ts";
import type { Db } from "./store.ts";

/** The rows of a series whose periods begin after one day and up to another, that day included. */
export interface StoredStretch {
  readonly seriesId: number;
  readonly after: string;
  readonly upTo: string;
}

/** Some forty milliseconds of the embedded database. */
const ROWS_PER_STRETCH = 2_000;

/**
 * The stretches that the stored rows of a series fall into, in calendar order, each of some two thousand rows. All rows
 * of one period are in one stretch.
 */
export async function* storedStretches(db: Db, seriesId: number): AsyncGenerator<StoredStretch> {
  for (let after = "-infinity"; after !== "infinity"; ) {
    const [edge] = await rowsOf<{ start: string }>(
      db,
      sql`select period_start::text as start from ${observation}
        where series_id = ${seriesId}::int and period_start > ${after}::date
        order by period_start offset ${ROWS_PER_STRETCH - 1} limit 1`,
    );
    const upTo = edge?.start ?? "infinity";
    yield { seriesId, after, upTo };
    after = upTo;
  }
}

/** All stored rows of a series as one stretch. */
export function wholeSeries(seriesId: number): StoredStretch {
  return { seriesId, after: "-infinity", upTo: "infinity" };
}

/** Whether a row of `observation`, under this name, is in a stretch: one range of the primary key. */
export function inStoredStretch(name: SQL, { seriesId, after, upTo }: StoredStretch): SQL {
  return sql`${name}.series_id = ${seriesId}::int
    and ${name}.period_start > ${after}::date and ${name}.period_start <= ${upTo}::date`;
}
