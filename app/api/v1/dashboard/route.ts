import { figureWithheld } from "../../../../lib/api/withheld.ts";
import { ok } from "../../../../lib/result.ts";
import { answer } from "../../../_data/answer.ts";
import { momentOf } from "../../../_data/as-of.ts";
import { type DashboardEntry, loadDashboard } from "../../../_data/figures.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../lib/api/read-only.ts";

/** Said outright, as Next else watches every look at the request to find it out. */
export const dynamic = "force-dynamic";

/** `GET /api/v1/dashboard`: the models of all figures of the dashboard, in order. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async ({ asOf, revision }) => {
    const figures = await loadDashboard({ asOf });
    const { day, asAt = revision } = await momentOf({ asOf });
    return ok({ revision: asAt, asOf: day, figures: figures.map(asPassedOn) });
  });
}

/** In place of a figure that is made of values that may not be passed on stands the problem its own address answers. */
function asPassedOn(entry: DashboardEntry) {
  const withheld = entry.model ? figureWithheld(entry.model) : null;
  return withheld ? { name: entry.name, withheld } : entry;
}
