import "server-only";
import { aProblem, problemResponse } from "../../lib/api/problem.ts";
import type { Action } from "../../lib/auth/action.ts";
import type { Actor } from "../../lib/auth/person.ts";
import { type Refusal, refusalWords } from "../../lib/auth/refusal.ts";
import { authoriseRequest } from "./access.ts";
import { logFailure } from "./failure.ts";

/** What a guarded route handler is given. */
export interface Call<Params> {
  readonly actor: Actor;
  readonly request: Request;
  readonly params: Params;
  /** What tells the caller that they may not do this as well; `null` when they may. */
  readonly refusalOf: (action: Action) => Promise<Response | null>;
}

/**
 * A route handler for those whose role allows `action`: by session, or by an API key with the scope for it
 * (`Authorization: Bearer bsk_…`). To anyone else it answers a problem. What it answers is for its caller alone and is
 * never cached. What `handle` throws is logged under an id, and only the id is told.
 */
export function guardedRoute<Params = unknown>(
  action: Action,
  handle: (call: Call<Params>) => Promise<Response>,
): (request: Request, context: { params: Promise<Params> }) => Promise<Response> {
  return async (request, context) => {
    try {
      const admitted = await authoriseRequest(action, request);
      if (!admitted.ok) return refusalResponse(admitted.error);
      const refusalOf = async (other: Action) => {
        const also = await authoriseRequest(other, request);
        return also.ok ? null : refusalResponse(also.error);
      };
      const call = { actor: admitted.value, request, params: await context.params, refusalOf };
      const response = await handle(call);
      if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "private, no-store");
      return response;
    } catch (error) {
      const id = logFailure(`answering ${request.method} ${new URL(request.url).pathname}`, error);
      const detail = `The server's log has it under ${id}.`;
      return problemResponse(aProblem(500, "unexpected", "Something went wrong on the server", detail));
    }
  };
}

const KEY_HEADER = "Authorization: Bearer bsk_…";

function refusalResponse(refusal: Refusal): Response {
  const status = refusal.kind === "signed-out" || refusal.kind === "key-unknown" ? 401 : 403;
  const words = refusalWords(refusal);
  const detail =
    refusal.kind === "signed-out" ? `${words} A script sends an API key (${KEY_HEADER}).` : words;
  const response = problemResponse(aProblem(status, refusal.kind, "Refused", detail));
  if (status === 401) response.headers.set("WWW-Authenticate", 'Bearer realm="Bubblescope"');
  return response;
}
