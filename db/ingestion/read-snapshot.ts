import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Snapshot } from "../../lib/ingestion/store.ts";
import type { StoredTables } from "../../lib/revisions/row-change.ts";
import { arrayParameter } from "../array-parameter.ts";
import { holds } from "../queries/holds.ts";
import { latestRevision } from "../queries/revision.ts";
import { storedTables } from "../revisions/stored-rows.ts";
import { observation, series } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** The store in the shape of a package, as of its newest revision; of `values`, as `CODE@period`, those stored. */
export async function readSnapshot(db: Db, values: readonly string[]): Promise<Snapshot> {
  return {
    revision: (await latestRevision(db))?.number ?? 0,
    ...heldIn(await storedTables(db)),
    observed: await observedAmong(db, values),
  };
}

/** The stored tables in the shape of a package. */
export function heldIn({
  series: stored,
  figures,
  ...tables
}: StoredTables): Pick<Snapshot, "held" | "retired"> {
  return {
    held: {
      ...tables,
      series: stored.map(({ isRetired: _, ...row }) => row),
      figures: figures.map(({ name, spec }) => ({ ...spec, name })),
    },
    retired: new Set(stored.filter(({ isRetired }) => isRetired).map(({ code }) => code)),
  };
}

/** One look into the primary key for each value asked for. */
async function observedAmong(db: Db, values: readonly string[]): Promise<Set<string>> {
  if (values.length === 0) return new Set();
  const asked = sql`unnest(${arrayParameter(values)}::text[]) as asked(value)`;
  const isStored: SQL = sql`exists (${db
    .select({ one: sql`1` })
    .from(observation)
    .where(
      and(
        eq(observation.seriesId, series.id),
        sql`${observation.period} = split_part(asked.value, '@', 2)`,
        holds(),
      ),
    )})`;
  const rows = await db
    .select({ value: sql<string>`asked.value` })
    .from(asked)
    .innerJoin(series, sql`${series.code} = split_part(asked.value, '@', 1)`)
    .where(isStored);
  return new Set(rows.map(({ value }) => value));
}
