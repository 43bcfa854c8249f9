import type { Metadata } from "next";
import { ROLE_PURPOSE } from "../../../lib/auth/role.ts";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { TextField } from "../../_components/ui/text-field.tsx";
import { loadInvitation } from "../../_data/invitations.ts";
import { LinkForm } from "../_components/link-form.tsx";
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
      <LinkForm
        action={acceptInvitation}
        label="Accept the invitation"
        token={token}
        email={email}
        submit="Make the account"
      >
        <TextField name="name" label="Name" hint="Shown beside what you commit." autoComplete="name" />
      </LinkForm>
    </>
  );
}
