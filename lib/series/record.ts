import type { Series } from "./series.ts";

/** Where a series' numbers come from and what may be done with them. */
export interface SourceRecord {
  readonly key: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly licence: string;
  readonly redistributable: boolean;
}

/**
 * What the figure engine is given for one code: the typed series as known on the as-of date, the first
 * report of every period that was restated by then, and what the notes block has to say.
 */
export interface SeriesRecord {
  readonly series: Series;
  readonly firstReports: ReadonlyArray<{
    readonly period: string;
    readonly value: number | null;
    readonly vintage: string;
  }>;
  readonly source: SourceRecord;
  /** Whether its values may be offered for download: no source of any of them forbids it. */
  readonly isRedistributable: boolean;
  readonly notes: string;
  /** The unit as stored, in words: `USD billion, nominal`. */
  readonly unitWords: string;
  /** Days after the end of its last period from which the series counts as stale; `null` never. */
  readonly staleAfterDays: number | null;
  readonly lastVintage: string | null;
}
