"use client";

import { useField } from "./form-context.ts";
import { Labelled } from "./labelled.tsx";

/** One line of text with its label, a hint, and what is wrong with it. Code is set in the code face. */
export function TextField({
  name,
  label,
  hint,
  type = "text",
  initial = "",
  autoComplete = "off",
  isRequired = true,
  isReadOnly = false,
  isCode = false,
  inputMode,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly type?: "text" | "email" | "password" | "date";
  readonly initial?: string;
  readonly autoComplete?: string;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly isCode?: boolean;
  readonly inputMode?: "decimal" | undefined;
}) {
  const { id, typed, error } = useField(name);
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {(described) => (
        <input
          {...described}
          className={isCode ? "field code" : "field"}
          name={name}
          type={type}
          defaultValue={typed ?? initial}
          autoComplete={autoComplete}
          required={isRequired}
          readOnly={isReadOnly}
          inputMode={inputMode}
          {...(isCode && { autoCapitalize: "none", spellCheck: false })}
          {...(type === "email" && { autoCapitalize: "none", spellCheck: false })}
        />
      )}
    </Labelled>
  );
}
