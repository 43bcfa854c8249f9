"use server";

import { redirect } from "next/navigation";
import { SetUpForm } from "../../../lib/auth/contracts.ts";
import { refused } from "../../../lib/forms/form-state.ts";
import { readForm } from "../../../lib/forms/read-form.ts";
import { visitorAction } from "../../_data/guarded-action.ts";
import { keepSessionCookie } from "../../_data/session-cookie.ts";
import { setUp as makeFirstAdmin } from "../../_data/set-up.ts";

/** Makes the first admin for whoever holds the link that the server printed. */
export const setUp = visitorAction(async ({ form, visit }) => {
  const read = readForm(SetUpForm, form);
  if (!read.ok) return read.error;
  const opened = await makeFirstAdmin(read.value, visit);
  if (opened === null) {
    return refused("This link cannot be used any more: start the server again, which prints a new one.", {
      form,
    });
  }
  await keepSessionCookie(opened);
  redirect("/admin/people");
});
