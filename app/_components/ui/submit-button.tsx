"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

/**
 * Sends the form it stands in, as that form’s main act when it leads. With `name` and `value` it tells the action which
 * button of several was pressed. While the form is under way it is not sent twice.
 */
export function SubmitButton({
  children,
  name,
  value,
  isLead = true,
  underWay,
}: {
  readonly children: ReactNode;
  readonly name?: string;
  readonly value?: string;
  readonly isLead?: boolean;
  /** What it says while the form is under way, where that takes long. */
  readonly underWay?: string;
}) {
  const { pending } = useFormStatus();
  return (
    <button
      className={isLead ? "button lead" : "button"}
      type="submit"
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {(pending && underWay) || children}
    </button>
  );
}
