import "server-only";
import type { Action } from "../../lib/auth/action.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { refusalWords } from "../../lib/auth/refusal.ts";
import { type FormState, refused } from "../../lib/forms/form-state.ts";
import { authorise, authoriseVisitor } from "./access.ts";
import { currentVisit, type Visit } from "./visit.ts";

/** A server action as a form calls it. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** What a guarded server action is given. */
export interface Sent<Who> {
  readonly actor: Who;
  readonly form: FormData;
  readonly visit: Visit;
}

/**
 * A server action for those whose role allows `action`. To anyone else it says why nothing was done, and keeps what
 * they typed. Every function that a `"use server"` module exports is made by this or by `visitorAction`.
 */
export function guardedAction(action: Action, run: (sent: Sent<Actor>) => Promise<FormState>): FormAction {
  return async (_, form) => {
    const admitted = await authorise(action);
    if (!admitted.ok) return refused(refusalWords(admitted.error), { form });
    if (!isStorable(form)) return refused(UNSTORABLE);
    return run({ actor: admitted.value, form, visit: await currentVisit() });
  };
}

/** A server action for visitors, who may do nothing but come in: set up, accept an invitation, choose a new password, sign in. */
export function visitorAction(run: (sent: Sent<null>) => Promise<FormState>): FormAction {
  return async (_, form) => {
    const admitted = await authoriseVisitor();
    if (!admitted.ok) return refused(refusalWords(admitted.error), { form });
    if (!isStorable(form)) return refused(UNSTORABLE);
    return run({ actor: null, form, visit: await currentVisit() });
  };
}

const UNSTORABLE = "Nothing was done: a field holds a null character, which no text has. Write it anew.";

/** The store keeps every character but this one, which no keyboard writes. */
function isStorable(form: FormData): boolean {
  return [...form.values()].every((value) => typeof value !== "string" || !value.includes("\0"));
}
