import "server-only";
import { isServedSecurely } from "../../lib/auth/session-cookie.ts";
import { environment } from "./environment.ts";
import { currentVisit } from "./visit.ts";

/** Leads a browser that has sent a form on to a page. */
export function leadTo(address: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: address, "Cache-Control": "private, no-store" },
  });
}

const KEPT_SECONDS = 60;
/** A browser keeps 4,096 bytes of a cookie, and a character takes up to nine of them. */
const LONGEST = 400;

/**
 * Leads the browser that sent `request` to `page`, which has these words from `toldWords`. They travel in a cookie that
 * is gone after a minute, under an id that is all the address says: no link has the page say what we did not.
 */
export function leadTelling(page: string, words: string, request: Request): Response {
  const id = crypto.randomUUID();
  const response = leadTo(`${page}?${new URLSearchParams({ told: id })}`);
  const isSecure = isServedSecurely(
    environment().BUBBLESCOPE_URL ?? null,
    request.headers.get("x-forwarded-proto"),
  );
  const kept = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  // A name that was cut between the halves of a character cannot be written in a cookie.
  const value = encodeURIComponent(`${id} ${Buffer.from(kept).toString()}`);
  const attributes = `Path=/; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
  response.headers.append("Set-Cookie", `${cookieName(isSecure)}=${value}; ${attributes}`);
  return response;
}

/** The words that a page was led to with; `null` when the browser did not come by `leadTelling`, or did long ago. */
export async function toldWords(id: string | string[] | undefined): Promise<string | null> {
  if (typeof id !== "string") return null;
  const { cookie, isSecure } = await currentVisit();
  const name = `${cookieName(isSecure)}=`;
  const held = cookie?.split("; ").find((each) => each.startsWith(name));
  const told = decodeURIComponent(held?.slice(name.length) ?? "");
  return told.startsWith(`${id} `) ? told.slice(id.length + 1) : null;
}

/** Over HTTPS the prefix has the browser take it only from this host. */
function cookieName(isSecure: boolean): string {
  return isSecure ? "__Host-bubblescope-told" : "bubblescope-told";
}
