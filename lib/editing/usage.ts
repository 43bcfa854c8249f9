import { codesInSpec } from "../figures/codes.ts";
import { FigureSpec } from "../figures/spec.ts";
import { codesInIndicator } from "../indicators/codes.ts";
import { referencesOf, type StoredRow } from "../revisions/references.ts";
import {
  type RowName,
  rowKey,
  STORED_TABLES,
  type StoredRows,
  type StoredTables,
} from "../revisions/row-change.ts";

/** Something that uses a row. */
export interface User {
  /** `the figure capex-share-of-gdp` */
  readonly words: string;
  /** Its own row; `null` for stored values, which are none. */
  readonly row: RowName | null;
  /** Whether it would be left without something that it needs, so that what it uses must stay. */
  readonly needsIt: boolean;
}

/**
 * What uses a row: the rows that refer to it, and of a series also the figures and indicators whose formulas read it
 * and the claims that one of its values carries. A claim needs the event or the round that carries
 * it; a series it only names, and its values stay whether it is hidden or not.
 */
export function usersOf(name: RowName, tables: StoredTables): User[] {
  return STORED_TABLES.flatMap((table) =>
    tables[table]
      .map((row): StoredRow => ({ table, row }))
      .filter((row) => uses(row, name))
      .map((row) => asUser(row, name)),
  );
}

function uses(user: StoredRow, name: RowName): boolean {
  if (name.table === "series") return seriesUsedBy(user).includes(name.key);
  return referencesOf(user).some(({ table, key }) => table === name.table && key === name.key);
}

function seriesUsedBy({ table, row }: StoredRow): readonly string[] {
  if (table === "figures") {
    const spec = FigureSpec.safeParse((row as StoredRows["figures"]).spec);
    return spec.success ? codesInSpec(spec.data) : [];
  }
  if (table === "indicators") return codesInIndicator(row as StoredRows["indicators"]);
  if (table !== "seedFacts") return [];
  const { targetKind, target } = row as StoredRows["seedFacts"];
  if (targetKind === "series") return [target];
  return targetKind === "observation" ? [target.split("@")[0] ?? target] : [];
}

function asUser({ table, row }: StoredRow, used: RowName): User {
  const name = { table, key: rowKey(table, row) };
  if (table !== "seedFacts") return { words: `the ${ONE_OF[table]} ${name.key}`, row: name, needsIt: true };
  const { claim } = row as StoredRows["seedFacts"];
  return { words: `claim ${claim} of the 2024 story`, row: name, needsIt: used.table !== "series" };
}

const ONE_OF = {
  sources: "source",
  series: "series",
  eras: "era",
  events: "event",
  rounds: "round",
  figures: "figure",
  indicators: "indicator",
  thresholds: "threshold",
} as const;
