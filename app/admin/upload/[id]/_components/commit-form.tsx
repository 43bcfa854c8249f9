import type { RowDeeds } from "../../../../../lib/revisions/row-deeds.ts";
import { type ComparisonSummary, withdrawsMissing } from "../../../../../lib/uploads/comparison.ts";
import { ActionForm } from "../../../../_components/ui/action-form.tsx";
import { LongTextField } from "../../../../_components/ui/long-text-field.tsx";
import { SubmitButton } from "../../../../_components/ui/submit-button.tsx";
import type { FormAction } from "../../../../_data/guarded-action.ts";
import type { UploadView } from "../../../../_data/uploads/review.ts";

/** The commit of what is shown beside it, with what it is for. */
export function CommitForm({
  upload,
  base,
  summary,
  rows,
  action,
}: {
  readonly upload: Pick<UploadView["upload"], "id" | "errors" | "rowsLeftOut">;
  readonly base: number;
  readonly summary: ComparisonSummary;
  /** Of the rows of other tables. */
  readonly rows: RowDeeds;
  readonly action: FormAction;
}) {
  const { added, revised, withdrawn } = summary;
  const isWhole = withdrawsMissing(summary);
  const changes = added + revised + withdrawn + rows.added + rows.changed;
  const words = `${changes.toLocaleString("en-GB")} ${changes === 1 ? "change" : "changes"}`;
  return (
    <section aria-labelledby="commit">
      <h2 id="commit">Commit</h2>
      <ActionForm action={action} label="Commit" className="stacked-form">
        <input type="hidden" name="upload" value={upload.id} />
        <input type="hidden" name="base" value={base} />
        <LongTextField name="message" label="Message" hint="What this is, and why it is stored." isRequired />
        {isWhole && upload.errors + upload.rowsLeftOut > 0 && (
          <p className="notice">
            It cannot be committed as it is: while values missing from the file are withdrawn, no row may be
            left out, as its values would count as missing. Keep the values that are missing, or mend every
            row.
          </p>
        )}
        {upload.errors > 0 && !isWhole && (
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
