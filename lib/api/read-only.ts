import { aProblem, problemResponse } from "./problem.ts";

const ALLOW = "GET, HEAD, OPTIONS";

/** Answers every method that would change something at an address that can only be read; `Allow` names the others. */
function refuse(request: Request): Response {
  const problem = aProblem(
    405,
    "method-not-allowed",
    "This address can only be read",
    `${request.method} is not possible at ${new URL(request.url).pathname}; ${ALLOW} are.`,
  );
  return problemResponse(problem, { Allow: ALLOW });
}

/** Answers `OPTIONS` at an address that can only be read. */
export function OPTIONS(): Response {
  return new Response(null, { status: 204, headers: { Allow: ALLOW } });
}

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
