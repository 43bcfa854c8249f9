import type { KeyScope } from "./key-scope.ts";
import { isAtLeast, type Role } from "./role.ts";

/** Everything that needs an account. Public pages and reads do not, nor does coming in. */
export const ACTIONS = [
  "sign-out",
  "manage-own-account",
  "upload",
  "commit",
  "roll-back",
  "edit",
  "manage-people",
  "manage-keys",
  "read-audit",
] as const;
export type Action = (typeof ACTIONS)[number];

/** The least role that may do each action. */
export const LEAST_ROLE: Readonly<Record<Action, Role>> = {
  "sign-out": "reader",
  "manage-own-account": "reader",
  upload: "editor",
  commit: "editor",
  "roll-back": "editor",
  edit: "editor",
  "manage-people": "admin",
  "manage-keys": "admin",
  "read-audit": "admin",
};

/** The scope an API key needs for an action; an action that is not listed cannot be done with a key at all. */
const SCOPE_OF: Readonly<Partial<Record<Action, KeyScope>>> = {
  upload: "upload",
  commit: "commit",
};

/** Whether someone with this role may do it. */
export function roleMay(role: Role, action: Action): boolean {
  return isAtLeast(role, LEAST_ROLE[action]);
}

/** Whether an API key with these scopes may do it, as far as its owner may. */
export function keyMay(scopes: readonly KeyScope[], action: Action): boolean {
  const needed = SCOPE_OF[action];
  return needed !== undefined && scopes.includes(needed);
}
