"use client";

import { useField } from "./form-context.ts";
import { Labelled } from "./labelled.tsx";

/** One of several values to choose, with its label, a hint, and what is wrong with it. */
export function SelectField({
  name,
  label,
  hint,
  options,
  initial,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  readonly initial?: string | undefined;
}) {
  const { id, typed, error } = useField(name);
  const chosen = typed ?? initial;
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {(described) => (
        // After a form was sent React resets a select to what it was first rendered with, so it is rendered anew.
        <select {...described} key={chosen} className="field" name={name} defaultValue={chosen}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
