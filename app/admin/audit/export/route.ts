import { AuditSearch } from "../../../../lib/auth/audit-search.ts";
import { auditCsv } from "../../../_data/audit-log.ts";
import { guardedRoute } from "../../../_data/guarded-route.ts";

/** `GET /admin/audit/export`: the entries that the same search finds on the page, as CSV. */
export const GET = guardedRoute("read-audit", async ({ request }) => {
  const search = AuditSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  return new Response(streamOf(auditCsv(search)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="bubblescope-audit.csv"',
    },
  });
});

/** Sends the parts as they are asked for, so that a long log is never held as a whole. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
