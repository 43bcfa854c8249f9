import { type UploadsAnswer, UploadsQuery } from "../../../../lib/api/uploads.ts";
import { guardedRoute } from "../../../_data/guarded-route.ts";
import { asListed, json } from "../../../_data/upload-api/answers.ts";
import { nextPage, readQuery } from "../../../_data/upload-api/asked.ts";
import { send } from "../../../_data/upload-api/send.ts";
import { loadOpenUploads } from "../../../_data/uploads/review.ts";

export { DELETE, OPTIONS, PATCH, PUT } from "../../../../lib/api/list-and-send.ts";

/** `GET /api/v1/uploads`: the uploads that are neither committed nor discarded, whoever sent them, newest first. */
export const GET = guardedRoute("upload", async ({ request }) => {
  const query = readQuery(UploadsQuery, request);
  if (!query.ok) return query.error;
  const open = await loadOpenUploads(query.value);
  const next = nextPage("/api/v1/uploads", {}, { ...query.value, found: open.length });
  return json({ uploads: open.map(asListed), next } satisfies UploadsAnswer);
});

/**
 * `POST /api/v1/uploads`: a file, as a form or as the body itself, to be checked against the store; with `commit`, to be
 * committed at once if there are no errors.
 */
export const POST = guardedRoute("upload", send);
