import { formRoute } from "../../../_data/form-route.ts";
import { guardedRoute } from "../../../_data/guarded-route.ts";
import { leadTelling, leadTo } from "../../../_data/lead-on.ts";
import { receiveFailure, receiveUpload } from "../../../_data/uploads/receive.ts";

const PAGE = "/admin/upload";

/**
 * `POST /admin/upload/receive`: what the form of the upload page sends, a file or a pasted table. It is no server action,
 * as those hold what they are sent in memory. Leads on to the upload, or back with what is wrong.
 */
export const POST = formRoute(
  PAGE,
  guardedRoute("upload", async ({ actor, request }) => {
    const received = await receiveUpload(request, actor);
    if (received.ok) return leadTo(`${PAGE}/${received.value.id}/file`);
    const { says, remedy } = receiveFailure(received.error);
    return leadTelling(PAGE, `${says}; ${remedy}.`, request);
  }),
);
