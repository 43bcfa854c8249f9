import type { Metadata } from "next";
import { MIN_PASSWORD } from "../../../lib/auth/password.ts";
import { ActionForm } from "../../_components/ui/action-form.tsx";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { SubmitButton } from "../../_components/ui/submit-button.tsx";
import { TextField } from "../../_components/ui/text-field.tsx";
import { isSetUpTokenValid } from "../../_data/set-up.ts";
import { setUp } from "./actions.ts";

export const metadata: Metadata = { title: "Set up the first account" };

/** Where the link leads that the server prints while nobody has an account. */
export default async function SetUpPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const token = [(await searchParams).token].flat()[0] ?? "";
  if (!(await isSetUpTokenValid(token))) {
    return (
      <PageHead title="This set-up link cannot be used">
        It works once, for 24 hours, and only while nobody has an account. Starting the server again prints a
        new one if there is still none.
      </PageHead>
    );
  }
  return (
    <>
      <PageHead title="Set up the first account">
        You become the first admin: you invite others, choose what they may do, and make keys for programs.
      </PageHead>
      <ActionForm action={setUp} label="Set up the first account" className="stacked-form">
        <input type="hidden" name="token" value={token} />
        <TextField name="name" label="Name" hint="Shown beside what you commit." autoComplete="name" />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
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
