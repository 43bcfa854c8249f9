"use server";

import { redirect } from "next/navigation";
import { SignInForm } from "../../../lib/auth/contracts.ts";
import { nextPath } from "../../../lib/auth/next-path.ts";
import { refused } from "../../../lib/forms/form-state.ts";
import { readForm } from "../../../lib/forms/read-form.ts";
import { WAIT } from "../../_data/attempt-limit.ts";
import { visitorAction } from "../../_data/guarded-action.ts";
import { keepSessionCookie } from "../../_data/session-cookie.ts";
import { signIn as openSession } from "../../_data/sign-in.ts";

const REFUSALS = {
  wrong: "No account can be used with this e-mail address and password.",
  "too-many": `There were too many attempts: wait ${WAIT}, then try again.`,
} as const;

/** Signs in whoever knows the password. */
export const signIn = visitorAction(async ({ form, visit }) => {
  const read = readForm(SignInForm, form);
  if (!read.ok) return read.error;
  const opened = await openSession(read.value, visit);
  if (!opened.ok) return refused(REFUSALS[opened.error], { form });
  await keepSessionCookie(opened.value);
  redirect(nextPath(read.value.next));
});
