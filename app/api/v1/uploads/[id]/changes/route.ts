import { type ChangesAnswer, ChangesQuery } from "../../../../../../lib/api/uploads.ts";
import { guardedRoute } from "../../../../../_data/guarded-route.ts";
import { addressOf, asAnswer, findAsked, json, refused } from "../../../../../_data/upload-api/answers.ts";
import { nextPage, readQuery } from "../../../../../_data/upload-api/asked.ts";
import { loadChanges } from "../../../../../_data/uploads/review.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../../../lib/api/read-only.ts";

/** `GET /api/v1/uploads/ID/changes`: what a commit of it would store, the biggest moves first. */
export const GET = guardedRoute<{ id: string }>("upload", async ({ request, params }) => {
  const view = await findAsked(params.id);
  if (view instanceof Response) return view;
  const query = readQuery(ChangesQuery, request);
  if (!query.ok) return query.error;
  const upload = asAnswer(view);
  const { id, state, base, counts } = upload;
  if (state !== "checked" || base === null || counts === null) {
    return refused("not-checked", `It is ${state}: there are changes to look at while it is checked.`, {
      upload,
    });
  }
  const { series, kind, offset, limit } = query.value;
  const changes = await loadChanges(id, { code: series, kind, offset, limit });
  const next = nextPage(
    `${addressOf(id)}/changes`,
    { series, kind },
    { offset, limit, found: changes.length },
  );
  return json({ base, counts, changes: [...changes], next } satisfies ChangesAnswer);
});
