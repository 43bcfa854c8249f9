import { formAddress } from "../../../lib/editing/addresses.ts";
import { changeWords } from "../../../lib/editing/change-words.ts";
import { ROW_PREFIX } from "../../../lib/editing/contracts.ts";
import { type EditedTable, keyFieldOf } from "../../../lib/editing/edited-table.ts";
import { effectsOf } from "../../../lib/editing/effects.ts";
import { labelOf } from "../../../lib/editing/fields.ts";
import type { RowTexts } from "../../../lib/editing/row-texts.ts";
import { TABLE_WORDS } from "../../../lib/editing/words.ts";
import { checked, done, type FormState, refused, refusedFields } from "../../../lib/forms/form-state.ts";
import { loadRow } from "../../_data/editing.ts";
import type { RowChanges, RowRefusal, SavedRow, TypedRow } from "../../_data/editing-row.ts";
import type { StandingRefusal } from "../../_data/editing-standing.ts";
import type { TooBusy } from "../../_data/editing-store.ts";
import { drawnPreview } from "./preview.ts";

const TOO_BUSY = "Nothing was changed: others are storing at this moment. Send it again.";

/** Leads to what a revision did, where it can be taken back. */
export function receiptLink(revision: number) {
  return {
    href: `/admin/revisions/${revision}`,
    label: `Receipt of revision ${revision}, where it can be taken back`,
  };
}

/** What storing a row would change, and what follows from it. */
export async function checkedState(typed: TypedRow, planned: RowChanges, form: FormData): Promise<FormState> {
  const { table, texts, isNew } = typed;
  const { changes } = planned;
  const users = isNew ? [] : ((await loadRow(table, texts[keyFieldOf(table)] ?? ""))?.users ?? []);
  const lines = [...changes.map((change) => changeWords(table, change)), ...effectsOf(table, changes, users)];
  const message =
    changes.length === 0 ? "Nothing would change." : "Nothing is stored yet. Saving will store this:";
  const drawn = table === "figures" ? await drawnPreview(planned) : { lines: [] };
  return checked(message, { form, ...drawn, lines: [...lines, ...drawn.lines] });
}

/** What was stored. */
export function savedState({ table, texts, isNew }: TypedRow, { changes, revision }: SavedRow): FormState {
  if (revision === null) return done("There is nothing to do: all of this is stored already.");
  const key = texts[keyFieldOf(table)] ?? "";
  const { singular } = TABLE_WORDS[table];
  const links = [receiptLink(revision)];
  if (isNew) {
    const own = { href: formAddress(table, key), label: `Edit ${key}` };
    return { ...done(`The ${singular} ${key} was added, in revision ${revision}.`), links: [own, ...links] };
  }
  const lines = changes.map((change) => changeWords(table, change));
  return { ...done(`The ${singular} was changed, in revision ${revision}.`), lines, links };
}

/** Why a row was not stored, with all that was typed. */
export function refusedRow(table: EditedTable, refusal: RowRefusal | TooBusy, form: FormData): FormState {
  switch (refusal.kind) {
    case "fields":
      return refusedFields(inForm(refusal.errors), form);
    case "too-busy":
      return refused(TOO_BUSY, { form });
    case "gone":
      return refused("Nothing was stored: this row was removed meanwhile, or never there.", { form });
    case "changed-since":
      return bothVersions(table, refusal, form);
  }
}

/** Both versions of a row: the form keeps what was typed and says beside it what someone else stored. */
function bothVersions(
  table: EditedTable,
  { author, revision, base, merged, stored }: Extract<RowRefusal, { kind: "changed-since" }>,
  form: FormData,
): FormState {
  const labels = merged.taken.map((field) => `“${labelOf(table, field)}”`).join(", ");
  const message = [
    `Nothing was stored: ${author} changed this row meanwhile, in revision ${revision}.`,
    labels && `${labels} now says what they stored.`,
    merged.contested.length > 0 && "Where you both changed something, theirs is said beside yours.",
    "Save again to store the form as it is now.",
  ];
  const errors = merged.contested.map((field) => [field, `Stored meanwhile: ${stored[field] || "nothing"}`]);
  const state = refused(message.filter(Boolean).join(" "), {
    errors: inForm(Object.fromEntries(errors)),
    form,
  });
  return { ...state, values: { ...state.values, ...inForm(merged.texts), base: String(base) } };
}

/** Why a row was neither removed nor retired nor brought back. */
export function refusedStanding(refusal: StandingRefusal | TooBusy, form: FormData): FormState {
  switch (refusal.kind) {
    case "too-busy":
      return refused(TOO_BUSY, { form });
    case "gone":
      return refused("Nothing was changed: there is no such row any more.", { form });
    case "in-use": {
      const state = refused("Nothing was changed: these need it. Change or remove them first.", { form });
      return { ...state, lines: refusal.users.map(({ words }) => words) };
    }
  }
}

/** Under the names that the fields have in the form. */
function inForm(texts: RowTexts): RowTexts {
  return Object.fromEntries(Object.entries(texts).map(([field, text]) => [`${ROW_PREFIX}${field}`, text]));
}
