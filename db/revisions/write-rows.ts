import { and, eq, getTableColumns, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { invariant } from "../../lib/invariant.ts";
import {
  type RowName,
  rowKey,
  STORED_TABLES,
  type StoredRows,
  type StoredTable,
  type StoredTables,
} from "../../lib/revisions/row-change.ts";
import { isSameJson } from "../../lib/same-json.ts";
import {
  era,
  event,
  figure,
  indicator,
  revisionChange,
  round,
  seedFact,
  series,
  source,
  threshold,
} from "../schema/index.ts";
import type { Db } from "../store.ts";
import { nameText, storedRows } from "./stored-rows.ts";

/** Rows as they shall be, by table, and rows that shall not be there. */
export interface RowEdit {
  readonly put: Partial<StoredTables>;
  readonly remove: readonly RowName[];
}

/** A statement takes at most 65,535 values; the widest table has 23 columns. */
const ROWS_PER_STATEMENT = 1000;

/**
 * Carries out an edit of the small tables under a revision that is stored already, inside the caller's
 * transaction, and keeps every row that it added, changed or removed as it was before and after.
 *
 * A row to be removed must not be referred to by one that stays: the store refuses it.
 */
export async function writeRows(db: Db, edit: RowEdit, revision: number): Promise<void> {
  const names = [...namesOf(edit.put), ...edit.remove];
  if (names.length === 0) return;
  const before = await storedRows(db, names);
  await putRows(db, edit.put, revision);
  await removeRows(db, edit.remove);
  const after = await storedRows(db, names);
  const changes = names
    .map((name) => ({
      revision,
      tableName: name.table,
      key: name.key,
      before: before.get(nameText(name)) ?? null,
      after: after.get(nameText(name)) ?? null,
    }))
    .filter((change) => !isSameJson(change.before, change.after));
  for (const part of inParts(changes)) await db.insert(revisionChange).values(part);
}

function namesOf(put: RowEdit["put"]): RowName[] {
  const ofTable = <Table extends StoredTable>(table: Table): RowName[] =>
    (put[table] ?? []).map((row) => ({ table, key: rowKey(table, row as StoredRows[Table]) }));
  return STORED_TABLES.flatMap(ofTable);
}

async function putRows(db: Db, put: RowEdit["put"], revision: number): Promise<void> {
  for (const rows of inParts(put.sources ?? [])) {
    await db
      .insert(source)
      .values(rows)
      .onConflictDoUpdate({ target: source.key, set: excluded(source) });
  }
  const idOf = await sourceIds(db);
  await putSeries(db, put.series ?? [], idOf, revision);
  await putEras(db, put.eras ?? [], idOf);
  await putEvents(db, put.events ?? [], idOf);
  await putRounds(db, put.rounds ?? [], idOf);
  const claim = [seedFact.claim, seedFact.targetKind, seedFact.target];
  for (const rows of inParts(put.seedFacts ?? [])) {
    await db
      .insert(seedFact)
      .values(rows)
      .onConflictDoUpdate({ target: claim, set: excluded(seedFact) });
  }
  for (const rows of inParts(put.figures ?? [])) {
    await db
      .insert(figure)
      .values(rows)
      .onConflictDoUpdate({ target: figure.name, set: excluded(figure) });
  }
  for (const rows of inParts(put.indicators ?? [])) {
    await db
      .insert(indicator)
      .values(rows)
      .onConflictDoUpdate({ target: indicator.name, set: excluded(indicator) });
  }
  await putThresholds(db, put.thresholds ?? [], idOf);
}

/** From a source's key to its id. */
type IdOf = (key: string) => number;

/** A series that is retired already keeps the revision that retired it. */
async function putSeries(db: Db, rows: StoredTables["series"], idOf: IdOf, revision: number): Promise<void> {
  const values = rows.map(({ source: key, isRetired, ...row }) => ({
    ...row,
    scale: row.scale ?? 1,
    sourceId: idOf(key),
    retiredRevision: isRetired ? revision : null,
  }));
  const retiredRevision = sql`case when excluded.retired_revision is not null
    then coalesce(${series.retiredRevision}, excluded.retired_revision) end`;
  const set = { ...excluded(series), retiredRevision };
  for (const part of inParts(values)) {
    await db.insert(series).values(part).onConflictDoUpdate({ target: series.code, set });
  }
}

async function putEras(db: Db, rows: StoredTables["eras"], idOf: IdOf): Promise<void> {
  const values = rows.map(({ onsetSource, peakSource, troughSource, ...row }) => ({
    ...row,
    onsetSourceId: idOf(onsetSource),
    peakSourceId: peakSource === null ? null : idOf(peakSource),
    troughSourceId: troughSource === null ? null : idOf(troughSource),
  }));
  for (const part of inParts(values)) {
    await db
      .insert(era)
      .values(part)
      .onConflictDoUpdate({ target: era.code, set: excluded(era) });
  }
}

async function putEvents(db: Db, rows: StoredTables["events"], idOf: IdOf): Promise<void> {
  const values = rows.map(({ era: eraCode, source: key, ...row }) => ({
    ...row,
    eraCode,
    sourceId: idOf(key),
  }));
  for (const part of inParts(values)) {
    await db
      .insert(event)
      .values(part)
      .onConflictDoUpdate({ target: event.code, set: excluded(event) });
  }
}

async function putRounds(db: Db, rows: StoredTables["rounds"], idOf: IdOf): Promise<void> {
  const values = rows.map(({ source: key, participants, ...row }) => ({
    ...row,
    participants: [...participants],
    sourceId: idOf(key),
  }));
  for (const part of inParts(values)) {
    await db
      .insert(round)
      .values(part)
      .onConflictDoUpdate({ target: round.code, set: excluded(round) });
  }
}

async function putThresholds(db: Db, rows: StoredTables["thresholds"], idOf: IdOf): Promise<void> {
  const values = rows.map(({ source: key, ...row }) => ({ ...row, sourceId: idOf(key) }));
  for (const part of inParts(values)) {
    await db
      .insert(threshold)
      .values(part)
      .onConflictDoUpdate({ target: threshold.name, set: excluded(threshold) });
  }
}

async function removeRows(db: Db, names: readonly RowName[]): Promise<void> {
  for (const table of STORED_TABLES.toReversed()) {
    const keys = names.filter((name) => name.table === table).map(({ key }) => key);
    if (keys.length > 0) await REMOVE[table](db, keys);
  }
}

const REMOVE: { readonly [Table in StoredTable]: (db: Db, keys: string[]) => Promise<unknown> } = {
  sources: (db, keys) => db.delete(source).where(inArray(source.key, keys)),
  series: (_, keys) => {
    invariant(false, `a series is retired, never removed: ${keys.join(", ")}`);
  },
  eras: (db, keys) => db.delete(era).where(inArray(era.code, keys)),
  events: (db, keys) => db.delete(event).where(inArray(event.code, keys)),
  rounds: (db, keys) => db.delete(round).where(inArray(round.code, keys)),
  seedFacts: (db, keys) => db.delete(seedFact).where(or(...keys.map(isClaim))),
  figures: (db, keys) => db.delete(figure).where(inArray(figure.name, keys)),
  indicators: (db, keys) => db.delete(indicator).where(inArray(indicator.name, keys)),
  thresholds: (db, keys) => db.delete(threshold).where(inArray(threshold.name, keys)),
};

/** The key of a claim is its number, the kind of its target, and the target. */
function isClaim(key: string): SQL | undefined {
  const [claim = "", targetKind = "", ...target] = key.split(" ");
  return and(
    eq(seedFact.claim, Number(claim)),
    sql`${seedFact.targetKind} = ${targetKind}`,
    eq(seedFact.target, target.join(" ")),
  );
}

async function sourceIds(db: Db): Promise<IdOf> {
  const rows = await db.select({ key: source.key, id: source.id }).from(source);
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  return (key) => {
    const id = ids.get(key);
    invariant(id !== undefined, `source ${key} is stored before what cites it`);
    return id;
  };
}

/** Every column takes the value that was to be inserted; ids stay. */
function excluded(table: PgTable): Record<string, SQL> {
  const columns = Object.entries(getTableColumns(table)).filter(([field]) => field !== "id");
  return Object.fromEntries(
    columns.map(([field, column]) => [field, sql`excluded.${sql.identifier(column.name)}`]),
  );
}

function* inParts<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) yield rows.slice(at, at + ROWS_PER_STATEMENT);
}
