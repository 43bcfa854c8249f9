import { guardedRoute } from "../../../_data/guarded-route.ts";
import { send } from "../../../_data/upload-api/send.ts";

export { DELETE, GET, OPTIONS, PATCH, PUT } from "../../../../lib/api/send-only.ts";

/**
 * `POST /api/v1/uploads`: a file, as a form or as the body itself, to be checked against the store; with `commit`, to be
 * committed at once if there are no errors.
 */
export const POST = guardedRoute("upload", send);
