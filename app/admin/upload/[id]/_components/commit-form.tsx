import type { RowDeeds } from "../../../../../lib/revisions/row-deeds.ts";
import type { ChangeCounts } from "../../../../../lib/uploads/comparison.ts";
import { ActionForm } from "../../../../_components/ui/action-form.tsx";
import { LongTextField } from "../../../../_components/ui/long-text-field.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import type { FormAction } from "../../../../_data/guarded-action.ts";
import type { UploadView } from "../../../../_data/uploads/review.ts";

/** The commit of what is shown beside it, with what it is for. */
export function CommitForm({
  upload,
  base,
  counts: { added, revised, withdrawn },
  rows,
  action,
}: {
  readonly upload: Pick<UploadView["upload"], "id" | "errors">;
  readonly base: number;
  readonly counts: ChangeCounts;
  /** Of the rows of other tables. */
  readonly rows: RowDeeds;
  readonly action: FormAction;
}) {
  const changes = added + revised + withdrawn + rows.added + rows.changed;
  const words = `${changes.toLocaleString("en-GB")} ${changes === 1 ? "change" : "changes"}`;
  return (
    <section aria-labelledby="commit">
      <h2 id="commit">Commit</h2>
      <ActionForm action={action} label="Commit" className="stacked-form">
        <input type="hidden" name="upload" value={upload.id} />
        <input type="hidden" name="base" value={base} />
        <LongTextField name="message" label="Message" hint="What this is, and why it is stored." isRequired />
        {upload.errors > 0 && (
          <label className="tick">
            <input type="checkbox" name="leaveOutErrors" /> Leave out what the{" "}
            {upload.errors === 1 ? "error is" : `${upload.errors.toLocaleString("en-GB")} errors are`} about
          </label>
        )}
        <SubmitButton underWay="Storing the changes…">
          {changes === 0 ? "Commit" : `Commit ${words}`}
        </SubmitButton>
      </ActionForm>
      <p className="remark">It can be rolled back from its receipt; nothing is ever deleted.</p>
    </section>
  );
}
