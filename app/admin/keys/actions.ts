"use server";

import { refresh } from "next/cache";
import { KeyForm, RowId } from "../../../lib/auth/contracts.ts";
import { done, refused } from "../../../lib/forms/form-state.ts";
import { readForm } from "../../../lib/forms/read-form.ts";
import { endKey, makeKey } from "../../_data/api-keys.ts";
import { guardedAction } from "../../_data/guarded-action.ts";

/** Makes a key that is shown once. */
export const createKey = guardedAction("manage-keys", async ({ actor, form }) => {
  const read = readForm(KeyForm, form, { lists: ["scopes"] });
  if (!read.ok) return read.error;
  const key = await makeKey(read.value, actor);
  refresh();
  return done(`The key “${read.value.name}”. Copy it now: it is not shown again.`, key);
});

/** Revokes the key that the pressed button stands for. */
export const revokeKey = guardedAction("manage-keys", async ({ actor, form }) => {
  const id = RowId.safeParse(form.get("key"));
  const isRevoked = id.success && (await endKey(id.data, actor));
  refresh();
  return isRevoked
    ? done("The key was revoked; nothing can be done with it any more.")
    : refused("That key was revoked already.");
});
