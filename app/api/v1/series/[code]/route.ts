import { aProblem } from "../../../../../lib/api/problem.ts";
import { seriesWithheld } from "../../../../../lib/api/withheld.ts";
import { err, ok } from "../../../../../lib/result.ts";
import { answer } from "../../../../_data/answer.ts";
import { loadSeriesView } from "../../../../_data/series.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../../lib/api/read-only.ts";

/** Said outright, as Next else watches every look at the request to find it out. */
export const dynamic = "force-dynamic";

/**
 * `GET /api/v1/series/CODE`: what the series is, with its values. A private series does not exist here. One of which
 * any value may not be passed on is refused with the reason.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ code: string }> },
): Promise<Response> {
  const { code } = await params;
  return answer(request, async ({ asOf }) => {
    const view = await loadSeriesView(code, { asOf });
    if (view === null) {
      return err(aProblem(404, "unknown-series", "No such series", `No series has the code “${code}”.`));
    }
    const { withheldBy: by } = view;
    return by ? err(seriesWithheld({ code, by })) : ok(view);
  });
}
