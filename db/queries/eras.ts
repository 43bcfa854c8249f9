import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Era, Turn } from "../../lib/eras/era.ts";
import type { EraRow } from "../../lib/ingestion/tables.ts";
import { era, source } from "../schema/index.ts";
import type { Db } from "../store.ts";
import { byCharacters } from "./order.ts";
import { asTheyWere, rowsThen } from "./rows-as-at.ts";

/**
 * All eras by onset; the source of a turning point is the key of a source. With `asAt`, a revision number, as they were
 * at it.
 */
export async function eras(db: Db, asAt?: number): Promise<Era[]> {
  const now = await eraRows(db);
  if (asAt === undefined) return now.map(toEra);
  const then = asTheyWere(now, await rowsThen(db, "eras", asAt), ({ code }) => code);
  const place = ({ onset, code }: EraRow) => `${onset} ${code}`;
  return then.sort((a, b) => (place(a) < place(b) ? -1 : 1)).map(toEra);
}

function eraRows(db: Db): Promise<EraRow[]> {
  const onsetSource = alias(source, "onset_source");
  const peakSource = alias(source, "peak_source");
  const troughSource = alias(source, "trough_source");
  return db
    .select({
      code: era.code,
      name: era.name,
      hue: era.hue,
      onset: era.onset,
      onsetEvent: era.onsetEvent,
      onsetSource: onsetSource.key,
      peak: era.peak,
      peakEvent: era.peakEvent,
      peakSource: peakSource.key,
      trough: era.trough,
      troughEvent: era.troughEvent,
      troughSource: troughSource.key,
    })
    .from(era)
    .innerJoin(onsetSource, eq(onsetSource.id, era.onsetSourceId))
    .leftJoin(peakSource, eq(peakSource.id, era.peakSourceId))
    .leftJoin(troughSource, eq(troughSource.id, era.troughSourceId))
    .orderBy(byCharacters(era.onset), byCharacters(era.code));
}

function toEra({ code, name, hue, ...row }: EraRow): Era {
  return {
    code,
    name,
    hue,
    onset: { period: row.onset, event: row.onsetEvent, source: row.onsetSource },
    peak: turn(row.peak, row.peakEvent, row.peakSource),
    trough: turn(row.trough, row.troughEvent, row.troughSource),
  };
}

/** The schema keeps the three together: all of them or none. */
function turn(period: string | null, event: string | null, source: string | null): Turn | null {
  return period === null || event === null || source === null ? null : { period, event, source };
}
