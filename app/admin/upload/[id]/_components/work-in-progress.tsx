import { ActionForm } from "../../../../_components/ui/action-form.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import type { FormAction } from "../../../../_data/guarded-action.ts";
import type { UploadView } from "../../../../_data/uploads/review.ts";
import { LiveProgress } from "./live-progress.tsx";

/**
 * What a step shows in place of its result while there is none: how far the work is and how to stop it, or how to begin
 * it again. `null` when the result is there.
 */
export function WorkInProgress({
  view: { upload, standing },
  cancel,
  check,
}: {
  readonly view: UploadView;
  readonly cancel: FormAction;
  readonly check: FormAction;
}) {
  if (standing.kind === "working") {
    return (
      <section className="section" aria-label="Work in progress">
        <LiveProgress id={upload.id} shown={standing} />
        <ActionForm action={cancel} label="Cancel the work">
          <SubmitButton name="upload" value={upload.id} isLead={false}>
            Cancel
          </SubmitButton>
        </ActionForm>
        <p className="notice">
          You may close this page: the work goes on, and the upload waits under{" "}
          <a href="/admin/upload">Upload</a>.
          <span className="without-script">
            {" "}
            <a href={`/admin/upload/${upload.id}`}>Look again</a> to see how far it is.
          </span>
        </p>
      </section>
    );
  }
  if (standing.kind === "checked") return null;
  return (
    <section className="section" aria-label="The check">
      <p className="notice">
        {standing.kind === "interrupted"
          ? "The check of this file ended before it was done. Its file and your choices are kept."
          : "The file has not been checked yet: confirm its columns first, or check it as they are proposed."}
      </p>
      <ActionForm action={check} label="Check the file">
        <SubmitButton name="upload" value={upload.id}>
          Check the file
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
