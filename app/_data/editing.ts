import "server-only";
import { storedTables } from "../../db/revisions/stored-rows.ts";
import { citedSources } from "../../db/revisions/usage.ts";
import { EDITED_TABLES, type EditedTable } from "../../lib/editing/edited-table.ts";
import type { Field, Option } from "../../lib/editing/fields.ts";
import { type ListedRow, type RowPage, type RowSearch, searchRows } from "../../lib/editing/row-list.ts";
import type { RowTexts } from "../../lib/editing/row-texts.ts";
import { textsOfStored } from "../../lib/editing/stored-texts.ts";
import { type User, usersOf } from "../../lib/editing/usage.ts";
import { type RowName, rowKey, type StoredTables } from "../../lib/revisions/row-change.ts";
import { perRevision } from "./per-revision.ts";
import { store } from "./store.ts";

/** How many rows each table has, retired series not counted. */
export async function countRows(): Promise<Readonly<Record<EditedTable, number>>> {
  const { rows } = await currentRows();
  const counts = EDITED_TABLES.map((table) => [table, rows[table].filter((row) => !row.isRetired).length]);
  return Object.fromEntries(counts) as Record<EditedTable, number>;
}

/** The rows of a table that a search finds, a page at a time. */
export async function listRows(table: EditedTable, search: RowSearch): Promise<RowPage> {
  return searchRows(table, (await currentRows()).rows[table], search);
}

/** A row as its form shows it. */
export interface RowView {
  readonly texts: RowTexts;
  readonly isRetired: boolean;
  readonly users: readonly User[];
  /** The newest revision when it was looked at. */
  readonly base: number;
}

/** The row of this key, with what uses it; `null` if there is none. */
export async function loadRow(table: EditedTable, key: string): Promise<RowView | null> {
  const { tables, base } = await currentRows();
  const row = tables[table].find((one) => rowKey(table, one) === key);
  if (row === undefined) return null;
  return { ...textsOfStored(table, row), users: await allUsersOf({ table, key }, tables), base };
}

/** The newest revision, and what a row may refer to: sources by publisher, eras by name. */
export async function loadReferences(): Promise<{
  readonly base: number;
  readonly references: Readonly<Record<NonNullable<Field["refersTo"]>, readonly Option[]>>;
}> {
  const { tables, base } = await currentRows();
  const byLabel = (options: Option[]) => options.sort((a, b) => a.label.localeCompare(b.label, "en"));
  const sources = tables.sources.map(({ key, publisher, title }) => ({
    value: key,
    label: `${publisher}: ${title} (${key})`,
  }));
  const eras = tables.eras.map(({ code, name }) => ({ value: code, label: name }));
  const figures = tables.figures.map(({ name }) => ({ value: name, label: name }));
  return {
    base,
    references: { sources: byLabel(sources), eras: byLabel(eras), figures: byLabel(figures) },
  };
}

/** What uses a row: other rows, and of a source also stored values. */
export async function allUsersOf(name: RowName, tables: StoredTables): Promise<readonly User[]> {
  const users = usersOf(name, tables);
  if (name.table !== "sources") return users;
  const { db } = await store();
  const isCited = (await citedSources(db, [name.key])).has(name.key);
  return isCited ? [...users, { words: "stored values", row: null, needsIt: true }] : users;
}

interface CurrentRows {
  readonly tables: StoredTables;
  readonly rows: Readonly<Record<EditedTable, readonly ListedRow[]>>;
  readonly base: number;
}

function currentRows(): Promise<CurrentRows> {
  return perRevision("rows for editing", async ({ revision }) => {
    const tables = await storedTables((await store()).db);
    const rows = EDITED_TABLES.map((table) => [table, tables[table].map((row) => textsOfStored(table, row))]);
    return { tables, rows: Object.fromEntries(rows) as CurrentRows["rows"], base: revision };
  });
}
