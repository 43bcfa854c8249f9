import { group } from "d3-array";
import { invariant } from "../../lib/invariant.ts";
import type { Report, SeriesRecord, SourceRecord } from "../../lib/series/record.ts";
import { withheldBy } from "../../lib/series/redistribution.ts";
import type { Visibility } from "../../lib/series/series.ts";
import type { Db } from "../store.ts";
import { earlierReports, type ObservedValue, observationsAsOf } from "./observations.ts";
import { type SeriesWithSource, seriesByCodes } from "./series.ts";
import { seriesAsAt } from "./series-as-at.ts";
import { seriesType, storedUnitWords, wholeUnits } from "./series-type.ts";
import { sourcesByIds } from "./sources.ts";

/**
 * The series with these codes as known on `asOf` (`YYYY-MM-DD`), for formulas and figures: values in whole
 * units, in calendar order, each with the report it is of, and what was reported of its period before. A code
 * without a series that the reader may see has no entry. Four queries, however many codes.
 *
 * With `asAt`, a revision number, what this store would have answered then.
 */
export async function loadSeriesRecords(
  db: Db,
  codes: readonly string[],
  asOf: string,
  visibility: Visibility = "public",
  asAt?: number,
): Promise<Map<string, SeriesRecord>> {
  if (codes.length === 0) return new Map();
  const found = await seriesAsAt(db, await seriesByCodes(db, codes, visibility, asAt), asAt);
  const ids = found.map((row) => row.id);
  const [values, earlier] = await Promise.all([
    observationsAsOf(db, ids, asOf, asAt),
    earlierReports(db, ids, asOf, asAt),
  ]);
  const cited = await sourcesByIds(db, citedIn(values, earlier), asAt);
  const valuesOf = group(values, (row) => row.seriesId);
  const earlierOf = group(earlier, (row) => row.seriesId);
  return new Map(
    found.map((row) => {
      const reportOf = reportReader(row.source, cited);
      return [row.code, toRecord(row, valuesOf.get(row.id) ?? [], earlierOf.get(row.id) ?? [], reportOf)];
    }),
  );
}

function toRecord(
  row: SeriesWithSource,
  values: readonly ObservedValue[],
  earlier: readonly ObservedValue[],
  reportOf: (stored: ObservedValue) => Report,
): SeriesRecord {
  const inUnits = (value: string | null) => wholeUnits(value, row.scale);
  return {
    series: {
      code: row.code,
      title: row.title,
      type: seriesType(row),
      observations: values.map(({ period, value, status }) => ({ period, value: inUnits(value), status })),
    },
    reports: values.map(reportOf),
    earlierReports: earlier.map((stored) => {
      const { period, value, status } = stored;
      return { period, value: inUnits(value), status, ...reportOf(stored) };
    }),
    withheldBy: withheldBy(row.source, row.citedSources),
    notes: row.notes,
    unitWords: storedUnitWords(row),
    staleAfterDays: row.staleAfterDays,
  };
}

/** The ids of the sources that values cite as their own. */
function citedIn(...lists: ReadonlyArray<readonly ObservedValue[]>): Set<number> {
  const ids = new Set<number>();
  for (const { sourceId } of lists.flat()) if (sourceId !== null) ids.add(sourceId);
  return ids;
}

/** Gives the report of a stored value of a series; values of one vintage and one source get the same object. */
function reportReader(
  own: SourceRecord,
  cited: ReadonlyMap<number, SourceRecord>,
): (stored: ObservedValue) => Report {
  const reports = new Map<string, Report>();
  return ({ vintage, sourceId }) => {
    const name = `${vintage} ${sourceId}`;
    const shared = reports.get(name);
    if (shared) return shared;
    const source = sourceId === null ? own : cited.get(sourceId);
    invariant(source, `the source ${sourceId} of a stored value is stored`);
    const report = { vintage, source };
    reports.set(name, report);
    return report;
  };
}
