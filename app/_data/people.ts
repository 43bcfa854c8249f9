import "server-only";
import { changeRole, disablePerson, enablePerson, type PersonRefusal } from "../../db/accounts/people.ts";
import { type OpenInvitation, openInvitations } from "../../db/queries/invitations.ts";
import { type ListedPerson, people } from "../../db/queries/people.ts";
import type { Actor } from "../../lib/auth/person.ts";
import type { Role } from "../../lib/auth/role.ts";
import type { Result } from "../../lib/result.ts";
import { store } from "./store.ts";

/** A person as the list of people shows them. */
export type PersonView = ListedPerson;

/** An open invitation as the list of invitations shows it. */
export interface InvitationView extends OpenInvitation {
  readonly hasExpired: boolean;
}

/** Everyone with an account by e-mail address, and who is invited, newest first. */
export async function loadPeople(): Promise<{
  readonly people: readonly PersonView[];
  readonly invitations: readonly InvitationView[];
}> {
  const { db } = await store();
  const [everyone, open] = await Promise.all([people(db), openInvitations(db)]);
  const now = Date.now();
  const invitations = open.map((one) => ({ ...one, hasExpired: one.expiresAt.getTime() <= now }));
  return { people: everyone, invitations };
}

/** What an admin may change of a person, themselves included. */
export type PersonChange =
  | { readonly kind: "role"; readonly role: Role }
  | { readonly kind: "disable" }
  | { readonly kind: "enable" };

/** Changes it, unless nobody could manage people any more. */
export async function changePerson(
  personId: string,
  change: PersonChange,
  actor: Actor,
): Promise<Result<void, PersonRefusal>> {
  const { db } = await store();
  switch (change.kind) {
    case "role":
      return changeRole(db, { personId, role: change.role }, actor);
    case "disable":
      return disablePerson(db, personId, actor);
    case "enable":
      return enablePerson(db, personId, actor);
  }
}
