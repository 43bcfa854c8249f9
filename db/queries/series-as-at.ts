import type { SourceRecord } from "../../lib/series/record.ts";
import type { Db } from "../store.ts";
import { rowsThen } from "./rows-as-at.ts";
import type { SeriesWithSource } from "./series.ts";
import { sourcesAsAt } from "./sources.ts";

/**
 * Series read as of revision `asAt`, with their descriptions and sources as they were then: a title, a unit or a scale
 * that was changed since counts as it stood, and a series that was not there yet, or retired, is left out. What may be
 * shown is not of then: a series that is private now stays out, and terms that forbid passing values on, then or now,
 * hold. Without `asAt` the same rows.
 */
export async function seriesAsAt<Row extends SeriesWithSource>(
  db: Db,
  rows: readonly Row[],
  asAt: number | undefined,
): Promise<readonly Row[]> {
  if (asAt === undefined || rows.length === 0) return rows;
  const [then, sourceOf] = await Promise.all([rowsThen(db, "series", asAt), sourcesAsAt(db, asAt)]);
  const asItWas = (source: SourceRecord) => sourceOf.get(source.key) ?? source;
  return rows.flatMap((row) => {
    const was = then.get(row.code);
    if (was === null || was?.isRetired) return [];
    const { source, citedSources } = row;
    const cited = citedSources.map(asItWas);
    if (was === undefined) return [{ ...row, source: asItWas(source), citedSources: cited }];
    const { source: key, isRetired: _, visibility: __, scale, ...description } = was;
    const own = sourceOf.get(key) ?? asItWas(source);
    return [{ ...row, ...description, scale: scale ?? 1, source: own, citedSources: cited }];
  });
}
