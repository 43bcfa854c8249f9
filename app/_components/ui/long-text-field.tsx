"use client";

import { useField } from "./form-context.ts";
import { Labelled } from "./labelled.tsx";

/** Text of several lines with its label, a hint, and what is wrong with it. Code is set in the code face. */
export function LongTextField({
  name,
  label,
  hint,
  initial = "",
  rows = 4,
  isRequired = false,
  isCode = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly initial?: string;
  readonly rows?: number;
  readonly isRequired?: boolean;
  readonly isCode?: boolean;
}) {
  const { id, typed, error } = useField(name);
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {(described) => (
        <textarea
          {...described}
          className={isCode ? "field code" : "field"}
          name={name}
          rows={rows}
          defaultValue={typed ?? initial}
          required={isRequired}
          {...(isCode && { spellCheck: false, autoCapitalize: "none" })}
        />
      )}
    </Labelled>
  );
}
