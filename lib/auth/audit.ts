import type { Actor } from "./person.ts";

/** What is written to the audit log, each with the words that tell it. */
export const AUDIT_WORDS = {
  "set-up": "Set up the first account",
  "sign-in": "Signed in",
  "sign-in-failed": "Failed to sign in",
  "sign-in-blocked": "Was kept from trying to sign in again",
  "sign-out": "Signed out",
  "name-changed": "Changed their name",
  "password-changed": "Changed their password",
  "password-change-failed": "Failed to change their password",
  "session-revoked": "Ended a session of theirs",
  "sessions-revoked": "Ended their other sessions",
  "invitation-created": "Invited",
  "invitation-revoked": "Withdrew an invitation",
  "invitation-accepted": "Accepted an invitation",
  "recovery-link-made": "Made a recovery link",
  "recovery-link-used": "Chose a new password by a recovery link",
  "role-changed": "Changed a role",
  "person-disabled": "Disabled an account",
  "person-enabled": "Enabled an account",
  "key-created": "Made an API key",
  "key-revoked": "Revoked an API key",
  "upload-staged": "Staged an upload",
  "upload-committed": "Committed an upload",
  "upload-discarded": "Discarded an upload",
  "revision-rolled-back": "Rolled back a revision",
  "series-edited": "Edited a series",
  "series-retired": "Retired a series",
  "source-edited": "Edited a source",
  "event-edited": "Edited an event",
  "era-edited": "Edited an era",
  "round-edited": "Edited a round",
  "figure-edited": "Edited a figure",
  "indicator-edited": "Edited an indicator",
  "threshold-edited": "Edited a threshold",
} as const;
export type AuditAction = keyof typeof AUDIT_WORDS;

/** All kinds of entries, in the order in which they are offered. */
export const AUDIT_ACTIONS = Object.keys(AUDIT_WORDS) as [AuditAction, ...AuditAction[]];

/** One entry to be written. */
export interface AuditEntry {
  readonly action: AuditAction;
  /** Who did it; `null` when nobody is known, as with a wrong password. */
  readonly personId: string | null;
  readonly keyId: string | null;
  readonly address: string | null;
  /** What it was done to: an e-mail address, a series code, `revision 12`. */
  readonly subject?: string;
  /** What changed: `reader → editor`, `3 new, 5 revised`. */
  readonly detail?: string;
}

/** The part of an entry that says who did it and from where. */
export function by({ id, keyId, address }: Actor): Pick<AuditEntry, "personId" | "keyId" | "address"> {
  return { personId: id, keyId, address };
}
