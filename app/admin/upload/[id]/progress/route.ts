import { aProblem, problemResponse } from "../../../../../lib/api/problem.ts";
import type { UploadProgressAnswer } from "../../../../../lib/api/upload-progress.ts";
import { guardedRoute } from "../../../../_data/guarded-route.ts";
import { loadUpload } from "../../../../_data/uploads/review.ts";

/** `GET /admin/upload/ID/progress`: how far work on an upload is, for the page that waits for it. */
export const GET = guardedRoute<{ id: string }>("upload", async ({ params }) => {
  const view = await loadUpload(params.id);
  if (view === null) {
    return problemResponse(aProblem(404, "no-such-upload", "There is no such upload", "See /admin/upload."));
  }
  const { standing } = view;
  if (standing.kind !== "working") return Response.json({ progress: null } satisfies UploadProgressAnswer);
  const { kind: _, ...progress } = standing;
  return Response.json({ progress } satisfies UploadProgressAnswer);
});
