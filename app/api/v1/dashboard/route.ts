import { ok } from "../../../../lib/result.ts";
import { answer } from "../../../_data/answer.ts";
import { loadDashboard } from "../../../_data/figures.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../lib/api/read-only.ts";

/** `GET /api/v1/dashboard`: the models of all figures of the dashboard, in order. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async ({ asOf, revision }) =>
    ok({ revision, asOf, figures: await loadDashboard({ asOf }) }),
  );
}
