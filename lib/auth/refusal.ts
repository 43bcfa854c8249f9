import { type Action, LEAST_ROLE } from "./action.ts";

/** Why someone may not do what they asked for. */
export type Refusal =
  | { readonly kind: "foreign-origin" }
  | { readonly kind: "signed-out" }
  | { readonly kind: "role"; readonly action: Action }
  | { readonly kind: "key-unknown" }
  | { readonly kind: "key-scope"; readonly action: Action };

/** The refusal in a sentence for the person, with the remedy. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case "foreign-origin":
      return "This was sent from another site, so nothing was done: open Bubblescope itself and try again there.";
    case "signed-out":
      return "You are signed out, so nothing was done: sign in and try again.";
    case "role":
      return `Your role does not allow this, so nothing was done: it takes ${articled(LEAST_ROLE[refusal.action])}; an admin can change your role.`;
    case "key-unknown":
      return "The API key is not known, was revoked, or its owner’s account is disabled: ask an admin for a new one.";
    case "key-scope":
      return `The API key may not be used for this (${refusal.action}): ask an admin for a key with the scope it needs.`;
  }
}

function articled(role: string): string {
  return /^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`;
}
