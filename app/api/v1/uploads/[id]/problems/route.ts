import { type ProblemsAnswer, ProblemsQuery } from "../../../../../../lib/api/uploads.ts";
import { guardedRoute } from "../../../../../_data/guarded-route.ts";
import { streamOfText } from "../../../../../_data/stream-of-text.ts";
import { addressOf, asFound, findAsked, json } from "../../../../../_data/upload-api/answers.ts";
import { nextPage, readQuery } from "../../../../../_data/upload-api/asked.ts";
import { problemCsv } from "../../../../../_data/uploads/problem-csv.ts";
import { loadProblems } from "../../../../../_data/uploads/review.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../../../lib/api/read-only.ts";

/** `GET /api/v1/uploads/ID/problems`: what is wrong with it, a page at a time, or all of it as CSV. */
export const GET = guardedRoute<{ id: string }>("upload", async ({ request, params }) => {
  const view = await findAsked(params.id);
  if (view instanceof Response) return view;
  const query = readQuery(ProblemsQuery, request);
  if (!query.ok) return query.error;
  const { id } = view.upload;
  const { format, ...search } = query.value;
  if (format === "csv") return asCsv(id, search);
  const { problems, counts, total } = await loadProblems(id, search);
  const { offset, limit, severity, rule } = search;
  const next = nextPage(
    `${addressOf(id)}/problems`,
    { severity, rule },
    { offset, limit, found: problems.length },
  );
  return json({ total, counts, problems: problems.map(asFound), next } satisfies ProblemsAnswer);
});

function asCsv(id: string, { severity, rule }: Pick<ProblemsQuery, "severity" | "rule">): Response {
  const filter = { ...(severity && { severity }), ...(rule && { rule }) };
  return new Response(streamOfText(problemCsv(id, filter)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="upload-problems.csv"',
      "X-Content-Type-Options": "nosniff",
    },
  });
}
