import "server-only";
import { cookies } from "next/headers";
import { sessionCookieAttributes, sessionCookieName } from "../../lib/auth/session-cookie.ts";
import { invariant } from "../../lib/invariant.ts";

/** The cookie of a session that was just opened. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
  readonly isSecure: boolean;
}

/** Finds it among the headers with which the library answers. */
export function openedCookie(headers: Headers, isSecure: boolean): SessionCookie {
  const name = sessionCookieName(isSecure);
  const set = headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  invariant(set, `an opened session comes with the cookie ${name}`);
  return { name, value: decodeURIComponent(set.slice(name.length + 1).split(";")[0] ?? ""), isSecure };
}

/** Whether a request brings the cookie of a session, valid or not. */
export function bringsSession(cookieHeader: string | null, isSecure: boolean): boolean {
  const name = sessionCookieName(isSecure);
  return cookieHeader?.split(";").some((cookie) => cookie.trim().startsWith(`${name}=`)) ?? false;
}

/** Has the browser keep it. Only in a server action. */
export async function keepSessionCookie({ name, value, isSecure }: SessionCookie): Promise<void> {
  (await cookies()).set(name, value, sessionCookieAttributes(isSecure));
}

/** Has the browser forget it. Only in a server action. */
export async function dropSessionCookie(isSecure: boolean): Promise<void> {
  const attributes = { ...sessionCookieAttributes(isSecure), maxAge: 0 };
  (await cookies()).set(sessionCookieName(isSecure), "", attributes);
}
