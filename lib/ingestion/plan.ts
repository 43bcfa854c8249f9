import {
  type Catalogue,
  isSameRow,
  rowName,
  TABLE_NAMES,
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
 * What a commit would do, table by table; a dry run shows it and a commit carries it out. A table that the
 * package lacks has no differences. An observation is its (series, period, vintage): a later vintage is
 * an added row, another value at the same vintage is a revised one.
 */
export type Plan = {
  readonly [Table in keyof Catalogue]: Difference<Catalogue[Table][number]>;
} & {
  /** The revision the plan was made against. */
  readonly base: number;
};

/** Compares a checked package with what the store holds at revision `base`. */
export function planCommit(content: Partial<Catalogue>, held: Catalogue, base: number): Plan {
  const found: Partial<Tables> = content;
  const stored: Tables = held;
  const table = <Name extends TableName>(name: Name): Difference<TableRows[Name]> =>
    difference<TableRows[Name]>(
      found[name],
      stored[name],
      (row) => rowName(name, row),
      (a, b) => isSameRow(name, a, b),
    );
  return {
    base,
    sources: table("sources"),
    series: table("series"),
    observations: table("observations"),
    eras: table("eras"),
    events: table("events"),
    rounds: table("rounds"),
    seedFacts: table("seedFacts"),
    figures: difference(content.figures, held.figures, (figure) => figure.name, isSameJson),
  };
}

/** Whether there is nothing to store. */
export function isEmptyPlan(plan: Plan): boolean {
  return PLANNED.every((table) => plan[table].added.length + plan[table].revised.length === 0);
}

/** The tables of a plan, each after those it refers to. */
const PLANNED = [...TABLE_NAMES, "figures"] as const satisfies readonly (keyof Catalogue)[];

/** How many rows of each table a plan adds, revises, leaves and misses. */
export interface Counts {
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
  readonly missing: number;
}

/** The counts of a plan, table by table. */
export function planCounts(plan: Plan): Readonly<Record<keyof Catalogue, Counts>> {
  const counts = PLANNED.map((table) => {
    const { added, revised, unchanged, missing } = plan[table];
    return [table, { added: added.length, revised: revised.length, unchanged, missing: missing.length }];
  });
  return Object.fromEntries(counts) as Readonly<Record<keyof Catalogue, Counts>>;
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

/** Same JSON, whatever the order of keys: a store may not keep it. */
function isSameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortedKeys) === JSON.stringify(b, sortedKeys);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
