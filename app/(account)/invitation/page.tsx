import type { Metadata } from "next";
import { MIN_PASSWORD } from "../../../lib/auth/password.ts";
import { ROLE_PURPOSE } from "../../../lib/auth/role.ts";
import { ActionForm } from "../../_components/ui/action-form.tsx";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { SubmitButton } from "../../_components/ui/submit-button.tsx";
import { TextField } from "../../_components/ui/text-field.tsx";
import { loadInvitation } from "../../_data/invitations.ts";
import { acceptInvitation } from "./actions.ts";

export const metadata: Metadata = { title: "Invitation" };

/** Where the link of an invitation leads. */
export default async function InvitationPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const token = [(await searchParams).token].flat()[0] ?? "";
  const invitation = await loadInvitation(token);
  if (invitation === null) {
    return (
      <PageHead title="This invitation cannot be used">
        It works once, for seven days, and until it is withdrawn. Whoever sent it can send a new one.
      </PageHead>
    );
  }
  const { email, role } = invitation;
  return (
    <>
      <PageHead title="You are invited">
        Your account will have the role {role}. {ROLE_PURPOSE[role]}
      </PageHead>
      <ActionForm action={acceptInvitation} label="Accept the invitation" className="stacked-form">
        <input type="hidden" name="token" value={token} />
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          initial={email}
          autoComplete="username"
          isReadOnly
        />
        <TextField name="name" label="Name" hint="Shown beside what you commit." autoComplete="name" />
        <TextField
          name="password"
          label="Password"
          hint={`At least ${MIN_PASSWORD} characters; several words are easy to remember.`}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>Make the account</SubmitButton>
      </ActionForm>
    </>
  );
}
