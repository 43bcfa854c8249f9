import { frequencyWords } from "../periods/frequency.ts";
import type { SeriesRecord } from "../series/record.ts";
import type { Evaluation } from "./evaluation.ts";
import type { SourceNote } from "./model.ts";

/** One note for each series that was read, also for those read without being named, in order of use. */
export function sourceNotes(
  evaluations: readonly Evaluation[],
  records: ReadonlyMap<string, SeriesRecord>,
): SourceNote[] {
  const codes = [...new Set(evaluations.flatMap((evaluation) => evaluation.codes))];
  return codes.flatMap((code) => {
    const record = records.get(code);
    return record ? [sourceNote(record)] : [];
  });
}

function sourceNote({ series, source, isRedistributable, unitWords, lastVintage }: SeriesRecord): SourceNote {
  return {
    code: series.code,
    title: series.title,
    publisher: source.publisher,
    dataset: source.title,
    url: source.url,
    licence: source.licence,
    redistributable: isRedistributable,
    unit: unitWords,
    frequency: frequencyWords(series.type.frequency).adjective,
    vintage: lastVintage,
  };
}
