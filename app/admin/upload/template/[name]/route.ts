import { aProblem, problemResponse } from "../../../../../lib/api/problem.ts";
import { writeCsv } from "../../../../../lib/csv/write-csv.ts";
import { TEMPLATES } from "../../../../../lib/uploads/templates.ts";
import { guardedRoute } from "../../../../_data/guarded-route.ts";

/** `GET /admin/upload/template/long.csv`: a table to begin with, of one layout. */
export const GET = guardedRoute<{ name: string }>("upload", async ({ params }) => {
  const template = TEMPLATES.find(({ name }) => `${name}.csv` === params.name);
  if (!template) {
    const known = TEMPLATES.map(({ name }) => `${name}.csv`).join(", ");
    return problemResponse(
      aProblem(404, "no-such-template", "There is no such template", `Ask for ${known}.`),
    );
  }
  return new Response(writeCsv(template.rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="bubblescope-${template.name}.csv"`,
    },
  });
});
