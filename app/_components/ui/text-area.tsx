"use client";

import { useField } from "./form-context.ts";
import { Labelled } from "./labelled.tsx";

/** Several lines of text with their label, a hint, and what is wrong with them. */
export function TextArea({
  name,
  label,
  hint,
  initial = "",
  rows = 3,
  isRequired = true,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly initial?: string;
  readonly rows?: number;
  readonly isRequired?: boolean;
}) {
  const { id, typed, error } = useField(name);
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {(described) => (
        <textarea
          {...described}
          className="field"
          name={name}
          rows={rows}
          defaultValue={typed ?? initial}
          required={isRequired}
        />
      )}
    </Labelled>
  );
}
