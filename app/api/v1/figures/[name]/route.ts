import { unknownFigure } from "../../../../../lib/api/figures.ts";
import { figureWithheld } from "../../../../../lib/api/withheld.ts";
import { err, ok } from "../../../../../lib/result.ts";
import { answer } from "../../../../_data/answer.ts";
import { loadFigure } from "../../../../_data/figures.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../../lib/api/read-only.ts";

/** Said outright, as Next else watches every look at the request to find it out. */
export const dynamic = "force-dynamic";

/**
 * `GET /api/v1/figures/NAME`: the model of one figure. One that is made of values that may not be passed on is
 * refused with the reason.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  return answer(request, async ({ asOf }) => {
    const model = await loadFigure(name, { asOf });
    if (model === null) return err(unknownFigure(name));
    const withheld = figureWithheld(model);
    return withheld ? err(withheld) : ok(model);
  });
}
