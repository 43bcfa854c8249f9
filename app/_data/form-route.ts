import "server-only";
import { Problem } from "../../lib/api/problem.ts";
import { leadTelling, leadTo } from "./lead-on.ts";

type Route<Context> = (request: Request, context: Context) => Promise<Response>;

/**
 * A guarded route that a plain form of `page` is sent to, so that a browser shows what it answers. Where the route
 * answers a problem, a browser is led to sign in when nobody is signed in, and else back to the page, which is to say
 * `toldWords`. Anyone else gets the problem as it is.
 */
export function formRoute<Context>(page: string, route: Route<Context>): Route<Context> {
  return async (request, context) => {
    const response = await route(request, context);
    const isProblem = response.headers.get("content-type") === "application/problem+json";
    if (!isProblem || !asksForPage(request)) return response;
    if (response.status === 401) return leadTo(`/sign-in?${new URLSearchParams({ next: page })}`);
    const { title, detail } = Problem.parse(await response.json());
    return leadTelling(page, detail === undefined ? `${title}.` : `${title}. ${detail}`, request);
  };
}

/** Every browser asks for HTML before anything else when it is to show the answer; programs do not. */
function asksForPage(request: Request): boolean {
  return /^\s*text\/html\b/i.test(request.headers.get("accept") ?? "");
}
