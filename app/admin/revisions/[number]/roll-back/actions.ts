"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { refused } from "../../../../../lib/forms/form-state.ts";
import { readForm } from "../../../../../lib/forms/read-form.ts";
import { RollBackForm } from "../../../../../lib/revisions/roll-back-form.ts";
import { guardedAction } from "../../../../_data/guarded-action.ts";
import { rollBackRevision } from "../../../../_data/roll-back.ts";

/** Rolls back what the form names, if the store is still where the dry run found it, and shows the new receipt. */
export const rollBack = guardedAction("roll-back", async ({ actor, form }) => {
  const read = readForm(RollBackForm, form);
  if (!read.ok) return read.error;
  const done = await rollBackRevision(read.value, actor);
  if (!done.ok) {
    refresh();
    return refused(REFUSALS[done.error.kind], { form });
  }
  if (done.value.outcome === "nothing-to-do") {
    refresh();
    return refused("Nothing was rolled back: it was undone already, or changed since.");
  }
  refresh();
  redirect(`/admin/revisions/${done.value.revision}`);
});

const REFUSALS = {
  "store-moved-on":
    "Nothing was rolled back: someone committed to the store since this was planned. The page shows the new plan; look at it and roll back again.",
  "no-such-revision": "Nothing was rolled back: there is no such revision, or it did not touch that series.",
} as const;
