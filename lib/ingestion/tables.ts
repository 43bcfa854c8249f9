import { SHOWN_AS, TARGET_KINDS, VERDICTS } from "../claims/claim.ts";
import { ERA_HUES } from "../eras/era.ts";
import { EVENT_KINDS, EVENT_STATUSES } from "../events/event.ts";
import type { FigureSpec } from "../figures/spec.ts";
import { DIRECTIONS } from "../gauge/direction.ts";
import { INDICATOR_DISPLAYS, INDICATOR_KINDS } from "../indicators/indicator.ts";
import { PILLARS } from "../indicators/pillar.ts";
import { FREQUENCIES, type RegularFrequency } from "../periods/frequency.ts";
import { INSTRUMENTS } from "../rounds/round.ts";
import {
  CALENDAR_YEAR_ENDS,
  MONTHS,
  RATES,
  SEASONAL_ADJUSTMENTS,
  SERIES_CODE,
  STATUSES,
  VISIBILITIES,
} from "../series/series.ts";
import { MEASURES, PRICE_KINDS, SCALES, UNIT_KINDS } from "../series/unit.ts";
import {
  address,
  amount,
  atLeastZero,
  atMost,
  boolean,
  type Cell,
  day,
  decimal,
  filled,
  longText,
  names,
  natural,
  ofForm,
  oneOf,
  oneOfNumbers,
  optional,
  orElse,
  periodOf,
  words,
} from "./cells.ts";

/** The row that a set of columns gives; fields are named as in code, columns the same in snake case. */
type RowOf<C extends Readonly<Record<string, Cell<unknown>>>> = {
  readonly [Field in keyof C]: C[Field] extends Cell<infer Value> ? Value : never;
};

