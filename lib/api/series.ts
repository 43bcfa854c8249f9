import { z } from "zod";
import { FREQUENCIES } from "../periods/frequency.ts";
import { STATUSES } from "../series/series.ts";
import { MEASURES } from "../series/unit.ts";

/** Where numbers come from and what may be done with them. */
const SourceView = z.object({
  key: z.string(),
  publisher: z.string(),
  title: z.string(),
  url: z.string(),
  licence: z.string(),
  redistributable: z.boolean(),
});

/** One series in a list: what it is, how far it reaches, whether it is late. */
export const SeriesSummary = z.object({
  code: z.string(),
  title: z.string(),
  measure: z.enum(MEASURES),
  /** In words: `USD billion, nominal`. */
  unit: z.string(),
  frequency: z.enum(FREQUENCIES),
  /** The month in which the year named by its periods ends: 12 by the calendar. */
  yearEnds: z.int().min(1).max(12),
  geography: z.string(),
  sector: z.string(),
  universe: z.string(),
  seasonalAdjustment: z.string(),
  source: SourceView,
  /** The source, of the series or of one of its values, that keeps it from being downloaded; `null` when it may be. */
  withheldBy: SourceView.nullable(),
  /** Periods of the first and last stored value; `null` while there is none. */
  firstPeriod: z.string().nullable(),
  lastPeriod: z.string().nullable(),
  /** Newest vintage stored. */
  lastVintage: z.iso.date().nullable(),
  staleAfterDays: z.int().positive().nullable(),
  isStale: z.boolean(),
});
export type SeriesSummary = z.infer<typeof SeriesSummary>;

/** `GET /api/v1/series` */
export const SeriesListView = z.object({
  revision: z.int().nonnegative(),
  series: z.array(SeriesSummary),
});
export type SeriesListView = z.infer<typeof SeriesListView>;

/** One value as known on the as-of date. `value` is the exact decimal as stored, `null` where there is none. */
const ObservationView = z.object({
  period: z.string(),
  value: z.string().nullable(),
  vintage: z.iso.date(),
  status: z.enum(STATUSES),
});

/** `GET /api/v1/series/CODE`: what the series is and its values in calendar order, in `unit`. */
export const SeriesView = z.object({
  ...SeriesSummary.shape,
  notes: z.string(),
  /** The store's newest, or the one that was asked for with `asOf=r12`. */
  revision: z.int().nonnegative(),
  /** Nothing published after this day is in it. */
  asOf: z.iso.date(),
  observations: z.array(ObservationView),
});
export type SeriesView = z.infer<typeof SeriesView>;
