import type { EditedRows, EditedTable, FieldOf } from "./edited-table.ts";
import { ERA_FIELDS } from "./words/eras.ts";
import { EVENT_FIELDS } from "./words/events.ts";
import { FIGURE_FIELDS } from "./words/figures.ts";
import { INDICATOR_FIELDS } from "./words/indicators.ts";
import { ROUND_FIELDS } from "./words/rounds.ts";
import { SERIES_FIELDS } from "./words/series.ts";
import { SOURCE_FIELDS } from "./words/sources.ts";
import { THRESHOLD_FIELDS } from "./words/thresholds.ts";

/** What a form says of a field, and what its contract does not tell of how it is written. */
export interface FieldWords {
  readonly label: string;
  /** One line under the label. */
  readonly help?: string;
  /** The table whose keys it holds. */
  readonly refersTo?: "sources" | "eras" | "figures";
  /** Code is set in the code face. */
  readonly isCode?: boolean;
  /** What each of several texts means, where the text does not say it. */
  readonly choices?: Readonly<Record<string, string>>;
  /** The heading of the group of fields that it opens. */
  readonly opens?: string;
}

/** Words for every field of a row: a column that is added must be given some. */
export type WordsOf<Row> = { readonly [Field in keyof Row]: FieldWords };

/** What a page says of a table. */
interface TableWords<Table extends EditedTable> {
  readonly title: string;
  /** One row: `event`. */
  readonly singular: string;
  /** What its rows are for, in one sentence. */
  readonly purpose: string;
  /** What a list shows of a row beside its key; the first names it. */
  readonly listed: readonly FieldOf<Table>[];
  readonly fields: WordsOf<EditedRows[Table]>;
}

/** The words of every table. */
export const TABLE_WORDS: { readonly [Table in EditedTable]: TableWords<Table> } = {
  series: {
    title: "Series",
    singular: "series",
    purpose:
      "What each quantity is, in which unit, from whom, and who may see it. Its values come by uploads.",
    listed: ["title", "frequency", "visibility", "source"],
    fields: SERIES_FIELDS,
  },
  sources: {
    title: "Sources",
    singular: "source",
    purpose: "Where numbers and dates come from, and what may be done with them.",
    listed: ["title", "publisher", "licence", "redistributable"],
    fields: SOURCE_FIELDS,
  },
  events: {
    title: "Events",
    singular: "event",
    purpose: "Dated points and ranges that figures mark.",
    listed: ["label", "date", "era", "kind"],
    fields: EVENT_FIELDS,
  },
  eras: {
    title: "Eras",
    singular: "era",
    purpose: "The booms that are laid on one clock, each with its turning points.",
    listed: ["name", "onset", "peak", "trough"],
    fields: ERA_FIELDS,
  },
  rounds: {
    title: "Rounds",
    singular: "round",
    purpose: "Single financing rounds, each with its source.",
    listed: ["company", "date", "instrument", "amount"],
    fields: ROUND_FIELDS,
  },
  figures: {
    title: "Figures",
    singular: "figure",
    purpose: "The saved figures; the dashboard shows those that are on it, in order.",
    listed: ["spec", "position", "isOnDashboard"],
    fields: FIGURE_FIELDS,
  },
  indicators: {
    title: "Indicators",
    singular: "indicator",
    purpose: "What the gauges read, each a formula with its dot-com counterpart and what speaks against it.",
    listed: ["title", "pillar", "kind", "weight"],
    fields: INDICATOR_FIELDS,
  },
  thresholds: {
    title: "Thresholds",
    singular: "threshold",
    purpose: "Where the wording of a reading changes, by sets of bands with their sources and versions.",
    listed: ["level", "at", "setName", "indicator"],
    fields: THRESHOLD_FIELDS,
  },
};
