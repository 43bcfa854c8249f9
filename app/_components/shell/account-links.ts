import { type Action, roleMay } from "../../../lib/auth/action.ts";
import type { Role } from "../../../lib/auth/role.ts";

/** A page for those who may do its action. */
export interface AccountLink {
  readonly href: string;
  readonly label: string;
  readonly action: Action;
}

/** The pages for people with an account, in the order in which they are offered. */
const LINKS: readonly AccountLink[] = [
  { href: "/account", label: "Your account", action: "manage-own-account" },
  { href: "/admin/upload", label: "Upload", action: "upload" },
  { href: "/admin/data", label: "Data", action: "edit" },
  { href: "/admin/revisions", label: "Revisions", action: "roll-back" },
  { href: "/admin/people", label: "People", action: "manage-people" },
  { href: "/admin/keys", label: "API keys", action: "manage-keys" },
  { href: "/admin/audit", label: "Audit log", action: "read-audit" },
];

/** Those that a role may open. */
export function accountLinks(role: Role): readonly AccountLink[] {
  return LINKS.filter(({ action }) => roleMay(role, action));
}
