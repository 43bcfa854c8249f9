/** Whether the browser speaks HTTPS with us or with the proxy before us. */
export function isServedSecurely(publicUrl: string | null, forwardedProto: string | null): boolean {
  if (publicUrl !== null) return publicUrl.startsWith("https:");
  return forwardedProto?.split(",")[0]?.trim() === "https";
}

/**
 * The name of the cookie that holds a session. Over HTTPS the prefix has the browser take it only from this host,
 * over HTTPS and for every path (RFC 6265bis, 4.1.3.2).
 */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? "__Host-bubblescope-session" : "bubblescope-session";
}

/** How the cookie is kept: out of reach of scripts and of other sites' forms. */
export function sessionCookieAttributes(isSecure: boolean) {
  return { httpOnly: true, sameSite: "lax", secure: isSecure, path: "/", maxAge: SESSION_SECONDS } as const;
}

/** A session ends so long after it was last renewed. */
export const SESSION_SECONDS = 14 * 86_400;
