import "server-only";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { Db } from "../../db/store.ts";
import { authSecret } from "./auth-secret.ts";
import { createBetterAuth, type Passwords } from "./better-auth.ts";
import { environment } from "./environment.ts";
import { processWide } from "./process-wide.ts";
import { store } from "./store.ts";

/** What checks passwords and keeps sessions. */
export interface Auth {
  readonly passwords: Passwords;
  /** The library, with the cookies of HTTPS or not; see `Visit`. */
  over(isSecure: boolean): ReturnType<typeof createBetterAuth>;
}

/** Salted scrypt hashes, made beside the main thread. */
const SCRYPT: Passwords = { hash: hashPassword, verify: verifyPassword };

/** Makes it over a database. */
export function createAuth(db: Db, secret: string, passwords = SCRYPT): Auth {
  const made = {
    secure: createBetterAuth(db, secret, true, passwords),
    plain: createBetterAuth(db, secret, false, passwords),
  };
  return { passwords, over: (isSecure) => (isSecure ? made.secure : made.plain) };
}

/** That of this process, with the database it works on. */
export async function accounts(): Promise<{ readonly db: Db; readonly auth: Auth }> {
  const { db } = await store();
  const auth = processWide("auth", () => {
    const secret = authSecret(environment());
    if (!secret.ok) throw new Error(secret.error);
    return createAuth(db, secret.value);
  });
  return { db, auth };
}
