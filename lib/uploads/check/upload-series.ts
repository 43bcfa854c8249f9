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
