import "server-only";
import type { Actor } from "../../lib/auth/person.ts";
import type { EditedTable } from "../../lib/editing/edited-table.ts";
import type { User } from "../../lib/editing/usage.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { rowKey, type StoredTables } from "../../lib/revisions/row-change.ts";
import { allUsersOf } from "./editing.ts";
import { EDITED_AS, type FoundStore, type PlannedEdit, storeEdit, type TooBusy } from "./editing-store.ts";

/** What becomes of a row besides what it says: it goes, or a series is hidden or shown again. */
export type StandingChange =
  | { readonly kind: "remove"; readonly table: Exclude<EditedTable, "series">; readonly key: string }
  | { readonly kind: "retire" | "bring-back"; readonly table: "series"; readonly key: string };

/** Why a row stays as it is. */
export type StandingRefusal =
  | { readonly kind: "gone" }
  /** These need it. */
  | { readonly kind: "in-use"; readonly users: readonly User[] };

/**
 * Removes a row, retires a series or brings it back, as one revision; its number, or `null` if it was so already. What
 * others need is neither removed nor retired. A retired series keeps its values and its code, and nobody sees it.
 */
export async function changeStanding(
  change: StandingChange,
  message: string,
  actor: Actor,
): Promise<Result<number | null, StandingRefusal | TooBusy>> {
  const stored = await storeEdit({ actor, message }, async (found) => {
    const edit = await planStanding(change, found);
    return edit.ok ? ok({ edit: edit.value }) : edit;
  });
  return stored.ok ? ok(stored.value.revision) : stored;
}

async function planStanding(
  change: StandingChange,
  { tables }: FoundStore,
): Promise<Result<PlannedEdit | null, StandingRefusal>> {
  const { kind, table, key } = change;
  if (!tables[table].some((row) => rowKey(table, row) === key)) return err({ kind: "gone" });
  if (kind !== "bring-back") {
    const users = (await allUsersOf({ table, key }, tables)).filter(({ needsIt }) => needsIt);
    if (users.length > 0) return err({ kind: "in-use", users });
  }
  if (kind === "remove") {
    const audit = { action: EDITED_AS[table], subject: key, detail: "removed" };
    return ok({ remove: [{ table, key }], audit });
  }
  return ok(retirement(key, tables, kind === "retire"));
}

function retirement(code: string, { series }: StoredTables, isRetired: boolean): PlannedEdit | null {
  const row = series.find((one) => one.code === code);
  if (row === undefined || row.isRetired === isRetired) return null;
  const audit = isRetired
    ? ({ action: "series-retired", subject: code, detail: "retired" } as const)
    : ({ action: "series-edited", subject: code, detail: "brought back" } as const);
  return { put: { series: [{ ...row, isRetired }] }, audit };
}
