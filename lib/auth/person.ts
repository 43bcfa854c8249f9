import type { Role } from "./role.ts";

/** Someone with an account. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** A person in the act: who they are, and by which session or API key and from where they came. */
export interface Actor extends Person {
  /** `null` when an API key is used. */
  readonly sessionId: string | null;
  /** `null` when signed in. */
  readonly keyId: string | null;
  readonly address: string | null;
}
