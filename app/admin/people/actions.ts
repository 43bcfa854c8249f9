"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { InviteForm, RowId } from "../../../lib/auth/contracts.ts";
import { ROLES } from "../../../lib/auth/role.ts";
import { done, type FormState, refused } from "../../../lib/forms/form-state.ts";
import { readForm } from "../../../lib/forms/read-form.ts";
import { guardedAction } from "../../_data/guarded-action.ts";
import { inviteByLink, withdrawInvitation } from "../../_data/invitations.ts";
import { changePerson, type PersonChange } from "../../_data/people.ts";
import { recoverByLink } from "../../_data/recovery.ts";

const REFUSALS = {
  "last-admin":
    "Nothing was changed: this is the last admin who can sign in. Make someone else an admin first.",
  "unknown-person": "Nothing was changed: there is no such person.",
  disabled: "No link was made: the account is disabled, so a new password would not help. Enable it first.",
} as const;

/** Invites someone by a link that is shown once. */
export const invitePerson = guardedAction("manage-people", async ({ actor, form, visit }) => {
  const read = readForm(InviteForm, form);
  if (!read.ok) return read.error;
  const { email, role } = read.value;
  const path = await inviteByLink({ email, role }, actor);
  if (!path.ok) {
    const errors = { email: "This address has an account already; its role can be changed below." };
    return refused("One field needs another look.", { errors, form });
  }
  refresh();
  return done(
    `The invitation for ${email}. Copy the link now and send it yourself: it is not shown again.`,
    `${visit.site}${path.value}`,
  );
});

/** Withdraws the invitation that the pressed button stands for. */
export const withdraw = guardedAction("manage-people", async ({ actor, form }) => {
  const id = RowId.safeParse(form.get("invitation"));
  const isWithdrawn = id.success && (await withdrawInvitation(id.data, actor));
  refresh();
  return isWithdrawn
    ? done("The invitation was withdrawn; its link no longer works.")
    : refused("That invitation was not open any more.");
});

/**
 * Gives a person another role, or shuts them out or lets them in again, or makes a link by which they choose a new
 * password: whichever button was pressed.
 */
export const changePeople = guardedAction(
  "manage-people",
  async ({ actor, form, visit }): Promise<FormState> => {
    const pressed = readPressed(form);
    if (pressed === null) return refused("Nothing was changed: that button stands for nobody.");
    if (pressed.change.kind === "recover") {
      const made = await recoverByLink(pressed.personId, actor);
      if (!made.ok) return refused(REFUSALS[made.error]);
      const { email, path } = made.value;
      const words = `The recovery link for ${email}, good once and for 24 hours. Copy it now and send it yourself: it is not shown again.`;
      return done(words, `${visit.site}${path}`);
    }
    const changed = await changePerson(pressed.personId, pressed.change, actor);
    refresh();
    return changed.ok ? done(DONE[pressed.change.kind]) : refused(REFUSALS[changed.error]);
  },
);

const DONE: Readonly<Record<PersonChange["kind"], string>> = {
  role: "The role was changed. It counts from the next thing they do.",
  disable: "The account was disabled: its sessions have ended, and its API keys do not work.",
  enable: "The account was enabled: they can sign in again.",
};

const Pressed = z.union([
  z.object({ disable: RowId }).transform(({ disable }) => ({ personId: disable, verb: "disable" as const })),
  z.object({ enable: RowId }).transform(({ enable }) => ({ personId: enable, verb: "enable" as const })),
  z.object({ recover: RowId }).transform(({ recover }) => ({ personId: recover, verb: "recover" as const })),
  z.object({ role: RowId }).transform(({ role }) => ({ personId: role, verb: "role" as const })),
]);

interface PressedButton {
  readonly personId: string;
  readonly change: PersonChange | { readonly kind: "recover" };
}

function readPressed(form: FormData): PressedButton | null {
  const pressed = Pressed.safeParse(Object.fromEntries(form));
  if (!pressed.success) return null;
  const { personId, verb } = pressed.data;
  if (verb !== "role") return { personId, change: { kind: verb } };
  const role = z.enum(ROLES).safeParse(form.get(`role-of-${personId}`));
  return role.success ? { personId, change: { kind: "role", role: role.data } } : null;
}
