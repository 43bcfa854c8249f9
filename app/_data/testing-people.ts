import { addAccount } from "../../db/accounts/new-account.ts";
import type { Person } from "../../lib/auth/person.ts";
import type { Role } from "../../lib/auth/role.ts";
import { invariant } from "../../lib/invariant.ts";
import { accounts, createAuth } from "./auth.ts";
import type { Passwords } from "./better-auth.ts";
import { tryPassword } from "./sign-in.ts";
import { store } from "./store.ts";

/** What everyone under test signs in with. */
export const PASSWORD = "correct horse battery";

/** Passwords that cost nothing to hash, and how often one was hashed or checked. */
export function countingPasswords(): Passwords & { readonly uses: () => number } {
  let uses = 0;
  const hashed = (password: string) => `not hashed: ${password}`;
  return {
    uses: () => uses,
    hash: async (password) => {
      uses += 1;
      return hashed(password);
    },
    verify: async ({ hash, password }) => {
      uses += 1;
      return hash === hashed(password);
    },
  };
}

/** Has the accounts of this process work on the store that is served now, with such passwords. */
export async function serveAccounts() {
  const { db } = await store();
  const passwords = countingPasswords();
  const auth = createAuth(db, "a secret that only tests know, and that all of them do", passwords);
  Object.assign(globalThis, { [Symbol.for("bubblescope.auth")]: auth });
  return passwords;
}

let last = 0;

/** Stores someone who can sign in with `PASSWORD`. */
export async function anAccount(role: Role): Promise<Person> {
  const { db, auth } = await accounts();
  last += 1;
  const identity = { name: `The ${role} ${last}`, email: `${role}-${last}@example.org`, role };
  const passwordHash = await auth.passwords.hash(PASSWORD);
  return db.transaction((tx) => addAccount(tx, { ...identity, passwordHash }));
}

/** Opens a session and gives the header by which a browser brings it. */
export async function cookieOf({ email }: Pick<Person, "email">): Promise<string> {
  const visit = {
    address: "192.0.2.9",
    device: "Firefox/133.0 (Windows)",
    isSecure: false,
    site: "",
    cookie: null,
  };
  const opened = await tryPassword({ email, password: PASSWORD }, visit);
  invariant(opened, `${email} signs in with the password of the tests`);
  return `${opened.name}=${encodeURIComponent(opened.value)}`;
}
