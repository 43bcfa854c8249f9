import { type IndicatorListView, indicatorView } from "../../../../lib/api/indicators.ts";
import { bandsOfReading } from "../../../../lib/indicators/common-scale.ts";
import { ok } from "../../../../lib/result.ts";
import { answer } from "../../../_data/answer.ts";
import { momentOf } from "../../../_data/as-of.ts";
import { loadVerdict } from "../../../_data/verdict.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../lib/api/read-only.ts";

/** Said outright, as Next else watches every look at the request to find it out. */
export const dynamic = "force-dynamic";

/** `GET /api/v1/indicators`: every indicator with its reading, in order. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async ({ asOf, revision }) => {
    const [{ day, asAt = revision }, { readings, thresholds }] = await Promise.all([
      momentOf({ asOf }),
      loadVerdict({ asOf }),
    ]);
    const indicators = readings.map((reading) => indicatorView(reading, bandsOfReading(reading, thresholds)));
    return ok({ revision: asAt, asOf: day, indicators } satisfies IndicatorListView);
  });
}
