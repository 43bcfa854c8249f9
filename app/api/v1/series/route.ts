import type { SeriesListView } from "../../../../lib/api/series.ts";
import { SeriesSearch, searchSeries } from "../../../../lib/api/series-search.ts";
import { ok } from "../../../../lib/result.ts";
import { answer } from "../../../_data/answer.ts";
import { listSeries } from "../../../_data/series.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../lib/api/read-only.ts";

/** Said outright, as Next else watches every look at the request to find it out. */
export const dynamic = "force-dynamic";

/** `GET /api/v1/series`: the public series, narrowed by `q`, `source`, `frequency`, `geography` and `sector`. */
export function GET(request: Request): Promise<Response> {
  return answer(
    request,
    async ({ search, revision }) => {
      const series = searchSeries(await listSeries(), readSearch(search));
      return ok({ revision, series } satisfies SeriesListView);
    },
    { query: (search) => JSON.stringify(readSearch(search)) },
  );
}

function readSearch(search: URLSearchParams): SeriesSearch {
  return SeriesSearch.parse(Object.fromEntries(search));
}
