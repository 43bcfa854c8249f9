import "server-only";
import { changesSince } from "../../db/revisions/history.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { checkRow } from "../../lib/editing/check-row.ts";
import { type EditedRows, type EditedTable, keyFieldOf } from "../../lib/editing/edited-table.ts";
import type { FieldErrors } from "../../lib/editing/field-errors.ts";
import {
  type FieldChange,
  fieldChanges,
  type MergedTexts,
  mergeTexts,
} from "../../lib/editing/row-difference.ts";
import { type RowTexts, textsOf } from "../../lib/editing/row-texts.ts";
import { asStored, textsOfStored } from "../../lib/editing/stored-texts.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { rowKey, type StoredRows } from "../../lib/revisions/row-change.ts";
import { today } from "./clock.ts";
import {
  EDITED_AS,
  type FoundStore,
  findStore,
  type PlannedEdit,
  storeEdit,
  type TooBusy,
} from "./editing-store.ts";
import { store } from "./store.ts";

/** A row as it was typed. */
export interface TypedRow {
  readonly table: EditedTable;
  readonly texts: RowTexts;
  readonly isNew: boolean;
  /** The newest revision when its form was shown. */
  readonly base: number;
}

/** Why a row was not stored. */
export type RowRefusal =
  | { readonly kind: "fields"; readonly errors: FieldErrors }
  /** There is no row of this key, or none any more. */
  | { readonly kind: "gone" }
  /** Someone changed it meanwhile; `merged` has both, `stored` what they made of it. */
  | {
      readonly kind: "changed-since";
      readonly author: string;
      readonly revision: number;
      readonly base: number;
      readonly merged: MergedTexts;
      readonly stored: RowTexts;
    };

/** What storing a row does: the fields that change, of a new row those that are not empty. */
export interface RowChanges {
  readonly changes: readonly FieldChange[];
  readonly row: EditedRows[EditedTable];
}

/** What was stored, in which revision; `null` if the row said all of it before. */
export type SavedRow = RowChanges & { readonly revision: number | null };

/** Says what storing a row would do; stores nothing. */
export async function checkTypedRow(typed: TypedRow): Promise<Result<RowChanges, RowRefusal>> {
  return planRow(typed, await findStore());
}

/** Stores a row as one revision, unless it is as it was. */
export function saveRow(
  typed: TypedRow,
  message: string,
  actor: Actor,
): Promise<Result<SavedRow, RowRefusal | TooBusy>> {
  return storeEdit({ actor, message }, async (found) => {
    const planned = await planRow(typed, found);
    return planned.ok ? ok({ ...planned.value, edit: editOf(typed, planned.value) }) : planned;
  });
}

function editOf({ table, texts, isNew }: TypedRow, { row, changes }: RowChanges): PlannedEdit | null {
  if (!isNew && changes.length === 0) return null;
  const detail = isNew ? "added" : changes.map(({ label }) => label).join(", ");
  return {
    put: asStored(table, row),
    audit: { action: EDITED_AS[table], subject: texts[keyFieldOf(table)] ?? "", detail },
  };
}

async function planRow(typed: TypedRow, found: FoundStore): Promise<Result<RowChanges, RowRefusal>> {
  const { table, texts, isNew } = typed;
  const stored = isNew ? null : storedTexts(typed, found);
  if (!isNew) {
    const since = await changedSince(typed, stored, found);
    if (since) return err(since);
    if (stored === null) return err({ kind: "gone" });
  }
  const checked = checkRow(table, texts, { snapshot: found.snapshot, today: today(), isNew });
  if (!checked.ok) return err({ kind: "fields", errors: checked.error });
  const changes = fieldChanges(table, stored ?? {}, textsOf(table, checked.value));
  return ok({ row: checked.value, changes });
}

function storedTexts({ table, texts }: TypedRow, { tables }: FoundStore): RowTexts | null {
  const key = texts[keyFieldOf(table)];
  const row = tables[table].find((one) => rowKey(table, one) === key);
  return row === undefined ? null : textsOfStored(table, row).texts;
}

/** Both versions of a row that someone else changed after its form was shown. */
async function changedSince(
  { table, texts, base }: TypedRow,
  stored: RowTexts | null,
  { snapshot }: FoundStore,
): Promise<RowRefusal | null> {
  const { db } = await store();
  const changes = await changesSince(db, { table, key: texts[keyFieldOf(table)] ?? "" }, base);
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (stored === null) return { kind: "gone" };
  const seen =
    first.before === null ? stored : textsOfStored(table, first.before as StoredRows[EditedTable]).texts;
  const merged = mergeTexts(table, { seen, typed: texts, stored });
  const { author, revision } = last;
  return { kind: "changed-since", author, revision, base: snapshot.revision, merged, stored };
}
