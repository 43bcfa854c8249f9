import type { SeriesRow } from "../../ingestion/tables.ts";

/** What an upload needs to know of a series that it may write to; `source` is the key of its source. */
export type UploadSeries = Pick<
  SeriesRow,
  | "code"
  | "title"
  | "frequency"
  | "unitKind"
  | "currency"
  | "scale"
  | "source"
  | "plausibleMin"
  | "plausibleMax"
>;

/** What an upload is read and checked against. */
export interface UploadContext {
  /** The series that exist, and those that the editor adds with this upload, by code. */
  readonly series: ReadonlyMap<string, UploadSeries>;
  /** Keys of the sources that exist. */
  readonly sources: ReadonlySet<string>;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
}
