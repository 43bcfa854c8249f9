import type { Metadata } from "next";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { loadRecovery } from "../../_data/recovery.ts";
import { LinkForm } from "../_components/link-form.tsx";
import { recover } from "./actions.ts";

export const metadata: Metadata = { title: "Choose a new password" };

/** Where a recovery link leads. */
export default async function RecoverPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const token = [(await searchParams).token].flat()[0] ?? "";
  const person = await loadRecovery(token);
  if (person === null) {
    return (
      <PageHead title="This recovery link cannot be used">
        It works once, for 24 hours, and until another is made or the account is disabled. An admin can make a
        new one.
      </PageHead>
    );
  }
  return (
    <>
      <PageHead title="Choose a new password">
        The old one stops working, and you are signed out everywhere else.
      </PageHead>
      <LinkForm
        action={recover}
        label="Choose a new password"
        token={token}
        email={person.email}
        passwordLabel="New password"
        submit="Change the password"
      />
    </>
  );
}
