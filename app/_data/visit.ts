import "server-only";
import { cookies, headers } from "next/headers";
import { isServedSecurely } from "../../lib/auth/session-cookie.ts";
import { environment } from "./environment.ts";

/** Under this name a request carries the address it comes from; what a client writes there is overwritten. */
export const ADDRESS_HEADER = "x-client-address";

/** A browser may say at great length what it is. */
const MAX_DEVICE = 300;

/** What a request tells of whoever makes it, before it is known who they are. */
export interface Visit {
  readonly address: string | null;
  readonly device: string | null;
  /** Whether the browser speaks HTTPS. */
  readonly isSecure: boolean;
  /** The address of this site as its sender knows it, for links that are handed on; of a form only. */
  readonly site: string;
  /** All its cookies, as sent. */
  readonly cookie: string | null;
}

/**
 * The visit that is under way, in a page or a server action. Its cookies are those that the browser will have: after
 * an action has set one, its page is rendered in the same request, whose header still has the old one.
 */
export async function currentVisit(): Promise<Visit> {
  const [sent, kept] = await Promise.all([headers(), cookies()]);
  return { ...visitOf(sent), cookie: kept.toString() || null };
}

/** Reads it from the headers of a request. */
export function visitOf(headers: Headers): Visit {
  const publicUrl = environment().BUBBLESCOPE_URL ?? null;
  return {
    address: headers.get(ADDRESS_HEADER),
    device: headers.get("user-agent")?.slice(0, MAX_DEVICE) ?? null,
    isSecure: isServedSecurely(publicUrl, headers.get("x-forwarded-proto")),
    site: publicUrl ?? headers.get("origin") ?? "",
    cookie: headers.get("cookie"),
  };
}

/** The visit as headers, for the library that keeps sessions. */
export function visitHeaders({
  address,
  device,
  cookie,
}: Pick<Visit, "address" | "device" | "cookie">): Headers {
  const headers = new Headers();
  if (address !== null) headers.set(ADDRESS_HEADER, address);
  if (device !== null) headers.set("user-agent", device);
  if (cookie !== null) headers.set("cookie", cookie);
  return headers;
}
