import "server-only";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { isShutOut } from "../../db/queries/people.ts";
import { credential, person, session } from "../../db/schema/index.ts";
import type { Db } from "../../db/store.ts";
import { MAX_PASSWORD, MIN_PASSWORD } from "../../lib/auth/password.ts";
import { SESSION_SECONDS, sessionCookieName } from "../../lib/auth/session-cookie.ts";
import { ADDRESS_HEADER } from "./visit.ts";

const RENEW_AFTER_SECONDS = 86_400;

/** How passwords are kept and checked. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(given: { hash: string; password: string }): Promise<boolean>;
}

/**
 * Better Auth over our own tables and words: it checks passwords, and keeps and renews sessions. Its own HTTP routes
 * are not served; ours call its functions after they have checked origin and role.
 */
export function createBetterAuth(db: Db, secret: string, isSecure: boolean, passwords: Passwords) {
  return betterAuth({
    appName: "Bubblescope",
    baseURL: "http://localhost",
    secret,
    database: drizzleAdapter(db, { provider: "pg", schema: { person, session, credential } }),
    user: {
      modelName: "person",
      additionalFields: {
        role: { type: "string", input: false },
        disabledAt: { type: "date", required: false, input: false },
      },
    },
    session: {
      modelName: "session",
      fields: { userId: "personId", ipAddress: "address", userAgent: "device" },
      expiresIn: SESSION_SECONDS,
      updateAge: RENEW_AFTER_SECONDS,
    },
    account: { modelName: "credential", fields: { userId: "personId", providerId: "provider" } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
      password: passwords,
    },
    databaseHooks: {
      session: {
        create: {
          // Only now that the password was found right: a disabled account takes as long to refuse as any other.
          before: async ({ userId }, context) => {
            if (await isShutOut(db, userId)) return false;
            return { data: { ipAddress: context?.headers?.get(ADDRESS_HEADER) ?? null } };
          },
        },
      },
    },
    advanced: {
      // Tables and columns that only other ways to sign in would need are left out.
      database: { generateId: "uuid", validateSchema: false },
      cookiePrefix: "bubblescope",
      cookies: { session_token: { name: sessionCookieName(isSecure), attributes: { secure: isSecure } } },
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}
