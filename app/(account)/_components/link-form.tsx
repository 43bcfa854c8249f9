import type { ReactNode } from "react";
import { MIN_PASSWORD } from "../../../lib/auth/password.ts";
import type { FormState } from "../../../lib/forms/form-state.ts";
import { ActionForm } from "../../_components/ui/action-form.tsx";
import { SubmitButton } from "../../_components/ui/submit-button.tsx";
import { TextField } from "../../_components/ui/text-field.tsx";

/**
 * The form that a link with a token leads to, by which someone chooses the password of their account. `email` is shown
 * where the link is for one account; what else the form asks for stands before the password.
 */
export function LinkForm({
  action,
  label,
  token,
  email,
  passwordLabel = "Password",
  submit,
  children,
}: {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly label: string;
  readonly token: string;
  readonly email?: string;
  readonly passwordLabel?: string;
  readonly submit: string;
  readonly children?: ReactNode;
}) {
  return (
    <ActionForm action={action} label={label} className="stacked-form">
      <input type="hidden" name="token" value={token} />
      {email !== undefined && (
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          initial={email}
          autoComplete="username"
          isReadOnly
        />
      )}
      {children}
      <TextField
        name="password"
        label={passwordLabel}
        hint={`At least ${MIN_PASSWORD} characters; several words are easy to remember.`}
        type="password"
        autoComplete="new-password"
      />
      <SubmitButton>{submit}</SubmitButton>
    </ActionForm>
  );
}
