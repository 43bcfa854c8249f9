import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { nextPath } from "../../../lib/auth/next-path.ts";
import { ActionForm } from "../../_components/ui/action-form.tsx";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { SubmitButton } from "../../_components/ui/submit-button.tsx";
import { TextField } from "../../_components/ui/text-field.tsx";
import { currentPerson } from "../../_data/actor.ts";
import { signIn } from "./actions.ts";

export const metadata: Metadata = { title: "Sign in" };

/** For those with an account. Whoever is signed in already goes on to where they wanted. */
export default async function SignInPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { next } = await searchParams;
  const path = nextPath([next].flat()[0]);
  if (await currentPerson()) redirect(path);
  return (
    <>
      <PageHead title="Sign in">Reading needs no account. One lets you upload and edit data.</PageHead>
      <ActionForm action={signIn} label="Sign in" className="stacked-form">
        <input type="hidden" name="next" value={path} />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
        <SubmitButton>Sign in</SubmitButton>
      </ActionForm>
      <p className="notice">
        Accounts are made by invitation: an admin gives you a link. The link for the very first one was
        printed where the server was started.
      </p>
      <p className="notice">
        Forgotten your password? An admin can make you a link by which you choose a new one; so can whoever
        runs the server, by starting it with <code>--recover</code>.
      </p>
    </>
  );
}
