import { type ChangesAnswer, ChangesQuery } from "../../../../../../lib/api/uploads.ts";
import { guardedRoute } from "../../../../../_data/guarded-route.ts";
import { addressOf, asAnswer, findAsked, json, refused } from "../../../../../_data/upload-api/answers.ts";
import { nextPage, readQuery } from "../../../../../_data/upload-api/asked.ts";
import { loadBrought } from "../../../../../_data/uploads/brought.ts";
import { loadChanges } from "../../../../../_data/uploads/review.ts";

export { DELETE, OPTIONS, PATCH, POST, PUT } from "../../../../../../lib/api/read-only.ts";

/** `GET /api/v1/uploads/ID/changes`: what a commit of it would store, the biggest moves first, and the rows it brings. */
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
  const [changes, brought] = await Promise.all([
    loadChanges(id, { code: series, kind, offset, limit }),
    loadBrought(view.upload, view.settings),
  ]);
  const { added, changed } = brought.counts;
  const next = nextPage(
    `${addressOf(id)}/changes`,
    { series, kind },
    { offset, limit, found: changes.length },
  );
  return json({
    base,
    counts: { ...counts, rows: { added, changed } },
    changes: [...changes],
    rows: [...brought.rows],
    problems: [...brought.problems],
    next,
  } satisfies ChangesAnswer);
});
