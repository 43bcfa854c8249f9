import type { Metadata } from "next";
import { KEY_SCOPES, SCOPE_PURPOSE } from "../../../lib/auth/key-scope.ts";
import { ActionForm } from "../../_components/ui/action-form.tsx";
import { CheckList } from "../../_components/ui/check-list.tsx";
import { PageHead } from "../../_components/ui/page-head.tsx";
import { SubmitButton } from "../../_components/ui/submit-button.tsx";
import { TextField } from "../../_components/ui/text-field.tsx";
import { admit } from "../../_data/access.ts";
import { loadKeys } from "../../_data/api-keys.ts";
import { KeyList } from "./_components/key-list.tsx";
import { createKey, revokeKey } from "./actions.ts";

export const metadata: Metadata = { title: "API keys" };

/** Keys by which programs act for whoever made them. */
export default async function KeysPage() {
  await admit("manage-keys", "/admin/keys");
  const keys = await loadKeys();
  return (
    <>
      <PageHead title="API keys">
        A program that sends a key acts for whoever made it, within the key’s scopes. Only a hash of a key is
        kept. What keys are for: <a href="/docs/uploads">uploading by script</a>.
      </PageHead>
      {keys.length > 0 ? (
        <ActionForm action={revokeKey} label="Revoke keys">
          <KeyList keys={keys} />
        </ActionForm>
      ) : (
        <p className="notice">No key was made yet.</p>
      )}
      <section className="section" aria-labelledby="make">
        <h2 id="make">Make a key</h2>
        <ActionForm action={createKey} label="Make a key" className="stacked-form">
          <TextField
            name="name"
            label="Name"
            hint="What uses it, so that you know what stops when you revoke it."
          />
          <CheckList
            name="scopes"
            legend="Scopes"
            options={KEY_SCOPES.map((scope) => ({ value: scope, label: scope, hint: SCOPE_PURPOSE[scope] }))}
          />
          <SubmitButton>Make the key</SubmitButton>
        </ActionForm>
      </section>
    </>
  );
}
