import { WaitQuery } from "../../../../../lib/api/uploads.ts";
import { guardedRoute } from "../../../../_data/guarded-route.ts";
import { answered, findAsked } from "../../../../_data/upload-api/answers.ts";
import { readBody, readQuery } from "../../../../_data/upload-api/asked.ts";
import { changeAsked, closed } from "../../../../_data/upload-api/change.ts";
import { discard } from "../../../../_data/uploads/change.ts";

export { OPTIONS, POST, PUT } from "../../../../../lib/api/change-only.ts";

interface Params {
  readonly id: string;
}

/** `GET /api/v1/uploads/ID`: where an upload stands. */
export const GET = guardedRoute<Params>("upload", async ({ params }) => {
  const view = await findAsked(params.id);
  return view instanceof Response ? view : answered(view);
});

/** `PATCH /api/v1/uploads/ID`: other settings for it; it is then checked again. */
export const PATCH = guardedRoute<Params>("upload", async ({ request, params }) => {
  const view = await findAsked(params.id);
  if (view instanceof Response) return view;
  const query = readQuery(WaitQuery, request);
  if (!query.ok) return query.error;
  const given = await readBody(request);
  return given.ok ? changeAsked(view, given.value, query.value.wait * 1_000) : given.error;
});

/** `DELETE /api/v1/uploads/ID`: gives it up. */
export const DELETE = guardedRoute<Params>("upload", async ({ actor, params }) => {
  const view = await findAsked(params.id);
  if (view instanceof Response) return view;
  const discarded = await discard(view.upload.id, actor);
  return discarded.ok ? new Response(null, { status: 204 }) : closed(view);
});
