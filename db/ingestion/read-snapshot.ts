import { asc, desc, eq, inArray } from "drizzle-orm";
import type { Snapshot } from "../../lib/ingestion/store.ts";
import type { EraRow, EventRow, ObservationRow, RoundRow, SeriesRow } from "../../lib/ingestion/tables.ts";
import { invariant } from "../../lib/invariant.ts";
import { figures } from "../queries/figures.ts";
import { latestRevision } from "../queries/revision.ts";
import { seedFacts } from "../queries/seed-facts.ts";
import { sources } from "../queries/sources.ts";
import { era, event, observation, round, series } from "../schema/index.ts";
import type { Db } from "../store.ts";

type KeyOf = (sourceId: number) => string;

/**
 * The store in the shape of a package, as of its newest revision: every table, and of the observations
 * those of the series named, each (series, period, vintage) as its latest revision left it, void ones left out.
 */
export async function readSnapshot(db: Db, seriesCodes: readonly string[]): Promise<Snapshot> {
  const held = await sources(db);
  const keys = new Map(held.map(({ id, key }) => [id, key]));
  const keyOf = (id: number): string => {
    const key = keys.get(id);
    invariant(key !== undefined, `source ${id} is stored`);
    return key;
  };
  return {
    revision: (await latestRevision(db))?.number ?? 0,
    held: {
      sources: held.map(({ id: _, ...row }) => row),
      series: await heldSeries(db, keyOf),
      observations: await heldObservations(db, keyOf, seriesCodes),
      eras: await heldEras(db, keyOf),
      events: await heldEvents(db, keyOf),
      rounds: await heldRounds(db, keyOf),
      seedFacts: (await seedFacts(db)).map(({ id: _, ...row }) => row),
      figures: (await figures(db)).map(({ name, spec }) => ({ ...spec, name })),
    },
  };
}

async function heldSeries(db: Db, keyOf: KeyOf): Promise<SeriesRow[]> {
  const rows = await db.select().from(series).orderBy(asc(series.code));
  return rows.map(({ id: _, retiredRevision: __, sourceId, ...row }) => ({
    ...row,
    source: keyOf(sourceId),
  }));
}

async function heldObservations(db: Db, keyOf: KeyOf, codes: readonly string[]): Promise<ObservationRow[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectDistinctOn(
      [observation.seriesId, observation.periodStart, observation.period, observation.vintage],
      {
        series: series.code,
        period: observation.period,
        value: observation.value,
        vintage: observation.vintage,
        status: observation.status,
        sourceId: observation.sourceId,
        note: observation.note,
        isVoid: observation.isVoid,
      },
    )
    .from(observation)
    .innerJoin(series, eq(series.id, observation.seriesId))
    .where(inArray(series.code, [...codes]))
    .orderBy(
      asc(observation.seriesId),
      asc(observation.periodStart),
      asc(observation.period),
      asc(observation.vintage),
      desc(observation.revision),
    );
  return rows
    .filter(({ isVoid }) => !isVoid)
    .map(({ isVoid: _, sourceId, ...row }) => ({
      ...row,
      source: sourceId === null ? null : keyOf(sourceId),
    }));
}

async function heldEras(db: Db, keyOf: KeyOf): Promise<EraRow[]> {
  const rows = await db.select().from(era).orderBy(asc(era.code));
  return rows.map(({ onsetSourceId, peakSourceId, troughSourceId, ...row }) => ({
    ...row,
    onsetSource: keyOf(onsetSourceId),
    peakSource: peakSourceId === null ? null : keyOf(peakSourceId),
    troughSource: troughSourceId === null ? null : keyOf(troughSourceId),
  }));
}

async function heldEvents(db: Db, keyOf: KeyOf): Promise<EventRow[]> {
  const rows = await db.select().from(event).orderBy(asc(event.code));
  return rows.map(({ eraCode, sourceId, ...row }) => ({ ...row, era: eraCode, source: keyOf(sourceId) }));
}

async function heldRounds(db: Db, keyOf: KeyOf): Promise<RoundRow[]> {
  const rows = await db.select().from(round).orderBy(asc(round.code));
  return rows.map(({ sourceId, ...row }) => ({ ...row, source: keyOf(sourceId) }));
}