const code = ofForm(SERIES_CODE, "write capitals, digits and _, at most 25, such as VC_US_PB_A");
const kebab = ofForm(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write lower-case words joined by hyphens");
const currency = ofForm(/^[A-Z]{3}$/, "write the three letters of ISO 4217, such as USD");
/** Money must say its scale; for anything else an empty cell is 1. */
const scale: Cell<number | null> = {
  ...optional(oneOfNumbers(SCALES)),
  isSame: (a, b) => (a ?? 1) === (b ?? 1),
};
const dated: readonly RegularFrequency[] = ["D", "M", "A"];
const turn = periodOf(["D", "M", "Q", "A"]);
/** Event labels stand on charts, where more than this collides. */
const longestLabel = 39;

const sources = {
  key: filled,
  publisher: filled,
  title: filled,
  url: address,
  published: optional(periodOf(dated)),
  accessed: optional(day),
  licence: filled,
  redistributable: boolean,
  citation: words,
};

const series = {
  code,
  title: filled,
  measure: oneOf(MEASURES),
  unitKind: oneOf(UNIT_KINDS),
  currency: optional(currency),
  scale,
  unitOf: optional(filled),
  prices: oneOf(PRICE_KINDS),
  priceBase: optional(filled),
  frequency: oneOf(FREQUENCIES),
  rate: oneOf(RATES),
  yearEnds: orElse(CALENDAR_YEAR_ENDS, oneOfNumbers(MONTHS)),
  geography: filled,
  sector: filled,
  universe: filled,
  seasonalAdjustment: orElse("NSA", oneOf(SEASONAL_ADJUSTMENTS)),
  source: filled,
  staleAfterDays: optional(natural),
  visibility: oneOf(VISIBILITIES),
  plausibleMin: optional(decimal),
  plausibleMax: optional(decimal),
  notes: words,
};

const observations = {
  series: code,
  /** Read against the frequency of its series, so any text passes here. */
  period: filled,
  value: optional(decimal),
  vintage: day,
  status: oneOf(STATUSES),
  source: optional(filled),
  note: optional(filled),
};

const eras = {
  code,
  name: filled,
  hue: oneOf(ERA_HUES),
  onset: turn,
  onsetEvent: filled,
  onsetSource: filled,
  peak: optional(turn),
  peakEvent: optional(filled),
  peakSource: optional(filled),
  trough: optional(turn),
  troughEvent: optional(filled),
  troughSource: optional(filled),
};

const events = {
  code: kebab,
  era: optional(code),
  date: periodOf(dated),
  endDate: optional(periodOf(dated)),
  label: atMost(longestLabel),
  kind: oneOf(EVENT_KINDS),
  status: oneOf(EVENT_STATUSES),
  source: filled,
  note: words,
};

const rounds = {
  code: kebab,
  company: filled,
  sector: filled,
  country: filled,
  date: periodOf(dated),
  instrument: oneOf(INSTRUMENTS),
  amount: optional(amount),
  currency,
  postMoney: optional(amount),
  preMoney: optional(amount),
  lead: optional(filled),
  participants: names,
  status: oneOf(STATUSES),
  source: filled,
  note: words,
};

const seedFacts = {
  claim: natural,
  text: filled,
  verdict: oneOf(VERDICTS),
  targetKind: oneOf(TARGET_KINDS),
  target: filled,
  shownAs: oneOf(SHOWN_AS),
};

const anyPeriod = periodOf(["D", "W", "M", "Q", "H", "A"]);

const indicators = {
  name: kebab,
  position: natural,
  title: atMost(40),
  pillar: oneOf(PILLARS),
  kind: oneOf(INDICATOR_KINDS),
  definition: longText,
  now: filled,
  then: optional(filled),
  over: optional(filled),
  calm: optional(filled),
  calmFrom: optional(anyPeriod),
  calmTo: optional(anyPeriod),
  display: orElse("auto", oneOf(INDICATOR_DISPLAYS)),
  direction: oneOf(DIRECTIONS),
  weight: atLeastZero,
  figure: optional(kebab),
  against: longText,
  wouldChange: longText,
  methodVersion: natural,
};

const thresholds = {
  name: kebab,
  /** `set` is a word of SQL. */
  setName: kebab,
  version: natural,
  indicator: kebab,
  position: natural,
  at: optional(decimal),
  level: atMost(40),
  source: filled,
  note: words,
};

/** One row of each table. Dates and periods are ISO text, amounts exact decimal text, sources their keys. */
export type SourceRow = RowOf<typeof sources>;
export type SeriesRow = RowOf<typeof series>;
export type ObservationRow = RowOf<typeof observations>;
export type EraRow = RowOf<typeof eras>;
export type EventRow = RowOf<typeof events>;
export type RoundRow = RowOf<typeof rounds>;
export type SeedFactRow = RowOf<typeof seedFacts>;
export type IndicatorRow = RowOf<typeof indicators>;
export type ThresholdRow = RowOf<typeof thresholds>;

/** The rows of each CSV table. */
export interface TableRows {
  readonly sources: SourceRow;
  readonly series: SeriesRow;
  readonly observations: ObservationRow;
  readonly eras: EraRow;
  readonly events: EventRow;
  readonly rounds: RoundRow;
  readonly seedFacts: SeedFactRow;
  readonly indicators: IndicatorRow;
  readonly thresholds: ThresholdRow;
}

export type TableName = keyof TableRows;

/** A table that comes as CSV. `key` names a row within it, in messages and against the store. */
export interface Table<Row> {
  readonly columns: { readonly [Field in keyof Row & string]: Cell<Row[Field]> };
  readonly key: ReadonlyArray<keyof Row & string>;
}

/** What each CSV table is made of. */
export const TABLES: { readonly [Name in TableName]: Table<TableRows[Name]> } = {
  sources: { columns: sources, key: ["key"] },
  series: { columns: series, key: ["code"] },
  observations: { columns: observations, key: ["series", "period", "vintage"] },
  eras: { columns: eras, key: ["code"] },
  events: { columns: events, key: ["code"] },
  rounds: { columns: rounds, key: ["code"] },
  seedFacts: { columns: seedFacts, key: ["claim", "targetKind", "target"] },
  indicators: { columns: indicators, key: ["name"] },
  thresholds: { columns: thresholds, key: ["name"] },
};

/** The names of the tables, each after those it refers to. */
export const TABLE_NAMES = [
  "sources",
  "series",
  "observations",
  "eras",
  "events",
  "rounds",
  "seedFacts",
  "indicators",
  "thresholds",
] as const satisfies readonly TableName[];

/** The rows of every CSV table. */
export type Tables = { readonly [Name in TableName]: readonly TableRows[Name][] };

/** Everything a package holds, every cell checked, in the order of the files. */
export interface Catalogue extends Tables {
  readonly figures: readonly FigureSpec[];
}

/** The header of a field: `plausibleMin` is `plausible_min`. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The name of a row: its key fields, joined. */
export function rowName<Name extends TableName>(table: Name, row: TableRows[Name]): string {
  return TABLES[table].key.map((field) => String(row[field])).join(" ");
}

/** Whether two rows of a table say the same, column by column. */
export function isSameRow<Name extends TableName>(
  table: Name,
  a: TableRows[Name],
  b: TableRows[Name],
): boolean {
  return differingFields(table, a, b).length === 0;
}

/** The fields in which two rows of a table do not say the same, in the order of its columns. */
export function differingFields<Name extends TableName>(
  table: Name,
  a: TableRows[Name],
  b: TableRows[Name],
): ReadonlyArray<keyof TableRows[Name] & string> {
  const { columns } = TABLES[table];
  return fieldsOf(table).filter((field) => !columns[field].isSame(a[field], b[field]));
}

/** The fields of a table in the order of its columns. */
export function fieldsOf<Name extends TableName>(table: Name): ReadonlyArray<keyof TableRows[Name] & string> {
  return keysOf(TABLES[table].columns);
}

function keysOf<Shape extends object>(shape: Shape): ReadonlyArray<keyof Shape & string> {
  return Object.keys(shape) as (keyof Shape & string)[];
}
