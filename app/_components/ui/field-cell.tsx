"use client";

import { useField } from "./form-context.ts";

/** A field within a cell of a table: its label is read out and not shown, as the head of the column says it. */
export function FieldCell({
  name,
  label,
  initial,
  options,
  list,
}: {
  readonly name: string;
  readonly label: string;
  readonly initial: string;
  /** What to choose from; without them any text may be written. */
  readonly options?: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  /** The id of a list of texts that are offered. */
  readonly list?: string;
}) {
  const { id, typed, error } = useField(name);
  const chosen = typed ?? initial;
  const described = {
    id,
    name,
    className: "field",
    "aria-label": label,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": error ? `${id}-error` : undefined,
    defaultValue: chosen,
  };
  return (
    <>
      {options ? (
        // After a form was sent React resets a select to what it was first rendered with, so it is rendered anew.
        <select {...described} key={chosen}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...described} type="text" list={list} autoComplete="off" spellCheck={false} />
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}
