import { aProblem, problemResponse } from "./problem.ts";

/** What an address answers to methods that are not possible there; `says` is the title of the problem. */
export function onlyAllowing(allow: string, says: string) {
  return {
    refuse(request: Request): Response {
      const detail = `${request.method} is not possible at ${new URL(request.url).pathname}; ${allow} are.`;
      return problemResponse(aProblem(405, "method-not-allowed", says, detail), { Allow: allow });
    },
    options(): Response {
      return new Response(null, { status: 204, headers: { Allow: allow } });
    },
  };
}
