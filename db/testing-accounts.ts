import type { Actor, Person } from "../lib/auth/person.ts";
import { addAccount, type NewAccount } from "./accounts/new-account.ts";
import type { Db } from "./store.ts";

let last = 0;

/** Stores a person with an account, an editor unless stated otherwise. Nobody can sign in with the password it has. */
export function aPerson(db: Db, account: Partial<NewAccount> = {}): Promise<Person> {
  last += 1;
  const valid = { name: `Person ${last}`, email: `person-${last}@example.org`, role: "editor" as const };
  return db.transaction((tx) => addAccount(tx, { ...valid, passwordHash: "none", ...account }));
}

/** The person in the act, from an address set aside for examples (RFC 5737). */
export function acting(person: Person): Actor {
  return { ...person, sessionId: null, keyId: null, address: "192.0.2.1" };
}

/** A SHA-256 in hexadecimal that differs for every text. */
export function aHash(text: string): string {
  return [...text]
    .map((character) => character.charCodeAt(0).toString(16))
    .join("")
    .padEnd(64, "0")
    .slice(0, 64);
}
