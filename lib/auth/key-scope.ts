/** What an API key may be used for. */
export const KEY_SCOPES = ["read", "upload", "commit"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];
