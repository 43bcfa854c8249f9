"use client";

import { createContext, useContext } from "react";
import { type FormState, NEW_FORM } from "../../../lib/forms/form-state.ts";

/** The form that a field stands in: how it came out when it was sent, and what its fields’ ids begin with. */
export const FormContext = createContext<{ readonly state: FormState; readonly id: string }>({
  state: NEW_FORM,
  id: "",
});

/** What a field needs of its form: its id, what was typed before, and what is wrong with it. */
export function useField(name: string) {
  const { state, id } = useContext(FormContext);
  return { id: fieldId(id, name), typed: state.values[name], error: state.errors[name] };
}

/** The id of a field, to which the summary of what is wrong leads. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}
