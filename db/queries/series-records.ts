import { group, max } from "d3-array";
import type { SeriesRecord } from "../../lib/series/record.ts";
import { withheldBy } from "../../lib/series/redistribution.ts";
import type { Visibility } from "../../lib/series/series.ts";
import type { Db } from "../store.ts";
import { firstReports, type ObservedValue, observationsAsOf } from "./observations.ts";
import { type SeriesWithSource, seriesByCodes } from "./series.ts";
import { seriesType, storedUnitWords, wholeUnits } from "./series-type.ts";

/**
 * The series with these codes as known on `asOf` (`YYYY-MM-DD`), for formulas and figures: values in whole
 * units, in calendar order, with the first report of every period whose value was restated by then. A code
 * without a series that the reader may see has no entry. Three queries, however many codes.
 */
export async function loadSeriesRecords(
  db: Db,
  codes: readonly string[],
  asOf: string,
  visibility: Visibility = "public",
): Promise<Map<string, SeriesRecord>> {
  if (codes.length === 0) return new Map();
  const found = await seriesByCodes(db, codes, visibility);
  const ids = found.map((row) => row.id);
  const [values, first] = await Promise.all([observationsAsOf(db, ids, asOf), firstReports(db, ids, asOf)]);
  const valuesOf = group(values, (row) => row.seriesId);
  const firstOf = group(first, (row) => row.seriesId);
  return new Map(
    found.map((row) => [row.code, toRecord(row, valuesOf.get(row.id) ?? [], firstOf.get(row.id) ?? [])]),
  );
}

function toRecord(
  row: SeriesWithSource,
  values: readonly ObservedValue[],
  first: readonly ObservedValue[],
): SeriesRecord {
  const inUnits = (value: string | null) => wholeUnits(value, row.scale);
  const observations = values.map(({ period, value, status }) => ({ period, value: inUnits(value), status }));
  const known = new Map(observations.map(({ period, value }) => [period, value]));
  return {
    series: { code: row.code, title: row.title, type: seriesType(row), observations },
    firstReports: first
      .map(({ period, value, vintage }) => ({ period, value: inUnits(value), vintage }))
      .filter(({ period, value }) => value !== known.get(period)),
    source: row.source,
    isRedistributable: withheldBy(row.source, row.citedSources) === null,
    notes: row.notes,
    unitWords: storedUnitWords(row),
    staleAfterDays: row.staleAfterDays,
    lastVintage: max(values, ({ vintage }) => vintage) ?? null,
  };
}
