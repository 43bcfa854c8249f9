import type { Series, Status } from "./series.ts";

/** Where a series' numbers come from and what may be done with them. */
export interface SourceRecord {
  readonly key: string;
  readonly publisher: string;
  readonly title: string;
  readonly url: string;
  readonly licence: string;
  readonly redistributable: boolean;
}

/** What a value was said in: the day it became known, and the source that said it. */
export interface Report {
  readonly vintage: string;
  readonly source: SourceRecord;
}

/** The value of one period in one report. */
export interface ReportedValue extends Report {
  readonly period: string;
  readonly value: number | null;
  readonly status: Status;
}

/**
 * What the figure engine is given for one code: the typed series as known on the as-of date, the report that each
 * value is of, what was reported of the same periods before, and what the notes block has to say.
 */
export interface SeriesRecord {
  readonly series: Series;
  /** The report of each observation of `series`, in the same order; values of one report share it. */
  readonly reports: readonly Report[];
  /** What was reported before the reports that stand: by period in calendar order, the first report first. */
  readonly earlierReports: readonly ReportedValue[];
  /** The source, of the series or of one of its values, whose terms keep its values from being passed on. */
  readonly withheldBy: SourceRecord | null;
  readonly notes: string;
  /** The unit as stored, in words: `USD billion, nominal`. */
  readonly unitWords: string;
  /** Days after the end of its last period from which the series counts as stale; `null` never. */
  readonly staleAfterDays: number | null;
}
