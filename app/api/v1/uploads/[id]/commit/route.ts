import { CommitRequest, WaitQuery } from "../../../../../../lib/api/uploads.ts";
import { issueWords } from "../../../../../../lib/uploads/read-settings.ts";
import { guardedRoute } from "../../../../../_data/guarded-route.ts";
import { findAsked, refused } from "../../../../../_data/upload-api/answers.ts";
import { readBody, readQuery } from "../../../../../_data/upload-api/asked.ts";
import { commitAsked } from "../../../../../_data/upload-api/commit.ts";

export { DELETE, GET, OPTIONS, PATCH, PUT } from "../../../../../../lib/api/send-only.ts";

/** `POST /api/v1/uploads/ID/commit`: stores what its changes say, as one revision, if the store is as it was at `base`. */
export const POST = guardedRoute<{ id: string }>("commit", async ({ actor, request, params }) => {
  const view = await findAsked(params.id);
  if (view instanceof Response) return view;
  const query = readQuery(WaitQuery, request);
  if (!query.ok) return query.error;
  const body = await readBody(request);
  if (!body.ok) return body.error;
  const asked = CommitRequest.safeParse(body.value);
  if (!asked.success) return refused("invalid-body", `${issueWords(asked.error)}.`);
  return commitAsked(view, asked.data, actor, { patience: query.value.wait * 1_000 });
});
