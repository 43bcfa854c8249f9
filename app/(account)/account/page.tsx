import type { Metadata } from "next";
import { MIN_PASSWORD } from "../../../lib/auth/password.ts";
import { ROLE_PURPOSE } from "../../../lib/auth/role.ts";
import { ActionForm } from "../../_components/ui/action-form.tsx";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { SubmitButton } from "../../_components/ui/submit-button.tsx";
import { TextField } from "../../_components/ui/text-field.tsx";
import { admit } from "../../_data/access.ts";
import { loadSessions } from "../../_data/own-account.ts";
import { SessionList } from "./_components/session-list.tsx";
import { changeOwnName, changeOwnPassword, endSessions } from "./actions.ts";

export const metadata: Metadata = { title: "Your account" };

/** One’s name, password and sessions. */
export default async function AccountPage() {
  const actor = await admit("manage-own-account", "/account");
  const sessions = await loadSessions(actor);
  return (
    <>
      <PageHead title="Your account">
        {actor.email}, {actor.role}. {ROLE_PURPOSE[actor.role]}
      </PageHead>
      <section className="section" aria-labelledby="name">
        <h2 id="name">Name</h2>
        <ActionForm action={changeOwnName} label="Change your name" className="stacked-form">
          <TextField
            name="name"
            label="Name"
            hint="Shown beside what you commit."
            initial={actor.name}
            autoComplete="name"
          />
          <SubmitButton>Change the name</SubmitButton>
        </ActionForm>
      </section>
      <section className="section" aria-labelledby="password">
        <h2 id="password">Password</h2>
        <ActionForm action={changeOwnPassword} label="Change your password" className="stacked-form">
          <TextField
            name="currentPassword"
            label="Current password"
            type="password"
            autoComplete="current-password"
          />
          <TextField
            name="newPassword"
            label="New password"
            hint={`At least ${MIN_PASSWORD} characters. You will be signed out everywhere else.`}
            type="password"
            autoComplete="new-password"
          />
          <SubmitButton>Change the password</SubmitButton>
        </ActionForm>
      </section>
      <section className="section" aria-labelledby="sessions">
        <h2 id="sessions">Sessions</h2>
        <p className="section-intro">
          Where you are signed in. A session that is not used for two weeks ends by itself.
        </p>
        <ActionForm action={endSessions} label="End sessions">
          <SessionList sessions={sessions} />
        </ActionForm>
      </section>
    </>
  );
}
