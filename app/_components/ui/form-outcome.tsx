"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import type { FormState } from "../../../lib/forms/form-state.ts";
import { CopyField } from "./copy-field.tsx";
import { fieldId } from "./form-context.ts";

/** How a form came out. It takes the focus when it appears, as it is what matters next; its links lead to the fields. */
export function FormOutcome({ state, formId }: { readonly state: FormState; readonly formId: string }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.outcome !== "new") element.current?.focus();
  }, [state]);

  if (state.outcome === "new") return null;
  return (
    <div
      ref={element}
      className={`form-outcome ${state.outcome}`}
      role={state.outcome === "refused" ? "alert" : "status"}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without scripts the page is loaded anew, and this is what matters next
      autoFocus
    >
      <p>{state.message}</p>
      {Object.keys(state.errors).length > 0 && (
        <ul>
          {Object.entries(state.errors).map(([name, error]) => (
            <li key={name}>
              <a href={`#${fieldId(formId, name)}`}>{error}</a>
            </li>
          ))}
        </ul>
      )}
      {state.lines !== undefined && state.lines.length > 0 && (
        <ul>
          {state.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {state.drawing !== undefined && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the server, all text in it escaped
        <div className="form-drawing" dangerouslySetInnerHTML={{ __html: state.drawing }} />
      )}
      {state.links !== undefined && (
        <p className="form-links">
          {state.links.map(({ href, label }) => (
            <Link key={href} href={href} prefetch={false}>
              {label}
            </Link>
          ))}
        </p>
      )}
      {state.shownOnce !== undefined && <CopyField value={state.shownOnce} label={state.message} />}
    </div>
  );
}
