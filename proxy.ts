import { type NextRequest, NextResponse } from "next/server";
import { isOwnOrigin } from "./lib/auth/origin.ts";
import { refusalWords } from "./lib/auth/refusal.ts";
import { isServedSecurely, sessionCookieAttributes, sessionCookieName } from "./lib/auth/session-cookie.ts";

/**
 * Gives every page a content security policy with a nonce of its own. Next puts the nonce on its inline
 * scripts while rendering, so no script runs that this server did not write into the page. Pages are rendered
 * per request anyway (their data may have changed), so the nonce costs no caching; data and files under
 * `/api` and `/_next` carry no scripts and are left out to stay fast, as are the few other addresses that are no page,
 * each by its whole name: what merely begins or ends like one is a page that says that it does not exist. Also left out
 * is what receives uploads: Next holds what passes here in memory, and cuts it off.
 *
 * Styles: chart libraries place things with `style` attributes, which cannot carry a nonce.
 */
export function proxy(request: NextRequest): NextResponse {
  const publicUrl = process.env.BUBBLESCOPE_URL || null;
  if (isForeignWrite(request, publicUrl)) {
    return new NextResponse(refusalWords({ kind: "foreign-origin" }), { status: 403 });
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  // Next compares the origin of a server action with this, and the proxy before us may not say it.
  if (publicUrl !== null) headers.set("X-Forwarded-Host", new URL(publicUrl).host);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  keepSignedIn(request, response, publicUrl);
  return response;
}

export const config = {
  matcher: ["/((?!api/|_next/|(?:admin/upload/receive|healthz|readyz|icon\\.svg|favicon\\.ico)$).*)"],
};

/** Next itself answers a form sent from the page of another site with a failure of the server; it is the sender's. */
function isForeignWrite({ method, headers }: NextRequest, publicUrl: string | null): boolean {
  const origin = headers.get("origin");
  if (method === "GET" || method === "HEAD" || origin === null) return false;
  return !isOwnOrigin({ origin, host: headers.get("host") }, publicUrl);
}

/**
 * A page for someone who is signed in is theirs alone, and has the browser keep the cookie for another while: a page
 * cannot set cookies while it is rendered. Whether the session is still good, the store knows. What is sent by a form
 * is left alone, as it may be to sign out.
 */
function keepSignedIn(request: NextRequest, response: NextResponse, publicUrl: string | null): void {
  const isSecure = isServedSecurely(publicUrl, request.headers.get("x-forwarded-proto"));
  const name = sessionCookieName(isSecure);
  const cookie = request.cookies.get(name);
  if (!cookie) return;
  response.headers.set("Cache-Control", "private, no-store");
  if (request.method === "GET") response.cookies.set(name, cookie.value, sessionCookieAttributes(isSecure));
}

/** React evaluates strings to rebuild stack traces, and Next injects style elements, in development only. */
function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'; style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
