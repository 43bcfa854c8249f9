import { guardedRoute } from "../../../../_data/guarded-route.ts";
import { streamOfText } from "../../../../_data/stream-of-text.ts";
import { problemCsv } from "../../../../_data/uploads/problem-csv.ts";

/** `GET /admin/upload/ID/problems`: everything that is wrong with an upload, as CSV. */
export const GET = guardedRoute<{ id: string }>(
  "upload",
  async ({ params }) =>
    new Response(streamOfText(problemCsv(params.id)), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="bubblescope-problems.csv"',
      },
    }),
);
