"use client";

import { useField } from "./form-context.ts";
import { Labelled } from "./labelled.tsx";

/** One line of text with its label, a hint, and what is wrong with it. */
export function TextField({
  name,
  label,
  hint,
  type = "text",
  initial = "",
  autoComplete = "off",
  isRequired = true,
  isReadOnly = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: "text" | "email" | "password" | "date";
  readonly initial?: string;
  readonly autoComplete?: string;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
}) {
  const { id, typed, error } = useField(name);
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {(described) => (
        <input
          {...described}
          className="field"
          name={name}
          type={type}
          defaultValue={typed ?? initial}
          autoComplete={autoComplete}
          required={isRequired}
          readOnly={isReadOnly}
          {...(type === "email" && { autoCapitalize: "none", spellCheck: false })}
        />
      )}
    </Labelled>
  );
}
