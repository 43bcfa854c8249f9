import { asc, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { SourceRow } from "../../lib/ingestion/tables.ts";
import { invariant } from "../../lib/invariant.ts";
import {
  type RowName,
  rowKey,
  STORED_TABLES,
  type StoredRows,
  type StoredTable,
  type StoredTables,
} from "../../lib/revisions/row-change.ts";
import { byCharacters } from "../queries/order.ts";
import {
  era,
  event,
  figure,
  indicator,
  round,
  seedFact,
  series,
  source,
  threshold,
} from "../schema/index.ts";
import type { Db } from "../store.ts";

/** All rows of the small tables, each table by the keys of its rows, figures and claims in the order they are shown. */
export async function storedTables(db: Db): Promise<StoredTables> {
  const keyOf = await sourceKeys(db);
  return {
    sources: await READERS.sources(db, keyOf),
    series: await READERS.series(db, keyOf),
    eras: await READERS.eras(db, keyOf),
    events: await READERS.events(db, keyOf),
    rounds: await READERS.rounds(db, keyOf),
    seedFacts: await READERS.seedFacts(db, keyOf),
    figures: await READERS.figures(db, keyOf),
    indicators: await READERS.indicators(db, keyOf),
    thresholds: await READERS.thresholds(db, keyOf),
  };
}

/** The rows of these names that are stored, by table and key as `nameText` writes them. */
export async function storedRows(
  db: Db,
  names: readonly RowName[],
): Promise<Map<string, StoredRows[StoredTable]>> {
  const keyOf = await sourceKeys(db);
  const found = new Map<string, StoredRows[StoredTable]>();
  for (const table of STORED_TABLES) {
    const keys = names.filter((name) => name.table === table).map(({ key }) => key);
    if (keys.length === 0) continue;
    for (const row of await READERS[table](db, keyOf, keys)) {
      found.set(nameText({ table, key: rowKey(table, row) }), row);
    }
  }
  return found;
}

/** One text for the name of a row: `events chatgpt`. */
export function nameText({ table, key }: RowName): string {
  return `${table} ${key}`;
}

/** From the id of a source to its key. */
type KeyOf = (sourceId: number) => string;

/** Reads one table: all of it, or the rows with these keys. */
type Reader<Table extends StoredTable> = (
  db: Db,
  keyOf: KeyOf,
  keys?: readonly string[],
) => Promise<StoredRows[Table][]>;

const READERS: { readonly [Table in StoredTable]: Reader<Table> } = {
  sources: async (db, _, keys) => {
    const rows = await db
      .select()
      .from(source)
      .where(among(source.key, keys))
      .orderBy(byCharacters(source.key));
    return rows.map(({ id: __, ...row }): SourceRow => row);
  },
  series: async (db, keyOf, keys) => {
    const rows = await db
      .select()
      .from(series)
      .where(among(series.code, keys))
      .orderBy(byCharacters(series.code));
    return rows.map(({ id: _, sourceId, retiredRevision, ...row }) => ({
      ...row,
      source: keyOf(sourceId),
      isRetired: retiredRevision !== null,
    }));
  },
  eras: async (db, keyOf, keys) => {
    const rows = await db.select().from(era).where(among(era.code, keys)).orderBy(byCharacters(era.code));
    return rows.map(({ onsetSourceId, peakSourceId, troughSourceId, ...row }) => ({
      ...row,
      onsetSource: keyOf(onsetSourceId),
      peakSource: peakSourceId === null ? null : keyOf(peakSourceId),
      troughSource: troughSourceId === null ? null : keyOf(troughSourceId),
    }));
  },
  events: async (db, keyOf, keys) => {
    const rows = await db
      .select()
      .from(event)
      .where(among(event.code, keys))
      .orderBy(byCharacters(event.code));
    return rows.map(({ eraCode, sourceId, ...row }) => ({ ...row, era: eraCode, source: keyOf(sourceId) }));
  },
  rounds: async (db, keyOf, keys) => {
    const rows = await db
      .select()
      .from(round)
      .where(among(round.code, keys))
      .orderBy(byCharacters(round.code));
    return rows.map(({ sourceId, ...row }) => ({ ...row, source: keyOf(sourceId) }));
  },
  seedFacts: async (db, _, keys) => {
    const key = sql`concat_ws(' ', ${seedFact.claim}, ${seedFact.targetKind}, ${seedFact.target})`;
    const rows = await db
      .select()
      .from(seedFact)
      .where(among(key, keys))
      .orderBy(asc(seedFact.claim), asc(seedFact.id));
    return rows.map(({ id: __, ...row }) => row);
  },
  figures: (db, _, keys) =>
    db
      .select()
      .from(figure)
      .where(among(figure.name, keys))
      .orderBy(asc(figure.position), byCharacters(figure.name)),
  indicators: (db, _, keys) =>
    db
      .select()
      .from(indicator)
      .where(among(indicator.name, keys))
      .orderBy(asc(indicator.position), byCharacters(indicator.name)),
  thresholds: async (db, keyOf, keys) => {
    const rows = await db
      .select()
      .from(threshold)
      .where(among(threshold.name, keys))
      .orderBy(byCharacters(threshold.name));
    return rows.map(({ sourceId, ...row }) => ({ ...row, source: keyOf(sourceId) }));
  },
};

function among(key: PgColumn | SQL, keys: readonly string[] | undefined): SQL | undefined {
  return keys && inArray(sql`${key}`, [...keys]);
}

async function sourceKeys(db: Db): Promise<KeyOf> {
  const rows = await db.select({ key: source.key, id: source.id }).from(source);
  const keys = new Map(rows.map(({ key, id }) => [id, key]));
  return (id) => {
    const key = keys.get(id);
    invariant(key !== undefined, `source ${id} is stored`);
    return key;
  };
}
