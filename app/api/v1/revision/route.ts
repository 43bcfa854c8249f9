import type { RevisionView } from "../../../../lib/api/revision.ts";
import { ok } from "../../../../lib/result.ts";
import { answer } from "../../../_data/answer.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../lib/api/read-only.ts";

/** Said outright, as Next else watches every look at the request to find it out. */
export const dynamic = "force-dynamic";

/** `GET /api/v1/revision`: what a page compares with to learn that it is out of date. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async ({ revision, tag }) => ok({ revision, tag } satisfies RevisionView));
}
