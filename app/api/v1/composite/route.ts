import { noComposite } from "../../../../lib/api/indicators.ts";
import { err, ok } from "../../../../lib/result.ts";
import { answer } from "../../../_data/answer.ts";
import { momentOf } from "../../../_data/as-of.ts";
import { loadComposite } from "../../../_data/composite.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../lib/api/read-only.ts";

/** Said outright, as Next else watches every look at the request to find it out. */
export const dynamic = "force-dynamic";

/** `GET /api/v1/composite`: the composite by the weights of the indicators, with its course on the clock of both booms. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async ({ asOf, revision }) => {
    const [{ day, asAt = revision }, composite] = await Promise.all([
      momentOf({ asOf }),
      loadComposite({ asOf }),
    ]);
    if (!composite.ok) return err(noComposite(composite.error));
    return ok({ revision: asAt, asOf: day, ...composite.value });
  });
}
