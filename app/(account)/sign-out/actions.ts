"use server";

import { redirect } from "next/navigation";
import { guardedAction } from "../../_data/guarded-action.ts";
import { dropSessionCookie } from "../../_data/session-cookie.ts";
import { signOut as endSession } from "../../_data/sign-in.ts";

/** Ends the session of this browser. */
export const signOut = guardedAction("sign-out", async ({ actor, visit }) => {
  await endSession(actor);
  await dropSessionCookie(visit.isSecure);
  redirect("/");
});
