import { AuditSearch } from "../../../../lib/auth/audit-search.ts";
import { auditCsv } from "../../../_data/audit-log.ts";
import { guardedRoute } from "../../../_data/guarded-route.ts";
import { streamOfText } from "../../../_data/stream-of-text.ts";

/** `GET /admin/audit/export`: the entries that the same search finds on the page, as CSV. */
export const GET = guardedRoute("read-audit", async ({ request }) => {
  const search = AuditSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  return new Response(streamOfText(auditCsv(search)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="bubblescope-audit.csv"',
    },
  });
});
