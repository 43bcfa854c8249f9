"use server";

import { redirect } from "next/navigation";
import { NOT_REPEATED, RecoveryForm } from "../../../lib/auth/contracts.ts";
import { refused, refusedFields } from "../../../lib/forms/form-state.ts";
import { readForm } from "../../../lib/forms/read-form.ts";
import { WAIT } from "../../_data/attempt-limit.ts";
import { visitorAction } from "../../_data/guarded-action.ts";
import { recover as replacePassword } from "../../_data/recovery.ts";
import { keepSessionCookie } from "../../_data/session-cookie.ts";

/** Gives whoever holds a recovery link the password they chose. */
export const recover = visitorAction(async ({ form, visit }) => {
  const read = readForm(RecoveryForm, form);
  if (!read.ok) return read.error;
  const opened = await replacePassword(read.value, visit);
  if (!opened.ok) {
    switch (opened.error) {
      case "repeats":
        return refusedFields({ password: NOT_REPEATED }, form);
      case "too-many":
        return refused(`There were too many attempts: wait ${WAIT}, then try again.`);
      case "unusable":
        return refused("This link cannot be used any more: ask an admin for a new one.");
    }
  }
  await keepSessionCookie(opened.value);
  redirect("/account");
});
