import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { type Action, keyMay, roleMay } from "../../lib/auth/action.ts";
import { isOwnOrigin } from "../../lib/auth/origin.ts";
import type { Actor } from "../../lib/auth/person.ts";
import type { Refusal } from "../../lib/auth/refusal.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import { byKey, currentPerson, signedIn } from "./actor.ts";
import { environment } from "./environment.ts";
import { currentVisit, type Visit, visitOf } from "./visit.ts";

/**
 * The guard of every write in a server action: it must come from our own pages, and from someone whose role allows it.
 * `guardedAction` and `guardedRoute` call it; nothing is written that did not pass it.
 */
export async function authorise(action: Action): Promise<Result<Actor, Refusal>> {
  return isFromOwnPage(await headers())
    ? bySession(action, await currentVisit())
    : err({ kind: "foreign-origin" });
}

/** The guard of what a visitor may do, which is to come in: it must come from our own pages. */
export async function authoriseVisitor(): Promise<Result<null, Refusal>> {
  return isFromOwnPage(await headers()) ? ok(null) : err({ kind: "foreign-origin" });
}

/**
 * The same guard for a request to a route. An `Authorization: Bearer` header counts alone: the key must have the scope,
 * and its owner's role must allow the action. Without one, the session cookie counts as in a server action; a read
 * may then come from anywhere, as its answer is seen by its sender only. Who brings neither is nobody, wherever they
 * come from: a script that forgot its key is told so.
 */
export async function authoriseRequest(action: Action, request: Request): Promise<Result<Actor, Refusal>> {
  const authorization = request.headers.get("authorization");
  if (authorization === null) {
    const bringsCookie = request.headers.has("cookie");
    if (bringsCookie && !isRead(request) && !isFromOwnPage(request.headers)) {
      return err({ kind: "foreign-origin" });
    }
    return bySession(action, visitOf(request.headers));
  }
  const held = await byKey(authorization.replace(/^Bearer +/i, ""), visitOf(request.headers));
  if (held === null) return err({ kind: "key-unknown" });
  if (!keyMay(held.scopes, action)) return err({ kind: "key-scope", action });
  return byRole(action, held.actor);
}

/** Who may see a page. A visitor is sent to sign in and back `here`; who may not is told so. */
export async function admit(action: Action, here: string): Promise<Actor> {
  const actor = await currentPerson();
  if (actor === null) redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  if (!roleMay(actor.role, action)) forbidden();
  return actor;
}

async function bySession(action: Action, visit: Visit): Promise<Result<Actor, Refusal>> {
  const actor = await signedIn(visit);
  return actor === null ? err({ kind: "signed-out" }) : byRole(action, actor);
}

function byRole(action: Action, actor: Actor): Result<Actor, Refusal> {
  return roleMay(actor.role, action) ? ok(actor) : err({ kind: "role", action });
}

function isFromOwnPage(sent: Headers): boolean {
  const from = { origin: sent.get("origin"), host: sent.get("host") };
  return isOwnOrigin(from, environment().BUBBLESCOPE_URL ?? null);
}

function isRead({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}
