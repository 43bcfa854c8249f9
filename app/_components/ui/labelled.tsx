import type { ReactNode } from "react";

/** What ties a control to its label, hint and error. */
export interface Described {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
}

/** A control under its label and hint, with what is wrong with it right below; all of it is read out with the control. */
export function Labelled({
  id,
  label,
  hint,
  error,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly children: (described: Described) => ReactNode;
}) {
  const parts = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        "aria-describedby": parts.length > 0 ? parts.join(" ") : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
