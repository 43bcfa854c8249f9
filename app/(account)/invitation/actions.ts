"use server";

import { redirect } from "next/navigation";
import { InvitationForm } from "../../../lib/auth/contracts.ts";
import { refused } from "../../../lib/forms/form-state.ts";
import { readForm } from "../../../lib/forms/read-form.ts";
import { visitorAction } from "../../_data/guarded-action.ts";
import { accept } from "../../_data/invitations.ts";
import { keepSessionCookie } from "../../_data/session-cookie.ts";

/** Gives whoever holds an invitation their account. */
export const acceptInvitation = visitorAction(async ({ form, visit }) => {
  const read = readForm(InvitationForm, form);
  if (!read.ok) return read.error;
  const opened = await accept(read.value, visit);
  if (opened === null) {
    return refused("This invitation cannot be used any more: ask whoever sent it for a new one.", { form });
  }
  await keepSessionCookie(opened);
  redirect("/account");
});
