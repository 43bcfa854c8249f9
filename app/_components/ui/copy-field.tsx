"use client";

import { useState } from "react";

/** Text to be taken away: selected as a whole on focus, and copied by a button where scripts may do that. */
export function CopyField({ value, label }: { readonly value: string; readonly label: string }) {
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }

  return (
    <p className="copy-field">
      <input
        className="field code"
        readOnly
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button className="button needs-script" type="button" onClick={copy}>
        {isCopied ? "Copied" : "Copy"}
      </button>
    </p>
  );
}
