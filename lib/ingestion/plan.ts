import { isSameJson } from "../same-json.ts";
import type { Held } from "./store.ts";
import {
  type Catalogue,
  isSameRow,
  type ObservationRow,
  rowName,
  type TableName,
  type TableRows,
  type Tables,
} from "./tables.ts";

/** How a table of a package differs from what the store holds. */
export interface Difference<Row> {
  readonly added: readonly Row[];
  readonly revised: ReadonlyArray<{ readonly before: Row; readonly after: Row }>;
  readonly unchanged: number;
  /** In the store and not in the package. They stay: a commit never deletes. */
  readonly missing: readonly Row[];
}

/**
 * What a commit would do to every table but the observations, table by table, and the observations it would compare
 * with the store and take in. A table that the package lacks has no differences.
 */
export type Plan = {
  readonly [Table in keyof Held]: Difference<Held[Table][number]>;
} & {
  /** The revision the plan was made against. */
  readonly base: number;
  /** As the package has them: what of them is new to the store is found where the store is. */
  readonly observations: readonly ObservationRow[];
};

/** Compares a checked package with what the store holds at revision `base`. */
export function planCommit(content: Partial<Catalogue>, held: Held, base: number): Plan {
  const found: Partial<Tables> = content;
  const stored: { readonly [Name in PlannedName]: readonly TableRows[Name][] } = held;
  const table = <Name extends PlannedName>(name: Name): Difference<TableRows[Name]> =>
    difference<TableRows[Name]>(
      found[name],
      stored[name],
      (row) => rowName(name, row),
      (a, b) => isSameRow(name, a, b),
    );
  return {
    base,
    observations: content.observations ?? [],
    sources: table("sources"),
    series: table("series"),
    eras: table("eras"),
    events: table("events"),
    rounds: table("rounds"),
    seedFacts: table("seedFacts"),
    indicators: table("indicators"),
    thresholds: table("thresholds"),
    figures: difference(content.figures, held.figures, (figure) => figure.name, isSameJson),
  };
}

/** Whether a plan leaves every table but the observations as it is. */
export function isEmptyPlan(plan: Plan): boolean {
  return PLANNED.every((table) => plan[table].added.length + plan[table].revised.length === 0);
}

type PlannedName = Exclude<TableName, "observations">;

/** The tables that a plan has the differences of, each after those it refers to. */
const PLANNED = [
  "sources",
  "series",
  "eras",
  "events",
  "rounds",
  "seedFacts",
  "figures",
  "indicators",
  "thresholds",
] as const satisfies readonly (keyof Held)[];

/** How many rows of each table a plan adds, revises, leaves and misses. */
export interface Counts {
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
  readonly missing: number;
}

/** The counts of a plan, table by table. */
export function planCounts(plan: Plan): Readonly<Record<keyof Held, Counts>> {
  const counts = PLANNED.map((table) => {
    const { added, revised, unchanged, missing } = plan[table];
    return [table, { added: added.length, revised: revised.length, unchanged, missing: missing.length }];
  });
  return Object.fromEntries(counts) as Readonly<Record<keyof Held, Counts>>;
}

function difference<Row>(
  rows: readonly Row[] | undefined,
  held: readonly Row[],
  nameOf: (row: Row) => string,
  isSame: (a: Row, b: Row) => boolean,
): Difference<Row> {
  if (!rows) return { added: [], revised: [], unchanged: 0, missing: [] };
  const unseen = new Map(held.map((row) => [nameOf(row), row]));
  const added: Row[] = [];
  const revised: { before: Row; after: Row }[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const name = nameOf(row);
    const before = unseen.get(name);
    unseen.delete(name);
    if (!before) added.push(row);
    else if (isSame(before, row)) unchanged += 1;
    else revised.push({ before, after: row });
  }
  return { added, revised, unchanged, missing: [...unseen.values()] };
}
