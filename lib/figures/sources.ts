import { max } from "d3-array";
import { frequencyWords } from "../periods/frequency.ts";
import type { Origin } from "../reports/origins.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Use } from "./evaluation.ts";
import type { SourceNote } from "./model.ts";

/** One note for each source of the values drawn, also of values read without being named, in order of use. */
export function sourceNotes(uses: readonly Use[], records: ReadonlyMap<string, SeriesRecord>): SourceNote[] {
  const bySource = new Map<string, Origin[]>();
  for (const origin of uses.flatMap(({ evaluation, periods }) => evaluation.origins(periods))) {
    const { key } = origin.report.source;
    const same = bySource.get(key);
    if (same) same.push(origin);
    else bySource.set(key, [origin]);
  }
  return [...bySource.values()].flatMap((origins) => sourceNote(origins, records) ?? []);
}

function sourceNote(
  origins: readonly Origin[],
  records: ReadonlyMap<string, SeriesRecord>,
): SourceNote | null {
  const [first] = origins;
  if (!first) return null;
  const { key, publisher, title, url, licence } = first.report.source;
  const codes = new Set(origins.map(({ code }) => code));
  const read = [...codes].flatMap((code) => records.get(code) ?? []);
  return {
    key,
    publisher,
    dataset: title,
    url,
    licence,
    vintage: max(origins, ({ report }) => report.vintage) ?? "",
    series: read.map(({ series, unitWords, withheldBy }) => ({
      code: series.code,
      title: series.title,
      unit: unitWords,
      frequency: frequencyWords(series.type.frequency).adjective,
      withheldBy: withheldBy && {
        publisher: withheldBy.publisher,
        licence: withheldBy.licence,
        url: withheldBy.url,
      },
    })),
  };
}
