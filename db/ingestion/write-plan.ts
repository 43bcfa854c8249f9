import { getTableColumns, max, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Difference, Plan } from "../../lib/ingestion/plan.ts";
import type { ObservationRow } from "../../lib/ingestion/tables.ts";
import { invariant } from "../../lib/invariant.ts";
import { firstDay } from "../../lib/periods/period.ts";
import { era, event, figure, observation, round, seedFact, series, source } from "../schema/index.ts";
import type { Db } from "../store.ts";

/** A statement takes at most 65,535 values; the widest table has 23 columns. */
const ROWS_PER_STATEMENT = 1000;

/** From a source's key to its id. */
type IdOf = (key: string) => number;

/**
 * Carries out a plan under a revision that is stored already, inside the caller's transaction: observations
 * are appended, rows of every other table are added or brought up to date.
 */
export async function writePlan(db: Db, plan: Plan, revision: number): Promise<void> {
  for (const rows of inParts(changed(plan.sources))) {
    await db
      .insert(source)
      .values(rows)
      .onConflictDoUpdate({ target: source.key, set: excluded(source) });
  }
  const idOf = await sourceIds(db);
  await writeSeries(db, plan, idOf);
  await appendObservations(db, [...changed(plan.observations)], revision, idOf);
  await writeEras(db, plan, idOf);
  await writeEvents(db, plan, idOf);
  await writeRounds(db, plan, idOf);
  await writeSeedFacts(db, plan);
  await writeFigures(db, plan);
}

async function writeSeries(db: Db, plan: Plan, idOf: IdOf): Promise<void> {
  const rows = changed(plan.series).map(({ source: key, ...row }) => ({
    ...row,
    scale: row.scale ?? 1,
    sourceId: idOf(key),
  }));
  for (const part of inParts(rows)) {
    await db
      .insert(series)
      .values(part)
      .onConflictDoUpdate({ target: series.code, set: excluded(series) });
  }
}

async function appendObservations(
  db: Db,
  rows: readonly ObservationRow[],
  revision: number,
  idOf: IdOf,
): Promise<void> {
  const stored = await db
    .select({ code: series.code, id: series.id, frequency: series.frequency })
    .from(series);
  const seriesByCode = new Map(stored.map((row) => [row.code, row]));
  for (const part of inParts(rows)) {
    const values = part.map(({ series: code, source: key, ...row }) => {
      const home = seriesByCode.get(code);
      invariant(home, `series ${code} is stored before its observations`);
      return {
        ...row,
        revision,
        seriesId: home.id,
        frequency: home.frequency,
        periodStart: firstDay(row.period),
        sourceId: key === null ? null : idOf(key),
      };
    });
    await db.insert(observation).values(values);
  }
}

async function writeEras(db: Db, plan: Plan, idOf: IdOf): Promise<void> {
  const rows = changed(plan.eras).map(({ onsetSource, peakSource, troughSource, ...row }) => ({
    ...row,
    onsetSourceId: idOf(onsetSource),
    peakSourceId: peakSource === null ? null : idOf(peakSource),
    troughSourceId: troughSource === null ? null : idOf(troughSource),
  }));
  for (const part of inParts(rows)) {
    await db
      .insert(era)
      .values(part)
      .onConflictDoUpdate({ target: era.code, set: excluded(era) });
  }
}

async function writeEvents(db: Db, plan: Plan, idOf: IdOf): Promise<void> {
  const rows = changed(plan.events).map(({ era: eraCode, source: key, ...row }) => ({
    ...row,
    eraCode,
    sourceId: idOf(key),
  }));
  for (const part of inParts(rows)) {
    await db
      .insert(event)
      .values(part)
      .onConflictDoUpdate({ target: event.code, set: excluded(event) });
  }
}

async function writeRounds(db: Db, plan: Plan, idOf: IdOf): Promise<void> {
  const rows = changed(plan.rounds).map(({ source: key, participants, ...row }) => ({
    ...row,
    participants: [...participants],
    sourceId: idOf(key),
  }));
  for (const part of inParts(rows)) {
    await db
      .insert(round)
      .values(part)
      .onConflictDoUpdate({ target: round.code, set: excluded(round) });
  }
}

async function writeSeedFacts(db: Db, plan: Plan): Promise<void> {
  const target = [seedFact.claim, seedFact.targetKind, seedFact.target];
  for (const part of inParts(changed(plan.seedFacts))) {
    await db
      .insert(seedFact)
      .values(part)
      .onConflictDoUpdate({ target, set: excluded(seedFact) });
  }
}

/** New figures go to the end of the dashboard; one that changes keeps its place, on the dashboard or off it. */
async function writeFigures(db: Db, plan: Plan): Promise<void> {
  const [held] = await db.select({ last: max(figure.position) }).from(figure);
  const next = (held?.last ?? 0) + 1;
  const rows = changed(plan.figures).map((spec, index) => ({
    name: spec.name,
    spec,
    position: next + index,
    isOnDashboard: true,
  }));
  const set = excluded(figure, ["position", "isOnDashboard"]);
  for (const part of inParts(rows)) {
    await db.insert(figure).values(part).onConflictDoUpdate({ target: figure.name, set });
  }
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

/** The rows a commit writes: those that are new and the new state of those that change. */
function changed<Row>({ added, revised }: Difference<Row>): Row[] {
  return [...added, ...revised.map(({ after }) => after)];
}

/** Every column takes the value that was to be inserted; ids stay, and so do the fields to keep. */
function excluded(table: PgTable, keep: readonly string[] = []): Record<string, SQL> {
  const columns = Object.entries(getTableColumns(table)).filter(
    ([field]) => field !== "id" && !keep.includes(field),
  );
  return Object.fromEntries(
    columns.map(([field, column]) => [field, sql`excluded.${sql.identifier(column.name)}`]),
  );
}

function* inParts<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) yield rows.slice(at, at + ROWS_PER_STATEMENT);
}
