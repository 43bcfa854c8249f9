import { sql } from "drizzle-orm";
import { observation, revision, series, source } from "./schema/index.ts";
import type { Db } from "./store.ts";

type SourceRow = typeof source.$inferInsert;
type SeriesRow = typeof series.$inferInsert;
type RevisionRow = typeof revision.$inferInsert;
type ObservationRow = typeof observation.$inferInsert;

let last = 0;
const next = () => ++last;

/** Stores a source and gives its id; state only what matters. */
export async function aSource(db: Db, row: Partial<SourceRow> = {}): Promise<number> {
  const key = `source_${next()}`;
  const valid = {
    key,
    publisher: "Bureau",
    title: "Tables",
    licence: "public domain",
    redistributable: true,
  };
  const [stored] = await db
    .insert(source)
    .values({ ...valid, ...row })
    .returning({ id: source.id });
  return idOf(stored);
}

/** Stores an annual series of nominal billions of dollars and gives its id. */
export async function aSeries(db: Db, row: Partial<SeriesRow> = {}): Promise<number> {
  const stored = await db
    .insert(series)
    .values(await seriesRow(db, row))
    .returning({ id: series.id });
  return idOf(stored[0]);
}

/** A valid row for a series, not stored; its source is. */
export async function seriesRow(db: Db, row: Partial<SeriesRow> = {}): Promise<SeriesRow> {
  return {
    code: `SERIES_${next()}`,
    title: "Venture investment",
    measure: "flow",
    unitKind: "currency",
    currency: "USD",
    scale: 1e9,
    prices: "nominal",
    frequency: "A",
    geography: "US",
    sector: "ALL",
    universe: "Bureau",
    sourceId: row.sourceId ?? (await aSource(db)),
    ...row,
  };
}

/** Stores a revision and gives its number. */
export async function aRevision(db: Db, row: Partial<RevisionRow> = {}): Promise<number> {
  const [stored] = await db
    .insert(revision)
    .values({ author: "editor", message: "Figures of the Bureau", kind: "import", ...row })
    .returning({ id: revision.number });
  return idOf(stored);
}

/** Stores observations of one series under one new revision, and gives its number. */
export async function observe(
  db: Db,
  seriesId: number,
  rows: readonly Omit<ObservationRow, "seriesId" | "revision">[],
): Promise<number> {
  const number = await aRevision(db);
  await db.insert(observation).values(rows.map((row) => ({ ...row, seriesId, revision: number })));
  return number;
}

/** Stores a daily series of half a century, enough for the planner to take an index, and gives its id. */
export async function aCrowd(db: Db, row: Partial<ObservationRow> = {}): Promise<number> {
  const seriesId = await aSeries(db, { frequency: "D" });
  const number = await aRevision(db);
  await db.execute(sql`
    insert into observation (series_id, frequency, period_start, period, vintage, revision, value, source_id)
    select ${seriesId}::int, 'D', day, to_char(day, 'YYYY-MM-DD'), '2025-01-01', ${number}::bigint, 1, ${row.sourceId ?? null}::int
    from generate_series(timestamp '1970-01-01', timestamp '2020-12-31', interval '1 day') as days(day)`);
  await db.execute(sql`analyze observation`);
  return seriesId;
}

function idOf(stored: { id: number } | undefined): number {
  if (!stored) throw new Error("the insert gave no row");
  return stored.id;
}
