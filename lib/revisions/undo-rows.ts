import { isSameJson } from "../same-json.ts";
import { referencesOf, type StoredRow } from "./references.ts";
import {
  type RowChange,
  type RowName,
  rowKey,
  STORED_TABLES,
  type StoredRows,
  type StoredTable,
  type StoredTables,
} from "./row-change.ts";

/** Why a row stays as it is although the revision that made it so is rolled back. */
export type KeptBecause =
  /** A later revision changed it, or, of a series, stored values of it. */
  | { readonly kind: "changed-since" }
  /** It was added, and `by` refers to it: the name of a row, or `observations`. */
  | { readonly kind: "referred-to"; readonly by: string }
  /** As it was before it referred to a row that is no longer stored. */
  | { readonly kind: "lacks"; readonly name: string };

/** A row that a roll-back leaves alone. */
export type KeptRow = RowName & { readonly because: KeptBecause };

/** What rolling a revision back does to the small tables, and what it leaves alone. */
export interface UndoneRows {
  readonly put: Partial<StoredTables>;
  readonly remove: readonly RowName[];
  readonly kept: readonly KeptRow[];
}

/** What the tables do not say of themselves. */
export interface Usage {
  /** Codes of series that have values besides those that the roll-back takes back. */
  readonly seriesInUse: ReadonlySet<string>;
  /** Keys of sources that stored observations cite, of those that the revision added. */
  readonly citedSources: ReadonlySet<string>;
}

/**
 * Undoes what a revision did to the small tables, from how it left each row and how the row is now.
 *
 * A row that is no longer as the revision left it stays as it is. One that the revision changed or removed is put
 * back as it was. One that it added is removed if nothing that stays refers to it; a series is retired instead, as
 * its code is never used again, unless it has other values.
 */
export function undoRows(changes: readonly RowChange[], held: StoredTables, usage: Usage): UndoneRows {
  const now = new State(held);
  const kept: KeptRow[] = [];
  const puts: StoredRow[] = [];
  const removals: RowName[] = [];
  for (const { table, key, before, after } of changes) {
    const current = now.row(table, key);
    if (isSameJson(current, before)) continue;
    if (!isSameJson(current, after)) kept.push({ table, key, because: { kind: "changed-since" } });
    else if (before !== null) puts.push({ table, row: before });
    else if (table !== "series") removals.push({ table, key });
    else if (usage.seriesInUse.has(key)) kept.push({ table, key, because: { kind: "changed-since" } });
    else puts.push({ table, row: { ...after, isRetired: true } as StoredRows["series"] });
  }
  const put = puts.filter((row) => {
    const lacking = referencesOf(row).find((name) => !now.has(name) && !isAmong(puts, name));
    if (lacking) kept.push({ ...nameOf(row), because: { kind: "lacks", name: words(lacking) } });
    else now.put(row);
    return !lacking;
  });
  const remove = inOrderOfRemoval(removals).filter((name) => {
    const isCited = name.table === "sources" && usage.citedSources.has(name.key);
    const by = isCited ? "observations" : now.referrer(name);
    if (by === null) now.remove(name);
    else kept.push({ ...name, because: { kind: "referred-to", by } });
    return by === null;
  });
  return { put: byTable(put), remove, kept };
}

/** The rows of all tables while they are undone. */
class State {
  readonly #rows = new Map<string, StoredRow>();

  constructor(held: StoredTables) {
    for (const table of STORED_TABLES) for (const row of held[table]) this.put({ table, row });
  }

  row(table: StoredTable, key: string): StoredRows[StoredTable] | null {
    return this.#rows.get(words({ table, key }))?.row ?? null;
  }

  has(name: RowName): boolean {
    return this.#rows.has(words(name));
  }

  put(row: StoredRow): void {
    this.#rows.set(words(nameOf(row)), row);
  }

  remove(name: RowName): void {
    this.#rows.delete(words(name));
  }

  /** The name of a row that refers to this one, or null. */
  referrer(name: RowName): string | null {
    for (const [referrer, row] of this.#rows) {
      if (referencesOf(row).some((one) => words(one) === words(name))) return referrer;
    }
    return null;
  }
}

function nameOf({ table, row }: StoredRow): RowName {
  return { table, key: rowKey(table, row) };
}

function words({ table, key }: RowName): string {
  return `${table} ${key}`;
}

function isAmong(rows: readonly StoredRow[], name: RowName): boolean {
  return rows.some((row) => words(nameOf(row)) === words(name));
}

/** What refers to others goes before them. */
function inOrderOfRemoval(names: readonly RowName[]): RowName[] {
  const place = ({ table }: RowName) => STORED_TABLES.indexOf(table);
  return names.toSorted((a, b) => place(b) - place(a));
}

function byTable(rows: readonly StoredRow[]): Partial<StoredTables> {
  const tables = STORED_TABLES.map((table) => [
    table,
    rows.filter((one) => one.table === table).map(({ row }) => row),
  ]);
  return Object.fromEntries(tables.filter(([, some]) => some && some.length > 0)) as Partial<StoredTables>;
}
