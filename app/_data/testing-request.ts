/**
 * Stands in for `next/headers`, which knows a request only inside a running server:
 * `vi.mock("next/headers", () => import("…/testing-request.ts"))`.
 */

/** Where the pages under test are served. */
export const SITE = "http://localhost:3000";

let current = new Headers();
let jar = new Map<string, string>();

/** Begins a request: from one of our own pages unless another `origin` is given. */
export function arrive(sent: { origin?: string | null; cookie?: string; address?: string } = {}): void {
  const { origin = SITE, cookie, address = "192.0.2.1" } = sent;
  current = new Headers({ host: "localhost:3000", "x-client-address": address, "user-agent": "Test/1" });
  if (origin !== null) current.set("origin", origin);
  if (cookie !== undefined) current.set("cookie", cookie);
  jar = new Map();
}

/** What the request that is under way has set: a cookie and its value. */
export function cookiesSet(): ReadonlyMap<string, string> {
  return jar;
}

/** See `next/headers`. */
export async function headers(): Promise<Headers> {
  return current;
}

/** See `next/headers`; only what we use of it. As in Next, what was set in this request is what is there. */
export async function cookies() {
  const sent = (current.get("cookie") ?? "")
    .split("; ")
    .filter((cookie) => !jar.has(cookie.split("=")[0] ?? ""));
  const set = [...jar]
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return {
    set: (name: string, value: string) => void jar.set(name, value),
    toString: () => [...sent, ...set].filter(Boolean).join("; "),
  };
}
