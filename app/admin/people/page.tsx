import type { Metadata } from "next";
import { ROLE_PURPOSE, ROLES } from "../../../lib/auth/role.ts";
import { ActionForm } from "../../_components/ui/action-form.tsx";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { SelectField } from "../../_components/ui/select-field.tsx";
import { SubmitButton } from "../../_components/ui/submit-button.tsx";
import { TextField } from "../../_components/ui/text-field.tsx";
import { admit } from "../../_data/access.ts";
import { loadPeople } from "../../_data/people.ts";
import { InvitationList } from "./_components/invitation-list.tsx";
import { PeopleTable } from "./_components/people-table.tsx";
import { changePeople, invitePerson, withdraw } from "./actions.ts";

export const metadata: Metadata = { title: "People" };

/** Who has an account and what they may do, and who is invited. */
export default async function PeoplePage() {
  const actor = await admit("manage-people", "/admin/people");
  const { people, invitations } = await loadPeople();
  return (
    <>
      <PageHead title="People">
        Everyone with an account. A disabled account keeps its name on what was done, and nobody can use it.
        Whoever has forgotten their password chooses another by a link that you make and send.
      </PageHead>
      <ActionForm action={changePeople} label="Change people">
        <PeopleTable people={people} ownId={actor.id} />
      </ActionForm>
      <section className="section" aria-labelledby="invite">
        <h2 id="invite">Invite someone</h2>
        <p className="section-intro">
          You get a link to send; it works once, for seven days. No e-mail is sent.
        </p>
        <ActionForm action={invitePerson} label="Invite someone" className="stacked-form">
          <TextField name="email" label="E-mail address" type="email" />
          <SelectField
            name="role"
            label="Role"
            initial="editor"
            options={ROLES.map((role) => ({ value: role, label: `${role}: ${ROLE_PURPOSE[role]}` }))}
          />
          <SubmitButton>Make the link</SubmitButton>
        </ActionForm>
      </section>
      <section className="section" aria-labelledby="invitations">
        <h2 id="invitations">Open invitations</h2>
        <ActionForm action={withdraw} label="Withdraw invitations">
          {invitations.length > 0 ? (
            <InvitationList invitations={invitations} />
          ) : (
            <p className="notice">No invitation is open.</p>
          )}
        </ActionForm>
      </section>
    </>
  );
}
