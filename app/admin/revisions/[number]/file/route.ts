import { attachmentHeaders } from "../../../../../lib/api/attachment.ts";
import { aProblem, problemResponse } from "../../../../../lib/api/problem.ts";
import { RevisionNumber } from "../../../../../lib/revisions/revision-search.ts";
import { guardedRoute } from "../../../../_data/guarded-route.ts";
import { sourceFileOf } from "../../../../_data/source-file.ts";
import { streamOf } from "../../../../_data/stream-of.ts";

/** `GET /admin/revisions/NUMBER/file`: the file that the revision was read from, byte for byte as it was sent. */
export const GET = guardedRoute<{ number: string }>("roll-back", async ({ params }) => {
  const number = RevisionNumber.safeParse(params.number);
  const file = number.success ? await sourceFileOf(number.data) : null;
  if (file === null) {
    const detail = `There is no revision ${params.number}, or it was not read from a file.`;
    return problemResponse(aProblem(404, "no-source-file", "No source file is kept", detail));
  }
  return new Response(streamOf(file.content), {
    headers: { ...attachmentHeaders(file.name), "Content-Length": String(file.byteSize) },
  });
});
