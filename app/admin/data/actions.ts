"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { ROW_PREFIX, RowForm, StandingForm } from "../../../lib/editing/contracts.ts";
import { readTexts } from "../../../lib/editing/row-texts.ts";
import { done, refused } from "../../../lib/forms/form-state.ts";
import { readForm } from "../../../lib/forms/read-form.ts";
import { checkTypedRow, saveRow } from "../../_data/editing-row.ts";
import { changeStanding } from "../../_data/editing-standing.ts";
import { guardedAction } from "../../_data/guarded-action.ts";
import { checkedState, receiptLink, refusedRow, refusedStanding, savedState } from "./outcome.ts";

/** Stores the row that was typed, or says what storing it would change: whichever button was pressed. */
export const sendRow = guardedAction("edit", async ({ actor, form }) => {
  const read = readForm(RowForm, form);
  if (!read.ok) return read.error;
  const { table, isNew, base, step, why } = read.value;
  const typed = { table, isNew, base, texts: readTexts(table, form, ROW_PREFIX) };
  if (step === "check") {
    const checked = await checkTypedRow(typed);
    return checked.ok ? checkedState(typed, checked.value, form) : refusedRow(table, checked.error, form);
  }
  const saved = await saveRow(typed, why, actor);
  if (!saved.ok) return refusedRow(table, saved.error, form);
  refresh();
  return savedState(typed, saved.value);
});

/** Removes a row, retires a series or brings it back: whichever button was pressed. Who removed a row sees its receipt. */
export const sendStanding = guardedAction("edit", async ({ actor, form }) => {
  const read = readForm(StandingForm, form);
  if (!read.ok) return read.error;
  const { why, ...change } = read.value;
  const changed = await changeStanding(change, why, actor);
  if (!changed.ok) return refusedStanding(changed.error, form);
  if (changed.value === null) return refused("Nothing was changed: it was so already.", { form });
  if (change.kind === "remove") redirect(`/admin/revisions/${changed.value}`);
  refresh();
  const message = change.kind === "retire" ? "The series is retired." : "The series is back.";
  return { ...done(message), links: [receiptLink(changed.value)] };
});
