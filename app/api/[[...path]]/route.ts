import { problemResponse } from "../../../lib/api/problem.ts";
import { nothingAt } from "../../../lib/api/resources.ts";

/** Every path below `/api` at which there is nothing, by whatever method: a problem that says what there is. */
function refuse(request: Request): Response {
  return problemResponse(nothingAt(new URL(request.url).pathname));
}

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
