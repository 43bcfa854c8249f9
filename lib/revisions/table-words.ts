import type { StoredTable } from "./row-change.ts";

/** What a row of each table is called, one and several. */
const ROW_WORDS: Readonly<Record<StoredTable, readonly [one: string, several: string]>> = {
  sources: ["source", "sources"],
  series: ["series", "series"],
  eras: ["era", "eras"],
  events: ["event", "events"],
  rounds: ["round", "rounds"],
  seedFacts: ["claim", "claims"],
  figures: ["figure", "figures"],
  indicators: ["indicator", "indicators"],
  thresholds: ["threshold", "thresholds"],
};

/** What one row of a table is called: `source`. */
export function rowWord(table: StoredTable): string {
  return ROW_WORDS[table][0];
}

/** So many rows of a table: `1 source`, `1,200 events`. */
export function countOfRows(table: StoredTable, count: number): string {
  return `${COUNT.format(count)} ${ROW_WORDS[table][count === 1 ? 0 : 1]}`;
}

const COUNT = new Intl.NumberFormat("en-GB");
