import { indicatorView, unknownIndicator } from "../../../../../lib/api/indicators.ts";
import { err, ok } from "../../../../../lib/result.ts";
import { answer } from "../../../../_data/answer.ts";
import { loadIndicatorPage } from "../../../../_data/indicator-page.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../../lib/api/read-only.ts";

/** Said outright, as Next else watches every look at the request to find it out. */
export const dynamic = "force-dynamic";

/** `GET /api/v1/indicators/NAME`: one indicator with its reading. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await params;
  return answer(request, async ({ asOf }) => {
    const page = await loadIndicatorPage(name, { asOf });
    return page === null ? err(unknownIndicator(name)) : ok(indicatorView(page.reading, page.bands));
  });
}
