"use client";

import { useField } from "./form-context.ts";

/** Any of several values to tick, each with what it means. */
export function CheckList({
  name,
  legend,
  options,
}: {
  readonly name: string;
  readonly legend: string;
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string; readonly hint?: string }>;
}) {
  const { id, error } = useField(name);
  return (
    <fieldset className="check-list" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {options.map(({ value, label, hint }, index) => (
        <label key={value}>
          <input
            type="checkbox"
            name={name}
            value={value}
            {...(index === 0 && { id })}
            aria-invalid={error ? true : undefined}
          />
          <span>
            {label}
            {hint && <span className="hint"> {hint}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
