/** What an API key may be used for. */
export const KEY_SCOPES = ["upload", "commit"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** What each scope allows, in a sentence for whoever makes a key. */
export const SCOPE_PURPOSE: Readonly<Record<KeyScope, string>> = {
  upload: "Stage uploads and read their errors and changes.",
  commit: "Commit what was staged.",
};
