"use server";

import { refresh } from "next/cache";
import { NameForm, NOT_REPEATED, PasswordForm, RowId } from "../../../lib/auth/contracts.ts";
import { repeats } from "../../../lib/auth/password.ts";
import { done, refused, refusedFields } from "../../../lib/forms/form-state.ts";
import { readForm } from "../../../lib/forms/read-form.ts";
import { WAIT } from "../../_data/attempt-limit.ts";
import { guardedAction } from "../../_data/guarded-action.ts";
import { changePassword, endOneSession, endOtherSessions, rename } from "../../_data/own-account.ts";
import { keepSessionCookie } from "../../_data/session-cookie.ts";

/** Changes the name one is shown by. */
export const changeOwnName = guardedAction("manage-own-account", async ({ actor, form }) => {
  const read = readForm(NameForm, form);
  if (!read.ok) return read.error;
  await rename(read.value.name, actor);
  refresh();
  return done("Your name was changed.");
});

/** Changes one's password, and ends all other sessions. */
export const changeOwnPassword = guardedAction("manage-own-account", async ({ actor, form, visit }) => {
  const read = readForm(PasswordForm, form);
  if (!read.ok) return read.error;
  if (repeats(read.value.newPassword, [actor.name, actor.email, "Bubblescope"])) {
    return refusedFields({ newPassword: NOT_REPEATED }, form);
  }
  const changed = await changePassword(read.value, actor, visit);
  if (changed.ok) {
    await keepSessionCookie(changed.value);
    return done("Your password was changed, and you were signed out everywhere else.");
  }
  return changed.error === "wrong"
    ? refused("Nothing was changed.", { errors: { currentPassword: "This is not your current password." } })
    : refused(`There were too many attempts: wait ${WAIT}, then try again.`);
});

/** Ends one of one's sessions, or all but this one. */
export const endSessions = guardedAction("manage-own-account", async ({ actor, form }) => {
  if (form.has("others")) {
    const count = await endOtherSessions(actor);
    refresh();
    return done(count === 1 ? "1 other session was ended." : `${count} other sessions were ended.`);
  }
  const id = RowId.safeParse(form.get("session"));
  const isEnded = id.success && (await endOneSession(id.data, actor));
  refresh();
  return isEnded ? done("The session was ended.") : refused("That session had ended already.");
});
