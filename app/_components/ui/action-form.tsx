"use client";

import { type ReactNode, useActionState, useId } from "react";
import { type FormState, NEW_FORM } from "../../../lib/forms/form-state.ts";
import { FormContext } from "./form-context.ts";
import { FormOutcome } from "./form-outcome.tsx";

/**
 * A form that is sent to a server action, with or without JavaScript, and then says at its head how that went. Fields
 * inside it show what is wrong with them and what was typed; `label` names the form.
 */
export function ActionForm({
  action,
  label,
  className,
  children,
}: {
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  const [state, send] = useActionState(action, NEW_FORM);
  return (
    <form action={send} className={className} aria-label={label} noValidate>
      <FormContext value={{ state, id }}>
        <FormOutcome state={state} formId={id} />
        {children}
      </FormContext>
    </form>
  );
}
