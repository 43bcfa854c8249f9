/** What a person may do, from the least to the most. */
export const ROLES = ["reader", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What each role is for, in a sentence for whoever hands it out. */
export const ROLE_PURPOSE: Readonly<Record<Role, string>> = {
  reader: "Reads, and changes nothing but their own account.",
  editor: "Uploads, commits, edits and rolls back data.",
  admin: "Does all that an editor does, manages people and API keys, and reads the audit log.",
};

/** Whether `role` may do all that `least` may. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
