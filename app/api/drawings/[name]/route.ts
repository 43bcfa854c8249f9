import { unknownFigure } from "../../../../lib/api/figures.ts";
import { drawableOf } from "../../../../lib/figures/model.ts";
import { err, ok } from "../../../../lib/result.ts";
import { answer } from "../../../_data/answer.ts";
import { loadFigure } from "../../../_data/figures.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../lib/api/read-only.ts";

/** Said outright, as Next else watches every look at the request to find it out. */
export const dynamic = "force-dynamic";

/**
 * `GET /api/drawings/NAME`: what a page of this server draws a figure's chart from. It is part of the page and not
 * of the API, since what may be drawn may not always be passed on.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  return answer(
    request,
    async ({ asOf }) => {
      const model = await loadFigure(name, { asOf });
      return model ? ok({ notice: NOTICE, ...drawableOf(model) }) : err(unknownFigure(name));
    },
    { audience: "own-pages" },
  );
}

const NOTICE = "For drawing this figure on its page; not for reuse.";
