import type { Metadata } from "next";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { TextField } from "../../_components/ui/text-field.tsx";
import { isSetUpTokenValid } from "../../_data/set-up.ts";
import { LinkForm } from "../_components/link-form.tsx";
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
      <LinkForm action={setUp} label="Set up the first account" token={token} submit="Make the account">
        <TextField name="name" label="Name" hint="Shown beside what you commit." autoComplete="name" />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
      </LinkForm>
    </>
  );
}
