import { aProblem } from "../../../../../lib/api/problem.ts";
import { err, ok } from "../../../../../lib/result.ts";
import { answer } from "../../../../_data/answer.ts";
import { loadFigure } from "../../../../_data/figures.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../../lib/api/read-only.ts";

/** `GET /api/v1/figures/NAME`: the model of one figure. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  return answer(request, async ({ asOf }) => {
    const model = await loadFigure(name, { asOf });
    return model
      ? ok(model)
      : err(aProblem(404, "unknown-figure", "No such figure", `No figure is named “${name}”.`));
  });
}
